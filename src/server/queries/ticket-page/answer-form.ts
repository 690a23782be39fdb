import { answerNeeds, readAnswerDraft, type AnswerDraft, type AnswerNeed } from '@/domain/tickets/answer-draft';
import { ruleSetOfVersion } from '@/domain/deadlines';
import { isPcf } from '@/domain/tickets/ticket';
import { responseClock } from '@/domain/tickets/turn';
import { addDays, compareDays, type CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';
import type { StoredAnswerDraft } from '../../db/find-answer-draft';
import type { PageContext } from './page-context';
import type { ClaimsView, ClaimView } from './ticket-claims';

/** More lines than this get pages of their own: the answer form would be too long to work with. */
export const INLINE_CLAIMS = 25;

/** The plan's answer as it is being written. */
export type AnswerFormView = {
  draft: AnswerDraft;
  /** 0 before the first save. */
  version: number;
  saved: { at: Date; by: string } | null;
  isPcf: boolean;
  claimCount: number;
  /** The lines whose outcome is asked in the form itself; null where they have pages of their own. */
  claims: ClaimView[] | null;
  needed: AnswerNeed[];
  done: string;
};

/** What a missed answer may cost the plan, and from when (R20). */
export type FineRisk = { amountCents: Cents; from: CalendarDate; hasBegun: boolean };

function blankAnswer({ actor }: PageContext): AnswerDraft {
  return readAnswerDraft({ contactName: actor.name, contactPhone: actor.phone ?? '', contactEmail: actor.email });
}

export function answerForm(ctx: PageContext, stored: StoredAnswerDraft | null, claims: ClaimsView | null): AnswerFormView {
  const draft = stored?.draft ?? blankAnswer(ctx);
  const claimCount = ctx.ticket.claimCount;
  const inline = claims !== null && claimCount <= INLINE_CLAIMS ? claims.lines : null;
  const pcf = isPcf(ctx.ticket);
  return {
    draft,
    version: stored?.version ?? 0,
    saved: stored === null ? null : { at: stored.savedAt, by: stored.savedById === ctx.actor.personId ? 'you' : stored.savedByName },
    isPcf: pcf,
    claimCount,
    claims: inline ?? (claimCount === 0 ? [] : null),
    ...answerNeeds(draft, { isPcf: pcf, claims: inline ?? [], claimCount }),
  };
}

/** A plan learns what may be fined, never what is proposed. */
export function fineRisk(ctx: PageContext): FineRisk | null {
  const clock = responseClock(ctx.ticket.clocks);
  if (clock === null) return null;
  const ruleSet = ruleSetOfVersion(ctx.ticket.ruleSetVersion);
  return { amountCents: ruleSet.fineAmountCents, from: addDays(clock.dueOn, 1), hasBegun: compareDays(ctx.today, clock.dueOn) > 0 };
}
