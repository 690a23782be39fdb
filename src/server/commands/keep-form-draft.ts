import type { PersonActor } from '@/domain/access/actor';
import { hasAction } from '@/domain/tickets/decide';
import { isEmptyDraft, readFormDraft, unkeepableDraft } from '@/domain/tickets/form-draft';
import type { Ticket } from '@/domain/tickets/ticket';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { findReceipt } from '../db/command-receipts';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { saveFormDraft, type DraftPlace } from '../db/form-drafts';
import { ticketScope } from '../db/ticket-scope';

export type { DraftPlace };

const ELSEWHERE = 'You have written in this form on another page since this one was opened. That draft was kept, and this one was not saved. Load the page again to see it.';

export type KeepOptions = {
  arrivedAt?: Date;
  /** The form's own key. */
  key: string;
  /** When the draft that its page had shown was saved; null where it had shown none. */
  seen: Date | null;
};

/** Is the question on this ticket to which an answer is being written? */
function isAsked({ clocks }: Pick<Ticket, 'clocks'>, subject: string | null): boolean {
  return subject === null || clocks.some((clock) => clock.ruleId === 'hfs-question' && clock.subject === subject);
}

/**
 * Keeps what a person has typed in a form of a ticket, for that person alone; an empty form keeps nothing. What comes
 * in after its form was sent (`key`) is not kept: the act has ended it. A second page of the same form does not write
 * over what the first one has written since; it is told. Gives the instant.
 */
export function keepFormDraft(actor: PersonActor, place: DraftPlace, typed: Record<string, unknown>, options: KeepOptions): Promise<Result<Date>> {
  if (!hasAction(actor, place.action)) return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(
    actor,
    async (scope) => {
      const { tx, now } = scope;
      const found = await findTicketInScope(tx, place.ticketId, await ticketScope(scope, actor), false);
      if (found === null || !isAsked(found.ticket, place.subject)) return err({ kind: 'not_found' });
      const draft = readFormDraft(place.action, typed);
      const issues = unkeepableDraft(draft);
      if (issues.length > 0) return err({ kind: 'invalid', issues });
      if ((await findReceipt(scope, actor, options.key)) !== null) return ok(now);
      const isKept = await saveFormDraft(tx, actor, place, isEmptyDraft(draft) ? null : draft, now, options);
      return isKept ? ok(now) : err({ kind: 'conflict', reason: ELSEWHERE });
    },
    options.arrivedAt,
  );
}
