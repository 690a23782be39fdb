import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, PersonActor } from '@/domain/access/actor';
import { asActor } from '@/server/db/as-actor';
import { recordView } from '@/server/db/record-view';
import { newId } from '@/server/new-id';
import { givenCast, givenOrganization, givenPerson, type Cast } from '../../scenarios/people';
import { at, command, done, givenDraft, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

// The queries here name no scope at all: what they find is what the policies alone let through.

const db = useDatabase();
let cast: Cast;
let agent: PersonActor;
let presented: string;
let responded: string;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  presented = await givenPresentedTicket(db.owner, cast);
  responded = await givenRespondedTicket(db.owner, cast);
  await givenDraft(db.owner, cast.provider);
  agent = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Prairie State Billing'), 'provider', { isBillingAgent: true });
  await db.owner.query(`INSERT INTO facilities (id, organization_id, name) VALUES ($1, $2, 'North'), ($3, $4, 'South')`, [randomUUID(), cast.provider.organizationId, randomUUID(), cast.otherProvider.organizationId]);
  await db.owner.query(
    `INSERT INTO no_number_reports (id, organization_id, organization_name, plan_code, reported_by_id, reported_by_name, asked_on, reported_at) VALUES ($1, $2, 'K', 'COUNTYCARE', $3, 'R', '2026-10-01', now())`,
    [randomUUID(), cast.provider.organizationId, cast.provider.personId],
  );
  await db.owner.query(`INSERT INTO answer_drafts (ticket_id, plan_code, data, version, updated_by_id, updated_by_name, updated_at) VALUES ($1, 'COUNTYCARE', '{}', 1, $2, 'S', now())`, [presented, cast.mco.personId]);
  const draft = await db.owner.query<{ id: string }>('SELECT id FROM complaint_drafts LIMIT 1');
  await db.owner.query(
    `INSERT INTO claim_imports (id, draft_id, organization_id, created_by_id, file_name, rows, line_count, unread, had_example, version, created_at) VALUES ($1, $2, $3, $4, 'x', '[]', 0, '{}', false, 1, now())`,
    [randomUUID(), draft.rows[0]?.id, cast.provider.organizationId, cast.provider.personId],
  );
  await db.owner.query(`INSERT INTO kept_searches (id, person_id, text, kept_at) VALUES ($1, $2, 'x', now())`, [randomUUID(), cast.provider.personId]);
  await db.owner.query(`INSERT INTO form_drafts (person_id, action, ticket_id, typed, saved_at) VALUES ($1, 'postMessage', $2, '{"text":"x"}', now())`, [cast.provider.personId, presented]);
  await done(cast.provider, command('contest', responded, { why: 'No.' }), { arrivedAt: at('2026-11-24'), key: 'a-key' });
  for (const actor of [cast.provider, cast.mco]) await asActor(actor, (scope) => recordView(scope, actor, responded));
});

type Table = 'claim_imports' | 'form_drafts' | 'kept_searches' | 'organizations' | 'facilities' | 'people' | 'memberships' | 'complaint_drafts' | 'answer_drafts' | 'no_number_reports' | 'command_receipts' | 'ticket_views' | 'billing_agent_grants' | 'account_manager_plans';

