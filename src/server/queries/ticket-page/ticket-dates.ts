import { DEADLINE_RULES, isSoon, type RuleId } from '@/domain/deadlines';
import type { Clock } from '@/domain/tickets/clock';
import type { CalendarDate } from '@/shared/calendar-date';
import { isProvider, type PageContext } from './page-context';

export type ReasonView = Pick<Clock, 'ruleId' | 'steps' | 'ruleSetVersion' | 'holidayVersion'>;

/** A date that the page shows, open or ended, with its reason. */
export type DateView = {
  id: string;
  label: string;
  due: CalendarDate;
  kind: Clock['kind'];
  soon: boolean;
  reason: ReasonView;
  ended: { how: NonNullable<Clock['endReason']>; on: CalendarDate } | null;
  doneWord: string;
};

type Label = { provider: string; mco: string; state: string; doneWord: string };

const LABELS: Partial<Record<RuleId, Label>> = {
  presentation: { provider: 'Presented by the Portal Team', mco: 'Presented by the Portal Team', state: 'Present it to the plan', doneWord: 'done' },
  'mco-response': { provider: 'The plan’s answer', mco: 'Your written answer', state: 'The plan’s answer', doneWord: 'came' },
  'mco-response-extended': { provider: 'The plan’s answer, extended', mco: 'Your written answer, extended', state: 'The plan’s answer, extended', doneWord: 'came' },
  'information-request': { provider: 'The plan can ask for information', mco: 'Ask the provider for information', state: 'The plan can ask for information', doneWord: 'asked' },
  'information-answer': { provider: 'Your information for the plan', mco: 'The provider’s information', state: 'The provider’s information', doneWord: 'came' },
  'extension-request': { provider: 'Ask for an extension', mco: 'Ask for an extension', state: 'An extension can be asked for', doneWord: 'asked' },
  'extension-decision': { provider: 'HFS decides the extension', mco: 'HFS decides the extension', state: 'Decide the extension', doneWord: 'decided' },
  contest: { provider: 'Your reply', mco: 'The provider’s reply', state: 'The provider’s reply', doneWord: 'came' },
  'portal-team-request': { provider: 'Answer to the Portal Team', mco: 'Your answer to the Portal Team', state: 'The plan’s answer to the Portal Team', doneWord: 'came' },
  'review-information': { provider: 'Information for HFS', mco: 'Information for HFS', state: 'Information for HFS', doneWord: 'delivered' },
  'hfs-question': { provider: 'Answer to HFS', mco: 'Answer to HFS', state: 'Answer to HFS', doneWord: 'came' },
  'hfs-decision': { provider: 'Decision of HFS, aim', mco: 'Decision of HFS, aim', state: 'Decision of HFS, aim', doneWord: 'given' },
  'review-request': { provider: 'Ask HFS to review', mco: 'Review by HFS asked for', state: 'Review by HFS asked for', doneWord: 'asked' },
};

function labelOf(ruleId: RuleId, ctx: PageContext): { label: string; doneWord: string } {
  const words = LABELS[ruleId];
  if (words === undefined) return { label: DEADLINE_RULES[ruleId].label, doneWord: 'done' };
  const label = isProvider(ctx) ? words.provider : ctx.actor.role === 'mco' ? words.mco : words.state;
  return { label, doneWord: words.doneWord };
}

const SIDES: Partial<Record<Clock['owedBy'], string>> = { provider: 'provider', mco: 'plan' };

/** Two sides owe the same (R16) or different answers (R17), so their dates name the side. */
function sideOf({ ruleId, owedBy }: Clock, ctx: PageContext): string {
  if (ruleId !== 'review-information' && ruleId !== 'hfs-question') return '';
  return ctx.actor.role === owedBy ? ', yours' : `, ${SIDES[owedBy] ?? ''}`;
}

/** A clock as the page shows it. */
export function dateView(clock: Clock, ctx: PageContext): DateView {
  const { ruleId, steps, ruleSetVersion, holidayVersion } = clock;
  const { label, doneWord } = labelOf(ruleId, ctx);
  return {
    id: clock.id,
    label: `${label}${sideOf(clock, ctx)}`,
    doneWord,
    due: clock.dueOn,
    kind: clock.kind,
    soon: clock.endedOn === null && isSoon(ctx.today, clock.dueOn, ctx.holidays),
    reason: { ruleId, steps, ruleSetVersion, holidayVersion },
    ended: clock.endedOn === null || clock.endReason === null ? null : { how: clock.endReason, on: clock.endedOn },
  };
}

/** R29 is between the Portal Team and the plan; a plan has none of the clocks of the plan before it. */
function isForReader(clock: Clock, { actor, ticket }: PageContext): boolean {
  if (actor.role === 'provider') return clock.ruleId !== 'portal-team-request';
  return actor.role !== 'mco' || ticket.transferredAt === null || clock.startedAt >= ticket.transferredAt;
}

/** Every clock that pages show, the newest first; those whose action is not offered yet run unseen. */
export function ticketDates(ctx: PageContext): DateView[] {
  return ctx.ticket.clocks.filter((c) => isForReader(c, ctx)).map((c) => dateView(c, ctx)).reverse();
}
