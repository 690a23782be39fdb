import { SYSTEM } from '@/domain/access/actor';
import { calendarDate } from '@/shared/calendar-date';
import type { NewEvent } from '@/domain/tickets/decision';
import { evolve } from '@/domain/tickets/evolve';
import type { Ticket } from '@/domain/tickets/ticket';
import { asReader } from '@/server/db/as-actor';
import { dayOf } from '@/server/db/dates';
import { findTicket } from '@/server/db/find-ticket';
import type { TicketEvent } from '@generated/prisma/client';

/** A ticket as plain data that can be compared: lists have one order. */
function plain(ticket: Ticket): unknown {
  const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.parse(JSON.stringify({ ...ticket, clocks: byId(ticket.clocks), fines: byId(ticket.fines) }));
}

export function eventOf(row: TicketEvent): NewEvent {
  // What was recorded was checked against its type's schema when it was written.
  return { type: row.type, data: row.data, to: row.toStatus, effectiveOn: calendarDate(dayOf(row.effectiveOn)), at: row.recordedAt, clocks: row.clocks } as unknown as NewEvent;
}

export type Replayed = { number: string; stored: unknown; replayed: unknown };

/** Every ticket beside what its events alone make of it. The claim lines, which events do not repeat, are given. */
export function replayAll(): Promise<Replayed[]> {
  return asReader(SYSTEM, async ({ tx }) => {
    const replays: Replayed[] = [];
    for (const { id } of await tx.ticket.findMany({ select: { id: true }, orderBy: { number: 'asc' } })) {
      const stored = (await findTicket(tx, id))?.ticket;
      if (stored === undefined) throw new Error('The system sees every ticket.');
      const claims = stored.claims.map((claim) => ({ ...claim, mcoOutcome: null, mcoAmountCents: null }));
      const rows = await tx.ticketEvent.findMany({ where: { ticketId: id }, orderBy: { seq: 'asc' } });
      const replayed = rows.reduce<Ticket | null>((ticket, row) => {
        const next = evolve(ticket, eventOf(row), id);
        return ticket === null ? { ...next, claims } : next;
      }, null);
      replays.push({ number: stored.number, stored: plain(stored), replayed: replayed === null ? null : plain(replayed) });
    }
    return replays;
  });
}
