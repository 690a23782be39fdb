import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { choose } from '@/server/commands/choose';
import { deleteView, MOST_VIEWS, saveView } from '@/server/commands/save-view';
import { asActor } from '@/server/db/as-actor';
import { listPlanQueue, type QueueFilters } from '@/server/queries/list-plan-queue';
import { columnsOfList, countViewsOfQueue, countViewsOfTickets, getListChoices, type ViewedList } from '@/server/queries/list-saved-views';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let second: PersonActor;
beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-11-24');
  cast = await givenCast(db.owner);
  second = await givenPerson(db.owner, { id: cast.mco.organizationId, name: cast.mco.organizationName, planCode: 'COUNTYCARE' }, 'mco', { isPrimary: false });
});

const save = (actor: PersonActor, name: string, change: { list?: ViewedList; isShared?: boolean; key?: string } = {}) =>
  saveView(actor, { list: 'queue', parts: { issue: 'CLAIMS' }, isShared: false, name, ...change }, change.key ?? randomUUID(), at('2026-11-24'));
const names = async (actor: PersonActor, list: ViewedList = 'queue') => (await getListChoices(actor, list)).views.map((v) => v.name);

describe('a saved view', () => {
  it('is its person’s alone; shared, it is everybody’s in the organization, and nobody’s elsewhere', async () => {
    await save(cast.mco, 'My claims');
    await save(cast.mco, 'All claims', { isShared: true });
    expect(await names(cast.mco)).toEqual(['All claims', 'My claims']);
    expect(await names(second)).toEqual(['All claims']);
    expect((await getListChoices(second, 'queue')).views[0]).toMatchObject({ isMine: false, isShared: true, savedBy: cast.mco.name, parts: { issue: 'CLAIMS' } });
    for (const other of [cast.otherMco, cast.team, cast.administration, cast.provider]) expect(await names(other)).toEqual([]);
    expect(await names(cast.mco, 'all-tickets')).toEqual([]);
  });

  it('is not crowded out by what colleagues share', async () => {
    await save(second, 'Zebra');
    await db.owner.query(
      `INSERT INTO saved_views (id, person_id, person_name, organization_id, list, name, parts, is_shared, saved_at)
       SELECT gen_random_uuid(), $1, 'A colleague', $2, 'queue', 'A ' || lpad(n::text, 2, '0'), '{}', true, now() FROM generate_series(1, 30) AS n`,
      [cast.mco.personId, cast.mco.organizationId],
    );
    const listed = await names(second);
    expect([listed.length, listed[0], listed.at(-1)]).toEqual([24, 'A 01', 'Zebra']);
    await db.owner.query(`DELETE FROM saved_views WHERE name = 'Zebra' OR person_name = 'A colleague'`);
  });

  it('is let through by the policies to whom it belongs, whatever a query asks', async () => {
    const seen = (actor: PersonActor) => asActor(actor, ({ tx }) => tx.savedView.count());
    expect([await seen(cast.mco), await seen(second), await seen(cast.otherMco), await seen(cast.team)]).toEqual([2, 1, 0, 0]);
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM saved_views WHERE name = 'All claims'`);
    const id = rows[0]?.id ?? '';
    await deleteView(second, id);
    expect(await asActor(second, ({ tx }) => tx.savedView.deleteMany({ where: { id } }))).toEqual({ count: 0 });
    await expect(asActor(second, ({ tx }) => tx.$executeRaw`INSERT INTO saved_views SELECT ${randomUUID()}::uuid, ${cast.mco.personId}::uuid, person_name, organization_id, list, name, parts, is_shared, saved_at FROM saved_views LIMIT 1`)).rejects.toThrow(/row-level security/);
    await deleteView(cast.mco, id);
    expect(await names(second)).toEqual([]);
  });

  it('needs a name of its own, is kept once however often its form is sent, and a dozen are enough', async () => {
    const field = async (name: string) => {
      const result = await save(cast.otherMco, name);
      return !result.ok && result.error.kind === 'invalid' ? result.error.issues.map((i) => i.message) : [];
    };
    expect(await field('   ')).toEqual(['Give the view a name.']);
    expect(await field('x'.repeat(61))).toEqual(['Use 60 characters or fewer. You have 61.']);
    expect(await field('a\0 b\u0007')).toEqual(['Remove the characters that cannot be shown, then try again.']);
    const key = randomUUID();
    await save(cast.otherMco, 'Mine', { key });
    await save(cast.otherMco, 'Mine', { key });
    expect(await names(cast.otherMco)).toEqual(['Mine']);
    expect(await field(' mine ')).toEqual(['You have a view of this name already.']);
    for (let n = 2; n <= MOST_VIEWS; n += 1) await save(cast.otherMco, `View ${n}`);
    expect(await field('One more')).toEqual([`You have ${MOST_VIEWS} views of this list already. Delete one first.`]);
  });
});

describe('the columns of a list', () => {
  it('are each person’s own', async () => {
    expect((await getListChoices(cast.team, 'all-tickets')).columns).toBeNull();
    await choose(cast.team, columnsOfList('all-tickets'), ['plan', 'status']);
    await choose(cast.team, columnsOfList('all-tickets'), ['plan']);
    expect((await getListChoices(cast.team, 'all-tickets')).columns).toEqual(['plan']);
    expect([(await getListChoices(cast.administration, 'all-tickets')).columns, (await getListChoices(cast.team, 'queue')).columns]).toEqual([null, null]);
    expect(await asActor(cast.administration, ({ tx }) => tx.personChoice.count())).toBe(0);
  });
});

describe('filters, order and counts', () => {
  const ANY: QueueFilters = { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } };

  it('combine on the queue, and each view says how many tickets it holds', async () => {
    const first = await givenPresentedTicket(db.owner, cast, { isUrgent: 'on', issueTypeCode: 'OTHER', claims: [] });
    const later = await givenSubmittedTicket(db.owner, cast, {}, '2026-10-20');
    await done(cast.team, command('present', later), { arrivedAt: at('2026-11-03') });
    const ids = async (filters: Partial<QueueFilters>) => (await listPlanQueue(cast.mco, 'to-answer', { ...ANY, ...filters }, null)).tickets.map((t) => t.ticketId);
    expect(await ids({})).toEqual([first, later]);
    expect(await ids({ sort: 'newest' })).toEqual([later, first]);
    expect(await ids({ sort: 'oldest' })).toEqual([first, later]);
    expect(await ids({ urgentOnly: true, sort: 'newest' })).toEqual([first]);
    expect(await ids({ urgentOnly: true, issueTypeCode: 'CLAIMS' })).toEqual([]);
    const views = [{ tab: 'to-answer' as const, filters: ANY }, { tab: 'to-answer' as const, filters: { ...ANY, urgentOnly: true } }, { tab: 'closed' as const, filters: ANY }, { tab: 'new' as const, filters: { ...ANY, issueTypeCode: 'CLAIMS' } }];
    expect([await countViewsOfQueue(cast.mco, views), await countViewsOfQueue(cast.otherMco, views)]).toEqual([[2, 1, 0, 1], [0, 0, 0, 0]]);
  });

  it('combine on all tickets, within what the reader can see', async () => {
    const all = { status: null, planCode: null, programCode: null, issueTypeCode: null, assignee: { type: 'anyone' as const } };
    await givenSubmittedTicket(db.owner, cast, { receivedByMcoOn: '2026-10-10' }, '2026-11-20');
    const views = [all, { ...all, status: 'presented' }, { ...all, status: 'presented', urgentOnly: true }, { ...all, receivedWithin: 7 }, { ...all, planCode: 'MOLINA' }];
    expect(await countViewsOfTickets(cast.team, views)).toEqual([3, 2, 1, 1, 0]);
    expect(await countViewsOfTickets(cast.accountManager, views)).toEqual([2, 2, 1, 0, 0]);
    expect(await countViewsOfTickets(cast.otherAccountManager, views)).toEqual([0, 0, 0, 0, 0]);
    expect(await countViewsOfTickets(cast.team, [])).toEqual([]);
  });
});
