import { beforeAll, describe, expect, it } from 'vitest';
import { allTicketsInChunks, listAllTickets, type AllTicketsFilters } from '@/server/queries/list-all-tickets';
import { finesInChunks } from '@/server/queries/list-fines';
import { myTicketsInChunks } from '@/server/queries/list-my-tickets';
import { planFinesInChunks, planQueueInChunks } from '@/server/queries/list-plan-queue';
import { ticketClaimsInChunks } from '@/server/queries/list-ticket-claims';
import { workTicketsInChunks } from '@/server/queries/list-work-queues';
import { noNumberInChunks, undeliveredInChunks } from '@/server/queries/work-exceptions';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenOverdueTicket, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
const ANY: AllTicketsFilters = { status: null, planCode: null, programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } };
const EVERYBODY = { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } } as const;
const COPIES = 2300;
let cast: Cast;
let overdue: string;
let submitted: string;

let copied = 50_000;

/** More tickets like one, a minute apart: lists are cut into chunks of a thousand. */
async function givenCopies(ticketId: string, copies: number): Promise<void> {
  await db.owner.query(
    `INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || ($3::int + n), 'filed_at', t.filed_at + (n / 3) * interval '1 minute'))).*
     FROM tickets t, generate_series(1, $2::int) n WHERE t.id = $1::uuid`,
    [ticketId, copies, copied],
  );
  copied += copies;
}

beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-02');
  cast = await givenCast(db.owner);
  overdue = await givenOverdueTicket(db.owner, cast);
  const presented = await givenPresentedTicket(db.owner, cast, { trackingNumber: 'CC-1' });
  submitted = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-2' });
  const molina = await givenSubmittedTicket(db.owner, cast, { planCode: 'MOLINA', programCode: 'MLTSS' });
  await done(cast.team, command('present', molina), { arrivedAt: at('2026-10-27') });
  await givenCopies(presented, COPIES);
  await givenCopies(submitted, 5);
});

async function all<T>(chunks: AsyncIterable<T[]>): Promise<{ items: T[]; largest: number }> {
  const items: T[] = [];
  let largest = 0;
  for await (const chunk of chunks) {
    items.push(...chunk);
    largest = Math.max(largest, chunk.length);
  }
  return { items, largest };
}

describe('a list in a file', () => {
  it.each(['newest', 'oldest', 'due'] as const)('of all tickets, %s: every row once, in the order of its page', async (sort) => {
    const { items, largest } = await all(allTicketsInChunks(cast.team, ANY, sort));
    expect(items).toHaveLength(COPIES + 9);
    expect(new Set(items.map((t) => t.ticketId)).size).toBe(items.length);
    expect(largest).toBe(1000);
    const first = await listAllTickets(cast.team, ANY, sort, null);
    const second = await listAllTickets(cast.team, ANY, sort, first.next);
    expect(items.slice(0, 100)).toEqual([...first.tickets, ...second.tickets]);
  });

  it('holds only what fits the filters, and only what its reader may see', async () => {
    const count = async (actor = cast.team, filters: Partial<AllTicketsFilters> = {}) => (await all(allTicketsInChunks(actor, { ...ANY, ...filters }, 'newest'))).items.length;
    expect(await count(cast.team, { status: 'submitted' })).toBe(6);
    expect(await count(cast.team, { planCode: 'MOLINA' })).toBe(1);
    expect(await count(cast.accountManager)).toBe(COPIES + 2);
    expect(await count(cast.otherAccountManager)).toBe(1);
    expect(await count(cast.otherAccountManager, { planCode: 'COUNTYCARE' })).toBe(0);
  });

  it('of a plan’s queue is its own, tab by tab', async () => {
    expect((await all(planQueueInChunks(cast.mco, 'to-answer', EVERYBODY))).items).toHaveLength(COPIES + 2);
    expect((await all(planQueueInChunks(cast.mco, 'overdue', { ...EVERYBODY, issueTypeCode: 'NONE' }))).items).toEqual([]);
    expect((await all(planQueueInChunks(cast.otherMco, 'to-answer', EVERYBODY))).items).toHaveLength(1);
  });

  it('of a plan’s fines holds no proposal', async () => {
    expect((await all(finesInChunks(cast.accountManager, 'proposed'))).items.map((f) => f.ticketId)).toEqual([overdue]);
    expect((await all(finesInChunks(cast.otherAccountManager, 'proposed'))).items).toEqual([]);
    expect((await all(planFinesInChunks(cast.mco))).items).toEqual([]);
    await done(cast.administration, command('issueFine', overdue), { arrivedAt: at('2026-12-02') });
    expect((await all(planFinesInChunks(cast.mco))).items.map((f) => f.ticketId)).toEqual([overdue]);
    expect((await all(planFinesInChunks(cast.otherMco))).items).toEqual([]);
  });

  it('of a provider’s tickets is its own, group by group', async () => {
    const waiting = await all(myTicketsInChunks(cast.provider, 'waiting', null));
    expect(waiting.items).toHaveLength(COPIES + 9);
    expect(new Set(waiting.items.map((t) => t.ticketId)).size).toBe(waiting.items.length);
    expect((await all(myTicketsInChunks(cast.otherProvider, 'waiting', cast.provider.organizationId))).items).toEqual([]);
  });

  it('of the Portal Team’s work holds each tab', async () => {
    expect((await all(workTicketsInChunks(cast.team, 'present'))).items).toHaveLength(6);
    expect((await all(workTicketsInChunks(cast.team, 'overdue'))).items).toHaveLength(COPIES + 3);
    expect((await all(noNumberInChunks(cast.team))).items).toEqual([]);
    expect((await all(undeliveredInChunks(cast.team))).items).toEqual([]);
  });

  it('of a ticket’s claims is for those who have the ticket; a provider sees the end of each RIN', async () => {
    const claims = async (actor: typeof cast.team) => {
      const found = await ticketClaimsInChunks(actor, submitted);
      return found === null ? null : (await all(found.chunks)).items.map((c) => c.rin);
    };
    expect(await claims(cast.provider)).toEqual(['ending 8420']);
    expect(await claims(cast.team)).toEqual(['000 118 420']);
    for (const stranger of [cast.otherProvider, cast.mco, cast.otherMco, cast.accountManager, cast.sme]) expect(await claims(stranger)).toBeNull();
    expect(await ticketClaimsInChunks(cast.team, 'x')).toBeNull();
    const { rows } = await db.owner.query('SELECT 1 FROM ticket_views WHERE ticket_id = $1 AND person_id = $2', [submitted, cast.team.personId]);
    expect(rows).toHaveLength(1);
  });
});
