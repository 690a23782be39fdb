import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '@/domain/access/actor';
import { emailsFor } from '@/domain/notifications/emails-for';
import type { NewEvent } from '@/domain/tickets/decision';
import { evolve } from '@/domain/tickets/evolve';
import type { Ticket } from '@/domain/tickets/ticket';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asReader } from '@/server/db/as-actor';
import { findRecipients } from '@/server/db/find-recipients';
import { sweep } from '@/server/jobs/sweep';
import { verifyHistories } from '@/server/jobs/verify-histories';
import { Picks } from '@/server/sandbox/seeded';
import type { TicketEvent } from '@generated/prisma/client';
import { givenCast, type Cast } from '../../scenarios/people';
import { randomAct } from '../../scenarios/random-acts';
import { eventOf, replayAll } from '../../scenarios/replay';
import { givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();

const PORTAL = 'https://portal.example';
const SEED = process.env.CONCURRENCY_SEED ?? '20261124';
const ACTS = Number(process.env.CONCURRENCY_ACTS ?? 200);
// Tickets close one after the other, so a longer run has more of them.
const TICKETS = Math.max(20, Math.ceil(ACTS / 20));
const CLIENTS = 16;
const START = Date.parse('2026-11-24T15:00:00Z');
const HOURS_BETWEEN = 4;

let cast: Cast;
let done = 0;
const refused = new Map<string, number>();
const faults: unknown[] = [];

/** Tickets, from just sent to overdue. */
async function givenTickets(): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < TICKETS; i++) {
    const change = { trackingNumber: `CC-${i}` };
    if (i % 5 === 0) ids.push(await givenSubmittedTicket(db.owner, cast, change));
    else if (i % 5 === 1) ids.push(await givenRespondedTicket(db.owner, cast));
    else if (i % 5 === 2) ids.push(await givenOverdueTicket(db.owner, cast));
    else ids.push(await givenPresentedTicket(db.owner, cast, change));
  }
  return ids;
}

/** Every act has an instant of its own, so that a history shows which events one act made. */
let acts = 0;
const nextInstant = () => new Date(START + (acts += 1) * ((HOURS_BETWEEN * 3_600_000) / CLIENTS));

async function client(n: number, ticketIds: readonly string[], look: Client): Promise<void> {
  const picks = new Picks(`${SEED}:${n}`);
  for (let i = 0; i < ACTS / CLIENTS; i++) {
    const { actor, command } = await randomAct(ticketIds, look, cast, picks);
    const options = { arrivedAt: nextInstant(), key: `${n}:${i}` };
    try {
      // One in five is sent twice at once, as by a double click.
      const [first, again] = await Promise.all([runTicketCommand(actor, command, options), picks.chance(0.2) ? runTicketCommand(actor, command, options) : null]);
      if (first.ok) done += 1;
      else refused.set(first.error.kind, (refused.get(first.error.kind) ?? 0) + 1);
      // A copy may come before or after what makes the act possible; both of them acting is one act too many.
      if (first.ok && again?.ok === true) expect([first.value.repeated, again.value.repeated].sort(), `${command.action} sent twice`).toEqual([false, true]);
    } catch (error) {
      faults.push(error);
    }
    if (i % 4 === 3) await sweep(PORTAL, nextInstant());
  }
}

beforeAll(async () => {
  cast = await givenCast(db.owner);
  const ticketIds = await givenTickets();
  const looks = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const look = new Client({ connectionString: db.urls.owner });
      await look.connect();
      return look;
    }),
  );
  await Promise.all(looks.map((look, n) => client(n, ticketIds, look)));
  await Promise.all(looks.map((look) => look.end()));
}, 600_000);

type Expected = { seq: number; kind: string; to: string };

