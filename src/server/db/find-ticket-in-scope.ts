import type { Prisma } from '@generated/prisma/client';
import { isId } from './find-draft';
import { TICKET_PARTS, type StoredTicket } from './find-ticket';
import { clockFromRow, fineFromRow, ticketFromRow } from './ticket-rows';
import type { Tx } from './database';

/** A condition on tickets, such as the scope of an actor. */
export type TicketWhere = Prisma.TicketWhereInput;

/** Another ticket of the same dispute. */
export type Relative = { ticketId: string; number: string };
/** D17: the ticket that it files again, and the one that it was filed again as; both within what the actor sees. */
export type TicketInScope = StoredTicket & { refiles: Relative | null; filedAgainAs: Relative | null };

const RELATIVE = { select: { id: true, number: true } } as const;
const RELATIVES = { refiles: RELATIVE, filedAgainAs: { ...RELATIVE, orderBy: { filedAt: 'desc' }, take: 1 } } as const satisfies Prisma.TicketInclude;

function relative(row: { id: string; number: string } | null | undefined): Relative | null {
  return row ? { ticketId: row.id, number: row.number } : null;
}

/** A ticket to read, without its claim lines; null when it does not exist within `where`, a bad id included. */
export async function findTicketInScope(tx: Tx, ticketId: string, where: TicketWhere, withFines: boolean): Promise<TicketInScope | null> {
  if (!isId(ticketId)) return null;
  const row = await tx.ticket.findFirst({ where: { AND: [{ id: ticketId }, where] }, include: { ...TICKET_PARTS, ...RELATIVES } });
  if (row === null) return null;
  const ticket = ticketFromRow(row, { clocks: row.clocks.map(clockFromRow), fines: withFines ? row.fines.map(fineFromRow) : [], claims: [] });
  return { ticket, version: row.version, eventCount: row.eventCount, lastHash: row.lastHash, refiles: relative(row.refiles), filedAgainAs: relative(row.filedAgainAs[0]) };
}
