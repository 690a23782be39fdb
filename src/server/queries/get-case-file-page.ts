import { isStateRole, type PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { findTicketFiles } from '../db/files';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { recordView } from '../db/record-view';
import { ticketScope } from '../db/ticket-scope';

/** What the reader's case file of a ticket would hold now; `hidden` events are in it by their hashes alone. */
export type CaseFilePage = { ticketId: string; number: string; trackingNumber: string; planCode: string; eventCount: number; hidden: number; lastHash: string; files: { count: number; bytes: number } };

/** Null when the ticket does not exist for the reader. */
export function getCaseFilePage(actor: PersonActor, ticketId: string): Promise<CaseFilePage | null> {
  return asActor(actor, async (scope) => {
    const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false);
    if (stored === null) return null;
    await recordView(scope, actor, ticketId);
    const readable = isStateRole(actor.role) ? stored.eventCount : await scope.tx.ticketEvent.count({ where: { ticketId } });
    const files = (await findTicketFiles(scope.tx, ticketId)).filter((f) => f.fault === null && (f.state === 'clean' || f.state === 'not_scanned'));
    const { number, trackingNumber, planCode } = stored.ticket;
    return {
      ticketId, number, trackingNumber, planCode, eventCount: stored.eventCount, hidden: stored.eventCount - readable, lastHash: stored.lastHash,
      files: { count: files.length, bytes: files.reduce((sum, f) => sum + f.bytes, 0) },
    };
  });
}
