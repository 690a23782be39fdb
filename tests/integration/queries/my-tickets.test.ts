import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { saveDraft } from '@/server/commands/save-draft';
import { startDraft } from '@/server/commands/start-draft';
import { getPortalFrame } from '@/server/queries/get-portal-frame';
import { listMyTickets, type MyTickets, type MyTicketsAsked } from '@/server/queries/list-my-tickets';
import { givenCast, givenOrganization, givenPerson, type Cast } from '../../scenarios/people';
import { at, command, complaintForm, done, givenDraft, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let agent: PersonActor;
let ids: Record<'submitted' | 'presented' | 'responded' | 'contested' | 'lapsed' | 'closed', string>;

const FIRST: MyTicketsAsked = { clientId: null, after: { mine: null, waiting: null, closed: null } };

/** Portal time is set by a sandbox's marker, so that the day is the same whenever the test runs. */
beforeAll(async () => {
  await db.owner.query(`INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at) VALUES (now(), $1)`, [at('2026-11-24', '09:41')]);
  cast = await givenCast(db.owner);
  const organization = await givenOrganization(db.owner, 'provider', 'Ledgerline Billing');
  await db.owner.query('UPDATE organizations SET is_billing_agent = true WHERE id = $1', [organization.id]);
  await db.owner.query('INSERT INTO billing_agent_grants (agent_id, client_id) VALUES ($1, $2), ($1, $3)', [organization.id, cast.provider.organizationId, cast.otherProvider.organizationId]);
  agent = await givenPerson(db.owner, organization, 'provider', { isBillingAgent: true });
  ids = {
    submitted: await givenSubmittedTicket(db.owner, cast),
    presented: await givenPresentedTicket(db.owner, cast),
    responded: await givenRespondedTicket(db.owner, cast),
    contested: await givenRespondedTicket(db.owner, cast),
    lapsed: await givenRespondedTicket(db.owner, cast),
    closed: await givenSubmittedTicket(db.owner, cast),
  };
  const contest = { why: 'One claim is still denied.' };
  await done(cast.provider, command('contest', ids.contested, contest), { arrivedAt: at('2026-11-23') });
  await done(cast.provider, command('contest', ids.lapsed, contest), { arrivedAt: at('2026-11-23') });
  await db.owner.query(`UPDATE tickets SET turn_due_on = '2026-11-20' WHERE id = $1`, [ids.lapsed]);
  await done(cast.provider, command('withdraw', ids.closed, { reason: 'Filed twice.' }), { arrivedAt: at('2026-11-20') });
});

const idsOf = (page: MyTickets['mine']) => page.tickets.map((t) => t.ticketId);

describe('a provider’s tickets', () => {
  it('stand in three groups: what needs its act, what waits for others, what is closed', async () => {
    const found = await listMyTickets(cast.colleague, FIRST);
    expect(idsOf(found.mine)).toEqual([ids.responded, ids.contested]);
    expect(idsOf(found.waiting).sort()).toEqual([ids.lapsed, ids.presented, ids.submitted].sort());
    expect(idsOf(found.closed)).toEqual([ids.closed]);
    expect([found.mine.count, found.waiting.count, found.closed.count]).toEqual([2, 3, 1]);
    // The number in the menu is that of the first group, for a billing agent and a stranger as well; a plan’s counts its requests.
    const inMenu = async (actor: PersonActor) => (await getPortalFrame(actor)).myTurn;
    expect([await inMenu(cast.colleague), await inMenu(agent), await inMenu(cast.otherProvider), await inMenu(cast.mco), await inMenu(cast.team)]).toEqual([2, 2, 0, 0, null]);
    expect(found.mine.tickets[0]).toMatchObject({ plan: 'CountyCare Health Plan', issueType: 'Claims and payment', turn: { who: 'You' }, clock: { ruleId: 'contest', dueOn: '2026-12-01' } });
    expect(found.waiting.tickets.find((t) => t.ticketId === ids.presented)?.clock).toMatchObject({ ruleId: 'mco-response', dueOn: '2026-11-30' });
    expect(found.closed.tickets[0]).toMatchObject({ turn: { who: 'Closed', what: 'withdrawn by the provider' }, clock: null });
  });

  it('drafts stand with what needs its act, last saved first, with the window as far as it is known', async () => {
    const blank = await startDraft(cast.provider, {}, at('2026-11-24', '09:00'));
    const late = await startDraft(cast.provider, { eligibility: { receivedByMcoOn: '2026-10-20', hasNumber: 'yes' } }, at('2026-11-24', '09:10'));
    if (!blank.ok || !late.ok) throw new Error('not started');
    await saveDraft(cast.provider, blank.value, { step: 'dispute', fields: { planCode: 'MOLINA' } }, { seenVersion: 1, arrivedAt: at('2026-11-24', '09:20') });
    const { drafts, draftCount } = await listMyTickets(cast.provider, FIRST);
    expect(drafts).toMatchObject([
      { draftId: blank.value, plan: 'Molina Healthcare of Illinois', outlook: null, keptUntilOn: '2027-02-22' },
      { draftId: late.value, plan: null, outlook: { state: 'open', fileBy: { due: '2026-12-19' } } },
    ]);
    expect(draftCount).toBe(2);
    expect((await listMyTickets(agent, FIRST)).drafts).toEqual([]);
  });

  it('a review can be asked for on its last day, and is the provider’s turn until then (R15)', async () => {
    const dueOn = (day: string) => db.owner.query('UPDATE tickets SET turn_due_on = $2 WHERE id = $1', [ids.contested, day]);
    const group = async () => {
      const { mine, waiting } = await listMyTickets(cast.colleague, FIRST);
      return [idsOf(mine).includes(ids.contested), idsOf(waiting).includes(ids.contested), (await getPortalFrame(cast.colleague)).myTurn];
    };
    await dueOn('2026-11-24');
    expect(await group()).toEqual([true, false, 2]);
    await dueOn('2026-11-23');
    expect(await group()).toEqual([false, true, 1]);
    await dueOn('2026-12-23');
  });

  it('are nobody else’s', async () => {
    const found = await listMyTickets(cast.otherProvider, FIRST);
    expect([found.mine.count, found.waiting.count, found.closed.count, found.drafts]).toEqual([0, 0, 0, []]);
  });
});

describe('a billing agent', () => {
  it('has its clients’ tickets, of all or of one', async () => {
    const all = await listMyTickets(agent, FIRST);
    expect(all.clients.map((c) => c.name)).toEqual(['Kestrel Park Family Health Center', 'Otter Bend Radiology']);
    expect(all.waiting.count).toBe(3);
    const one = await listMyTickets(agent, { ...FIRST, clientId: cast.otherProvider.organizationId });
    expect([one.clientId, one.waiting.count, one.mine.tickets]).toEqual([cast.otherProvider.organizationId, 0, []]);
    expect((await listMyTickets(agent, { ...FIRST, clientId: cast.mco.organizationId })).clientId).toBeNull();
    expect((await listMyTickets(cast.otherProvider, { ...FIRST, clientId: cast.provider.organizationId })).waiting.count).toBe(0);
  });

  it('keeps what it filed after a client has ended its access, each ticket once', async () => {
    const draft = await givenDraft(db.owner, agent);
    await done(agent, command('submit', draft, { ...complaintForm(agent), organizationId: cast.otherProvider.organizationId }), { arrivedAt: at('2026-10-15') });
    expect(idsOf((await listMyTickets(agent, FIRST)).waiting).filter((id) => id === draft)).toHaveLength(1);
    await db.owner.query('UPDATE billing_agent_grants SET ended_at = now() WHERE agent_id = $1 AND client_id = $2', [agent.organizationId, cast.otherProvider.organizationId]);
    const found = await listMyTickets(agent, FIRST);
    expect(idsOf(found.waiting).filter((id) => id === draft)).toHaveLength(1);
    expect(found.waiting.count).toBe(4);
  });
});

describe('pages', () => {
  it('lead through all rows once, in order, also past those without a date', async () => {
    const many = await givenOrganization(db.owner, 'provider', 'Brightwater Hospital');
    const person = await givenPerson(db.owner, many, 'provider');
    const one = ids.presented;
    // Copies of one ticket, past the door: only their order is looked at here. The last ten have no date.
    await db.owner.query(
      `INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || (10000 + n), 'organization_id', $2::text,
         'facility_id', NULL, 'status', CASE WHEN n > 110 THEN 'decided' ELSE 'presented' END, 'decided_on', DATE '2026-12-01', 'turn_due_on', CASE WHEN n > 110 THEN NULL ELSE DATE '2026-12-01' + n / 7 END))).*
       FROM tickets t, generate_series(1, 120) AS n WHERE t.id = $1`,
      [one, many.id],
    );
    const seen: string[] = [];
    let after: MyTicketsAsked['after'] = FIRST.after;
    for (let page = 1; ; page++) {
      const { waiting } = await listMyTickets(person, { clientId: null, after });
      expect([waiting.count, waiting.isFirst]).toEqual([120, page === 1]);
      seen.push(...idsOf(waiting));
      if (waiting.next === null) break;
      after = { ...after, waiting: waiting.next };
    }
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM tickets WHERE organization_id = $1 ORDER BY turn_due_on, id', [many.id]);
    expect(seen).toEqual(rows.map((r) => r.id));
  });

  it('lead through what needs an act by the date that each line shows, be it a turn or something owed', async () => {
    const many = await givenOrganization(db.owner, 'provider', 'Stillwater Clinic');
    const person = await givenPerson(db.owner, many, 'provider');
    // Past the door again: answers to reply to, and tickets of the plan's turn on which the provider owes information.
    await db.owner.query(
      `INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || (20000 + 2 * n + CASE t.status WHEN 'presented' THEN 1 ELSE 0 END),
         'organization_id', $3::text, 'facility_id', NULL, 'turn_due_on', DATE '2026-12-20' + CASE t.status WHEN 'presented' THEN -n ELSE n END,
         'provider_owes_on', CASE t.status WHEN 'presented' THEN DATE '2026-12-20' + n END))).*
       FROM tickets t, generate_series(1, 30) AS n WHERE t.id IN ($1, $2)`,
      [ids.presented, ids.responded, many.id],
    );
    const first = (await listMyTickets(person, FIRST)).mine;
    const second = (await listMyTickets(person, { ...FIRST, after: { ...FIRST.after, mine: first.next } })).mine;
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM tickets WHERE organization_id = $1 ORDER BY coalesce(provider_owes_on, turn_due_on), id', [many.id]);
    expect([first.count, first.tickets.length, second.next]).toEqual([60, 50, null]);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(rows.map((r) => r.id));
  });
});
