import type { PersonActor } from '@/domain/access/actor';
import { hasAction } from '@/domain/tickets/decide';
import { isEmptyDraft, readFormDraft, unkeepableDraft } from '@/domain/tickets/form-draft';
import type { Ticket } from '@/domain/tickets/ticket';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { findReceipt } from '../db/command-receipts';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { deleteFormDraft, saveFormDraft, type DraftPlace } from '../db/form-drafts';
import { ticketScope } from '../db/ticket-scope';

export type { DraftPlace };

/** Is the question on this ticket to which an answer is being written? */
function isAsked({ clocks }: Pick<Ticket, 'clocks'>, subject: string | null): boolean {
  return subject === null || clocks.some((clock) => clock.ruleId === 'hfs-question' && clock.subject === subject);
}

/**
 * Keeps what a person has typed in a form of a ticket, for that person alone; an empty form keeps nothing. What comes
 * in after its form was sent (`key`) is not kept: the act has ended it. Gives the instant.
 */
export function keepFormDraft(actor: PersonActor, place: DraftPlace, typed: Record<string, unknown>, options: { arrivedAt?: Date; key: string }): Promise<Result<Date>> {
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
      if (isEmptyDraft(draft)) await deleteFormDraft(tx, actor, place);
      else await saveFormDraft(tx, actor, place, draft, now);
      return ok(now);
    },
    options.arrivedAt,
  );
}
