import type { Prisma } from '@generated/prisma/client';
import type { Ticket } from '@/domain/tickets/ticket';
import type { Tx } from './database';
import { claimFromRow, clockFromRow, fineFromRow, ticketFromRow } from './ticket-rows';

/** A ticket with the place where its history stands. */
export type StoredTicket = { ticket: Ticket; version: number; eventCount: number; lastHash: string };

/** What a ticket is read with, in its own statement and in this order. */
export const TICKET_PARTS = {
  clocks: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] },
  fines: { orderBy: [{ proposedOn: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.TicketInclude;

/** A ticket in the actor's scope with its clocks and visible fines; null when it does not exist for the actor. */
export async function findTicket(tx: Tx, ticketId: string, withClaims = true): Promise<StoredTicket | null> {
  const row = await tx.ticket.findUnique({ where: { id: ticketId }, include: TICKET_PARTS });
  if (row === null) return null;
  const claims = withClaims ? await tx.claimLine.findMany({ where: { ticketId }, orderBy: { lineNo: 'asc' } }) : [];
  const ticket = ticketFromRow(row, { clocks: row.clocks.map(clockFromRow), fines: row.fines.map(fineFromRow), claims: claims.map(claimFromRow) });
  return { ticket, version: row.version, eventCount: row.eventCount, lastHash: row.lastHash };
}

/**
 * Locks a ticket that the actor has, and opens the door to what hangs on it for the rest of the transaction.
 * Null when it does not exist for the actor.
 */
export async function lockTicket(tx: Tx, ticketId: string, withClaims: boolean): Promise<StoredTicket | null> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    WITH t AS (SELECT id FROM tickets WHERE id = ${ticketId}::uuid FOR UPDATE)
    SELECT t.id, set_config('app.door', t.id::text, true) FROM t`;
  return locked === undefined ? null : findTicket(tx, ticketId, withClaims);
}
