import type { ClockChanges } from '@/domain/tickets/clock';
import type { NewEvent } from '@/domain/tickets/decision';
import { replayDifference } from '@/domain/tickets/replay';
import type { TicketEvent } from '@generated/prisma/client';
import { dayOf } from './dates';
import type { Tx } from './database';
import { clockFromRow, fineFromRow, ticketFromRow } from './ticket-rows';
import { firstBreak } from './verify-chain';
import type { Finding } from './watch-tickets';

const BATCH = 200;

type StartedJson = ClockChanges['started'][number] & { startedAt: string | Date };

/** A stored event as `decide` had made it; its instants became text in JSON. */
function eventFromRow(row: TicketEvent): NewEvent {
  const clocks = row.clocks as unknown as Omit<ClockChanges, 'started'> & { started: StartedJson[] };
  const started = clocks.started.map((c) => ({ ...c, startedAt: new Date(c.startedAt) }));
  return { type: row.type, data: row.data, to: row.toStatus, effectiveOn: dayOf(row.effectiveOn), at: row.recordedAt, clocks: { ...clocks, started } } as unknown as NewEvent;
}

function look(ticket: Awaited<ReturnType<typeof readBatch>>['tickets'][number], events: TicketEvent[]): Finding[] {
  const about = { subject: ticket.id, ticketId: ticket.id };
  const broken = firstBreak(ticket, events);
  // Replaying what does not hold together says nothing.
  if (broken !== null) return [{ ...about, kind: 'chain', what: `Event ${broken.seq}: ${broken.what}.` }];
  const kept = ticketFromRow(ticket, { clocks: ticket.clocks.map(clockFromRow), fines: ticket.fines.map(fineFromRow), claims: [] });
  const difference = replayDifference(kept, events.map(eventFromRow));
  return difference === null ? [] : [{ ...about, kind: 'not_replayed', what: `${difference.charAt(0).toUpperCase()}${difference.slice(1)}.` }];
}

async function readBatch(tx: Tx, after: string | null) {
  const tickets = await tx.ticket.findMany({ where: after === null ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH, include: { clocks: true, fines: true } });
  const events = await tx.ticketEvent.findMany({ where: { ticketId: { in: tickets.map((t) => t.id) } }, orderBy: [{ ticketId: 'asc' }, { seq: 'asc' }] });
  return { tickets, events };
}

/** Walks every history, a batch at a time and each as of one instant: does its chain hold, and is the ticket what it gives? */
export async function watchHistories(read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let after: string | null = null; ; ) {
    const { tickets, events }: Awaited<ReturnType<typeof readBatch>> = await read((tx) => readBatch(tx, after));
    const byTicket = Map.groupBy(events, (e) => e.ticketId);
    for (const ticket of tickets) findings.push(...look(ticket, byTicket.get(ticket.id) ?? []));
    const last = tickets.at(-1);
    if (last === undefined || tickets.length < BATCH) return findings;
    after = last.id;
  }
}
