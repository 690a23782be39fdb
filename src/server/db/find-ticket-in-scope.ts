import type { Prisma } from '@generated/prisma/client';
import { isId } from './find-draft';
import type { StoredTicket } from './find-ticket';
import { clockFromRow, fineFromRow, ticketFromRow } from './ticket-rows';
import type { Tx } from './database';

/** A condition on tickets, such as the scope of an actor. */
export type TicketWhere = Prisma.TicketWhereInput;

/** A ticket to read, without its claim lines; null when it does not exist within `where`, a bad id included. */
export async function findTicketInScope(tx: Tx, ticketId: string, where: TicketWhere, withFines: boolean): Promise<StoredTicket | null> {
  if (!isId(ticketId)) return null;
  const row = await tx.ticket.findFirst({ where: { AND: [{ id: ticketId }, where] } });
  if (row === null) return null;
  const clocks = await tx.clock.findMany({ where: { ticketId }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });
  // Nobody has a fine before presentation.
  const fines = withFines && row.presentedOn !== null ? await tx.fine.findMany({ where: { ticketId }, orderBy: [{ proposedOn: 'asc' }, { id: 'asc' }] }) : [];
  const ticket = ticketFromRow(row, { clocks: clocks.map(clockFromRow), fines: fines.map(fineFromRow), claims: [] });
  return { ticket, version: row.version, eventCount: row.eventCount, lastHash: row.lastHash };
}

/** The tickets that a ticket files again or is filed again as (D17); both within what the actor sees. */
export async function findRelatives(tx: Tx, ticketId: string, refilesTicketId: string | null): Promise<{ ticketId: string; number: string; refiles: boolean }[]> {
  const rows = await tx.ticket.findMany({
    where: { OR: [{ refilesTicketId: ticketId }, ...(refilesTicketId === null ? [] : [{ id: refilesTicketId }])] },
    orderBy: { filedAt: 'desc' },
    select: { id: true, number: true, refilesTicketId: true },
  });
  return rows.map((r) => ({ ticketId: r.id, number: r.number, refiles: r.refilesTicketId === ticketId }));
}
