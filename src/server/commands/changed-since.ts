import type { Actor } from '@/domain/access/actor';
import { eventTitle, isQuietEvent } from '@/domain/tickets/event-words';
import type { EventType } from '@/domain/tickets/events';
import { formatChicagoInstant } from '@/shared/chicago';
import type { Scope } from '../db/as-actor';

/**
 * What somebody else did to a ticket since a form was shown, in words; empty when the form is still good. What does
 * not touch a decision (an assignment, a delivery report) does not count, and neither does the actor's own act.
 */
export async function changedSince(scope: Scope, actor: Actor, ticketId: string, seenSeq: number): Promise<string[]> {
  const rows = await scope.tx.ticketEvent.findMany({
    where: { ticketId, seq: { gt: seenSeq } },
    orderBy: { seq: 'asc' },
    select: { type: true, actorId: true, actorName: true, recordedAt: true },
  });
  return rows
    .filter((r) => !isQuietEvent(r.type as EventType) && (r.actorId === null || r.actorId !== actor.personId))
    .map((r) => `${formatChicagoInstant(r.recordedAt)}: ${eventTitle(r.type as EventType)} (${r.actorName}).`);
}
