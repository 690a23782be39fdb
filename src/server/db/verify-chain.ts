import { EVENT_DATA, type EventType } from '@/domain/tickets/events';
import type { TicketEvent } from '@generated/prisma/client';
import type { Tx } from './database';
import { eventHash, FIRST_HASH } from './event-hash';

export type ChainBreak = { ticketNumber: string; seq: number; what: string };
type Chained = { id: string; number: string; eventCount: number; lastHash: string };

function whatIsWrong(event: TicketEvent, seq: number, prevHash: string): string | null {
  if (event.seq !== seq) return `event ${seq} is missing`;
  if (event.prevHash !== prevHash) return 'it does not follow the event before it';
  if (eventHash(event) !== event.hash) return 'what it says was changed after it was recorded';
  const schema = EVENT_DATA[event.type as EventType] as (typeof EVENT_DATA)[EventType] | undefined;
  return schema?.safeParse(event.data).success ? null : `its data does not fit its type ${event.type}`;
}

/** The first place at which a ticket's history does not hold together; null when it does, the tail included. */
export function firstBreak(ticket: Chained, events: readonly TicketEvent[]): ChainBreak | null {
  let prevHash = FIRST_HASH;
  for (const [i, event] of events.entries()) {
    const what = whatIsWrong(event, i + 1, prevHash);
    if (what !== null) return { ticketNumber: ticket.number, seq: i + 1, what };
    prevHash = event.hash;
  }
  if (events.length !== ticket.eventCount || prevHash !== ticket.lastHash)
    return { ticketNumber: ticket.number, seq: events.length + 1, what: `the ticket counts ${ticket.eventCount} events, but ${events.length} are there` };
  return null;
}

/** Whether one ticket's history holds together; the caller must see all its events (State roles and the system do). */
export async function findChainBreak(tx: Tx, ticketId: string): Promise<ChainBreak | null> {
  const ticket = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { id: true, number: true, eventCount: true, lastHash: true } });
  return firstBreak(ticket, await tx.ticketEvent.findMany({ where: { ticketId }, orderBy: { seq: 'asc' } }));
}

const BATCH = 200;

/** Walks every ticket's history in the order of their ids, a batch at a time at steady memory; stops at the first break. */
export async function findFirstBreak(read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<{ tickets: number; events: number; broken: ChainBreak | null }> {
  const seen = { tickets: 0, events: 0 };
  for (let after: string | null = null; ; ) {
    const batch: { tickets: Chained[]; events: TicketEvent[] } = await read(async (tx) => {
      const tickets = await tx.ticket.findMany({ where: after === null ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH, select: { id: true, number: true, eventCount: true, lastHash: true } });
      return { tickets, events: await tx.ticketEvent.findMany({ where: { ticketId: { in: tickets.map((t) => t.id) } }, orderBy: [{ ticketId: 'asc' }, { seq: 'asc' }] }) };
    });
    const byTicket = Map.groupBy(batch.events, (e) => e.ticketId);
    for (const ticket of batch.tickets) {
      const broken = firstBreak(ticket, byTicket.get(ticket.id) ?? []);
      if (broken !== null) return { ...seen, broken };
    }
    seen.tickets += batch.tickets.length;
    seen.events += batch.events.length;
    const last = batch.tickets.at(-1);
    if (last === undefined || batch.tickets.length < BATCH) return { ...seen, broken: null };
    after = last.id;
  }
}