async function seen(actor: Actor, table: Table | 'tickets'): Promise<number> {
  const [row] = await asActor(actor, ({ tx }) => tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`));
  return row?.n ?? -1;
}

describe('each policy by itself', () => {
  const party = (own: number) => ({ provider: own, otherProvider: 0, mco: 0, otherMco: 0 });
  it.each<[Table, Partial<Record<keyof Cast, number>>]>([
    ['complaint_drafts', { ...party(1), colleague: 1, team: 0, administration: 0, accountManager: 0 }],
    ['claim_imports', { ...party(1), colleague: 1, team: 0, administration: 0, accountManager: 0, sme: 0 }],
    ['kept_searches', { ...party(1), colleague: 0, team: 0, administration: 0 }],
    ['form_drafts', { ...party(1), colleague: 0, team: 0, administration: 0, accountManager: 0, sme: 0 }],
    ['answer_drafts', { provider: 0, mco: 1, otherMco: 0, team: 0, administration: 0, accountManager: 0 }],
    ['no_number_reports', { ...party(1), team: 1, administration: 1, accountManager: 0, sme: 0 }],
    ['command_receipts', { ...party(1), colleague: 0, team: 0, administration: 0 }],
    ['ticket_views', { provider: 1, otherProvider: 0, mco: 1, otherMco: 0, team: 2 }],
    ['facilities', { provider: 1, otherProvider: 1, mco: 0, team: 2 }],
    ['organizations', { provider: 1, otherProvider: 1, mco: 1, team: 7 }],
    ['memberships', { provider: 2, otherProvider: 1, mco: 1, team: 11 }],
    ['people', { provider: 2, otherProvider: 1, mco: 1, team: 11 }],
    ['account_manager_plans', { ...party(0), team: 2 }],
  ])('%s: %j', async (table, expected) => {
    for (const [who, n] of Object.entries(expected)) expect(await seen(cast[who as keyof Cast], table), who).toBe(n);
  });
});

describe('a billing agent', () => {
  it('has a client’s tickets, facilities and name while the grant lasts, and nothing of it afterwards', async () => {
    const all = async () => [await seen(agent, 'tickets'), await seen(agent, 'facilities'), await seen(agent, 'organizations'), await seen(agent, 'complaint_drafts')];
    expect(await all()).toEqual([0, 0, 1, 0]);
    await db.owner.query('INSERT INTO billing_agent_grants (agent_id, client_id) VALUES ($1, $2)', [agent.organizationId, cast.provider.organizationId]);
    expect(await all()).toEqual([2, 1, 2, 0]);
    expect([await seen(cast.provider, 'billing_agent_grants'), await seen(cast.otherProvider, 'billing_agent_grants')]).toEqual([1, 0]);
    await db.owner.query('UPDATE billing_agent_grants SET ended_at = now() WHERE agent_id = $1', [agent.organizationId]);
    expect(await all()).toEqual([0, 0, 1, 0]);
  });
});

describe('the door', () => {
  const event = (ticketId: string) =>
    ({ ticketId, seq: 99, type: 'HfsAlerted', audience: 'state', actorName: 'x', actorRole: 'mco', actorOrganization: 'x', toStatus: 'presented', data: {}, clocks: {}, effectiveOn: new Date(0), recordedAt: new Date(0), prevHash: '0'.repeat(64), hash: '0'.repeat(64) });

  it.each<[string, (actor: PersonActor, ticketId: string) => Promise<unknown>]>([
    ['an event', (actor, ticketId) => asActor(actor, ({ tx }) => tx.ticketEvent.createMany({ data: [event(ticketId)] }))],
    ['a message', (actor, ticketId) => asActor(actor, ({ tx }) => tx.outboxMessage.createMany({ data: [{ id: newId(), kind: 'x', ticketId, recipientName: 'x', toAddress: 'x@x.example', subject: 'x', text: 'x', messageId: newId(), enqueuedAt: new Date() }] }))],
  ])('takes %s for the ticket that the command has locked alone, whoever may read it', async (_what, write) => {
    for (const actor of [cast.mco, cast.provider, cast.team]) await expect(write(actor, presented)).rejects.toThrow();
  });

  it('changes no clock, claim or fine of a ticket that is not locked', async () => {
    const changed = await asActor(cast.mco, async ({ tx }) => [
      (await tx.clock.updateMany({ where: { ticketId: presented }, data: { dueOn: new Date('2030-01-01') } })).count,
      (await tx.claimLine.updateMany({ where: { ticketId: presented }, data: { mcoOutcome: 'upheld', mcoAmountCents: 0 } })).count,
      (await tx.fine.updateMany({ where: { ticketId: presented }, data: { status: 'void' } })).count,
    ]);
    expect(changed).toEqual([0, 0, 0]);
  });

  it('names the people of a ticket’s mails to the command that has locked it, and to nobody else', async () => {
    const named = (ticketId: string, isLocked: boolean) =>
      asActor(cast.provider, async ({ tx }) => {
        if (isLocked) await tx.$executeRaw`SELECT set_config('app.door', ${ticketId}, true)`;
        return (await tx.$queryRaw<unknown[]>`SELECT * FROM ticket_recipients(${ticketId}::uuid)`).length;
      });
    expect([await named(presented, false), await named(presented, true) > 0]).toEqual([0, true]);
  });
});

describe('what must never be false', () => {
  it.each([
    ['tickets_closed_iff_reason', `UPDATE tickets SET status = 'closed', closed_on = '2026-12-01'`],
    ['tickets_closed_iff_date', `UPDATE tickets SET status = 'closed', close_reason = 'accepted'`],
    ['tickets_presented_after_submitted', `UPDATE tickets SET presented_on = NULL`],
    ['tickets_response_whole', `UPDATE tickets SET response_decision = NULL WHERE responded_on IS NOT NULL`],
    ['tickets_responded_has_response', `UPDATE tickets SET status = 'responded', responded_on = NULL, response_decision = NULL`],
    ['tickets_tracking_number_form', `UPDATE tickets SET tracking_number = '123-45-6789'`],
    ['tickets_dates', `UPDATE tickets SET received_by_mco_on = received_on + 1`],
    ['clocks_end_has_reason', `UPDATE clocks SET ended_on = NULL WHERE end_reason IS NOT NULL`],
    ['clocks_lapse_is_window', `UPDATE clocks SET ended_on = due_on, end_reason = 'lapsed' WHERE kind = 'duty'`],
    ['clocks_overdue_is_duty', `UPDATE clocks SET overdue_on = due_on WHERE kind = 'duty'`],
    ['claim_lines_outcome_amount', `UPDATE claim_lines SET mco_outcome = 'upheld', mco_amount_cents = NULL`],
    ['organizations_plan_iff_mco', `UPDATE organizations SET plan_code = NULL WHERE kind = 'mco'`],
    ['memberships_primary_is_mco', `UPDATE memberships SET is_primary = true WHERE role = 'provider'`],
    ['people_email_lower', `UPDATE people SET email = upper(email)`],
  ])('%s refuses %s', async (constraint, sql) => {
    await expect(db.owner.query(sql)).rejects.toMatchObject({ constraint });
  });

  it('a second open clock of a rule, a second active membership, and a second fine that stands', async () => {
    const twice = async (table: string, where: string, change: string) => {
      const { rows } = await db.owner.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`);
      expect(rows).toHaveLength(1);
      return db.owner.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, to_jsonb((SELECT x FROM ${table} x WHERE ${where} LIMIT 1)) || $1::jsonb)`, [change]);
    };
    await expect(twice('clocks', `ended_on IS NULL`, JSON.stringify({ id: randomUUID() }))).rejects.toMatchObject({ constraint: 'clocks_one_open_key' });
    await expect(twice('memberships', `ended_at IS NULL`, JSON.stringify({ id: randomUUID() }))).rejects.toMatchObject({ constraint: 'memberships_one_active_key' });
    await db.owner.query(`INSERT INTO fines (id, ticket_id, plan_code, clock_id, status, amount_cents, due_on, rule_set_version, proposed_on) SELECT $1, ticket_id, 'COUNTYCARE', id, 'proposed', 500000, due_on, 1, due_on + 1 FROM clocks WHERE rule_id = 'mco-response' LIMIT 1`, [randomUUID()]);
    await expect(twice('fines', `status = 'proposed'`, JSON.stringify({ id: randomUUID() }))).rejects.toMatchObject({ constraint: 'fines_one_per_plan_key' });
  });
});
