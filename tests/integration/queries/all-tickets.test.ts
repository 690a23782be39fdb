import { beforeAll, describe, expect, it } from 'vitest';
import { listAllTickets, type AllTicketsFilters, type TicketSort } from '@/server/queries/list-all-tickets';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
const ANY: AllTicketsFilters = { status: null, planCode: null, programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } };
let cast: Cast;
let ids: Record<'first' | 'second' | 'molina' | 'closed', string>;

beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-11-24');
  cast = await givenCast(db.owner);
  ids = {
    first: await givenPresentedTicket(db.owner, cast),
    second: await givenSubmittedTicket(db.owner, cast, { issueTypeCode: 'OTHER', claims: [] }, '2026-10-16'),
    molina: await givenSubmittedTicket(db.owner, cast, { planCode: 'MOLINA', programCode: 'MLTSS' }, '2026-10-19'),
    closed: await givenSubmittedTicket(db.owner, cast, {}, '2026-10-20'),
  };
  await done(cast.team, command('present', ids.molina), { arrivedAt: at('2026-10-20') });
  await done(cast.provider, command('withdraw', ids.closed, { reason: 'Twice.' }), { arrivedAt: at('2026-10-21') });
  await done(cast.team, command('assign', ids.second, { assigneeId: cast.team.personId }), { arrivedAt: at('2026-10-22') });
});

const idsOf = async (filters: Partial<AllTicketsFilters> = {}, sort: TicketSort = 'newest', actor = cast.team) => (await listAllTickets(actor, { ...ANY, ...filters }, sort, null)).tickets.map((t) => t.ticketId);

describe('all tickets', () => {
  it('stand in each order, and by date only what somebody still has to do', async () => {
    expect(await idsOf()).toEqual([ids.closed, ids.molina, ids.second, ids.first]);
    expect(await idsOf({}, 'oldest')).toEqual([ids.first, ids.second, ids.molina, ids.closed]);
    expect(await idsOf({}, 'due')).toEqual([ids.second, ids.molina, ids.first]);
  });

  it('narrow by status, plan, program, issue type and who has them at the State', async () => {
    expect(await idsOf({ status: 'closed' })).toEqual([ids.closed]);
    expect(await idsOf({ planCode: 'MOLINA' })).toEqual([ids.molina]);
    expect(await idsOf({ programCode: 'MLTSS' })).toEqual([ids.molina]);
    expect(await idsOf({ issueTypeCode: 'OTHER' })).toEqual([ids.second]);
    expect(await idsOf({ assignee: { type: 'person', personId: cast.team.personId } })).toEqual([ids.second]);
    expect(await idsOf({ assignee: { type: 'nobody' } })).toEqual([ids.closed, ids.molina, ids.first]);
    expect(await idsOf({ planCode: 'NO-SUCH-PLAN' })).toEqual([]);
  });

  it('narrow by urgency and by the days since they were received, today counted as one', async () => {
    expect(await idsOf({ urgentOnly: true })).toEqual([]);
    await db.owner.query('UPDATE tickets SET is_urgent = true WHERE id = $1', [ids.second]);
    expect(await idsOf({ urgentOnly: true })).toEqual([ids.second]);
    await db.owner.query('UPDATE tickets SET is_urgent = false WHERE id = $1', [ids.second]);
    // Of Oct 19 and Oct 20; Nov 24 is the 37th day from Oct 19 on.
    expect([await idsOf({ receivedWithin: 37 }), await idsOf({ receivedWithin: 36 })]).toEqual([[ids.closed, ids.molina], [ids.closed]]);
  });

  it('that fill one page to its end have no next page', async () => {
    await db.owner.query(`INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || (20000 + g)))).* FROM tickets t, generate_series(1, 49) g WHERE t.id = $1`, [ids.molina]);
    const page = await listAllTickets(cast.team, { ...ANY, planCode: 'MOLINA' }, 'newest', null);
    await db.owner.query(`DELETE FROM tickets WHERE number LIKE 'PRP-2026-200__'`);
    expect([page.tickets.length, page.next]).toEqual([50, null]);
  });

  it('of an Account Manager are those of the own plans, from presentation on', async () => {
    expect(await idsOf({}, 'newest', cast.accountManager)).toEqual([ids.first]);
    expect(await idsOf({}, 'newest', cast.otherAccountManager)).toEqual([ids.molina]);
    expect(await idsOf({ planCode: 'MOLINA' }, 'newest', cast.accountManager)).toEqual([]);
    expect((await listAllTickets(cast.accountManager, ANY, 'newest', null)).plans.map((p) => p.code)).toEqual(['COUNTYCARE']);
    expect(await idsOf({}, 'newest', cast.administration)).toHaveLength(4);
  });

  it.each(['newest', 'oldest', 'due'] as const)('go on behind the row that a page ended with: %s', async (sort) => {
    await db.owner.query(`INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || (10000 + g), 'filed_at', t.filed_at + (g / 3) * interval '1 microsecond'))).* FROM tickets t, generate_series(1, 120) g WHERE t.id = $1`, [ids.molina]);
    const all = await db.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM tickets WHERE $1 <> 'due' OR turn_due_on IS NOT NULL`, [sort]);
    const seen: string[] = [];
    for (let page = await listAllTickets(cast.team, ANY, sort, null); ; ) {
      seen.push(...page.tickets.map((t) => t.ticketId));
      expect(page.tickets.length).toBeLessThanOrEqual(50);
      if (page.next === null) break;
      page = await listAllTickets(cast.team, ANY, sort, page.next);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(all.rows[0]?.n ?? 0);
    await db.owner.query(`DELETE FROM tickets WHERE number >= 'PRP-2026-10001'`);
  });
});