/** The mails that a ticket's events give, worked out anew from its history, with the people who are there now. */
async function expectedMails(ticketId: string): Promise<Expected[]> {
  return asReader(SYSTEM, async (scope) => {
    const rows = await scope.tx.ticketEvent.findMany({ where: { ticketId }, orderBy: { seq: 'asc' } });
    // Whom a ticket's mails may go to is told to the transaction that holds its door.
    await scope.tx.$executeRaw`SELECT set_config('app.door', ${ticketId}, true)`;
    const recipients = await findRecipients(scope, ticketId, null, true);
    const people = await scope.tx.person.findMany({ select: { id: true, name: true, email: true } });
    const expected: Expected[] = [];
    let ticket: Ticket | null = null;
    for (const group of acted(rows)) {
      for (const row of group) ticket = evolve(ticket, eventOf(row), ticketId);
      if (ticket === null) throw new Error('A history begins with a ticket.');
      for (const row of group) {
        const event: NewEvent = eventOf(row);
        const named = event.type === 'Assigned' ? people.find((p) => p.id === event.data.assignee?.personId) : undefined;
        const assignee = named === undefined ? null : { personId: named.id, name: named.name, email: named.email };
        const mails = emailsFor(event, ticket, { recipients: { ...recipients, assignee }, planName: 'a plan', portalUrl: PORTAL, actorPersonId: row.actorId, actorRole: row.actorRole as Actor['role'] });
        expected.push(...mails.map((m) => ({ seq: row.seq, kind: m.kind, to: m.to.email })));
      }
    }
    return expected;
  });
}

/** The events of each act: they share its instant and whoever did it. */
function acted(rows: readonly TicketEvent[]): TicketEvent[][] {
  const groups: TicketEvent[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && last.recordedAt.getTime() === row.recordedAt.getTime() && last.actorId === row.actorId) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

const byPlace = (a: Expected, b: Expected) => a.seq - b.seq || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.to < b.to ? -1 : 1);
/** Whose people have changed since: a transfer's mails went to the plan that had the ticket then. */
const ofThen = new Set(['transferred-from-plan', 'transferred-to-plan']);

describe(`${ACTS} random acts by ${CLIENTS} clients on ${TICKETS} tickets, seed ${SEED}`, () => {
  it('do a good part of what they ask, and fail in no other way than by a refusal', () => {
    expect(faults).toEqual([]);
    expect(done).toBeGreaterThan(ACTS / 12);
    expect([...refused.keys()].sort()).toEqual(expect.arrayContaining(['not_allowed', 'not_found']));
  });

  it('leave every ticket equal to the replay of its events', async () => {
    for (const { number, stored, replayed } of await replayAll()) expect(replayed, number).toEqual(stored);
  });

  it('double no clock, no fine and no act', async () => {
    const clocks = await db.owner.query(`SELECT ticket_id, rule_id, owed_by, subject FROM clocks WHERE ended_on IS NULL GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`);
    expect(clocks.rows).toEqual([]);
    const twice = await db.owner.query(`SELECT ticket_id, type, recorded_at, data FROM ticket_events GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`);
    expect(twice.rows).toEqual([]);
    const fines = await db.owner.query(`SELECT ticket_id FROM fines WHERE status <> 'void' GROUP BY 1 HAVING count(*) > 1`);
    expect(fines.rows).toEqual([]);
  });

  it('lose and double no message: each event has exactly those that it gives', async () => {
    const { rows: tickets } = await db.owner.query<{ id: string; moved: boolean }>(`SELECT id, EXISTS (SELECT 1 FROM ticket_events e WHERE e.ticket_id = t.id AND e.type = 'Transferred') AS moved FROM tickets t`);
    for (const { id, moved } of tickets) {
      const { rows } = await db.owner.query<Expected>(`SELECT event_seq AS seq, kind, to_address AS "to" FROM outbox WHERE ticket_id = $1`, [id]);
      const counts = (list: Expected[]) => list.filter((m) => !ofThen.has(m.kind)).map(({ seq, kind, to }) => ({ seq, kind, to: moved ? '' : to })).sort(byPlace);
      expect(counts(rows), id).toEqual(counts(await expectedMails(id)));
    }
  });

  it('leave histories that verify', async () => {
    expect((await verifyHistories()).broken).toBeNull();
  });
});
