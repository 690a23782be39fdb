import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { listFines } from '@/server/queries/list-fines';
import { givenCast, givenOrganization, givenPerson, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenOverdueTicket, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

// What the door looks up for a command, where the form names something that the actor can read but that does not fit.

const db = useDatabase();
let cast: Cast;
let moved: PersonActor;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  // Was at the first provider and at the first plan, and works elsewhere now.
  moved = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Elsewhere'), 'provider');
  for (const actor of [cast.provider, cast.mco])
    await db.owner.query('INSERT INTO memberships (id, person_id, organization_id, role, ended_at) VALUES ($1, $2, $3, $4, now())', [randomUUID(), moved.personId, actor.organizationId, actor.role]);
});

const eventCount = async (id: string) => Number((await db.owner.query<{ n: number }>('SELECT event_count AS n FROM tickets WHERE id = $1', [id])).rows[0]?.n);
const submit = (actor: PersonActor, draft: string, change: Record<string, unknown>) => runTicketCommand(actor, command('submit', draft, complaintForm(actor, change)), { arrivedAt: at('2026-10-15') });

describe('a filing', () => {
  it('names as contact only who is at the organization now', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    expect(await submit(cast.provider, draft, { contactId: moved.personId })).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'contactId' }] } });
    expect(await submit(cast.provider, draft, { contactId: cast.colleague.personId })).toMatchObject({ ok: true });
  });

  it('of a billing agent names a facility of the client for which it files', async () => {
    const agent = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Prairie State Billing'), 'provider', { isBillingAgent: true });
    const [own, others] = [randomUUID(), randomUUID()];
    await db.owner.query(`INSERT INTO facilities (id, organization_id, name) VALUES ($1, $2, 'North'), ($3, $4, 'South')`, [own, cast.provider.organizationId, others, cast.otherProvider.organizationId]);
    await db.owner.query('INSERT INTO billing_agent_grants (agent_id, client_id) VALUES ($1, $2), ($1, $3)', [agent.organizationId, cast.provider.organizationId, cast.otherProvider.organizationId]);
    const draft = await givenDraft(db.owner, agent);
    const forClient = (facilityId: string) => submit(agent, draft, { organizationId: cast.provider.organizationId, facilityId });
    expect(await forClient(others)).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'facilityId' }] } });
    expect(await forClient(own)).toMatchObject({ ok: true });
  });

  it.each([
    ['incomplete', '2026-11-10', 'was closed as incomplete: the first receipt date counts'],
    ['out_of_scope', '2026-11-16', 'was closed for another reason: the filing’s own day counts'],
  ])('again of a ticket that was returned as %s counts from %s: it %s (D17)', async (closeReason, first, _why) => {
    const old = await givenSubmittedTicket(db.owner, cast, {}, '2026-11-10');
    await done(cast.team, command('returnAsClosed', old, { closeReason, reason: 'See above.' }), { arrivedAt: at('2026-11-13') });
    const draft = await givenDraft(db.owner, cast.provider, { refilesTicketId: old });
    await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { outsideWindowConfirmed: 'on' })), { arrivedAt: at('2026-11-16') });
    const { rows } = await db.owner.query('SELECT first_received_on::text AS first, refiles_ticket_id IS NOT NULL AS linked FROM tickets WHERE id = $1', [draft]);
    expect(rows).toEqual([{ first, linked: closeReason === 'incomplete' }]);
  });
});

describe('a fine', () => {
  it.each([['issueFine', 'issued', {}], ['waiveFine', 'waived', { reason: 'The portal was down.' }]] as const)('keeps by %s who decided it and when', async (action, status, form) => {
    const id = await givenOverdueTicket(db.owner, cast);
    const row = async () => (await db.owner.query(`SELECT status, decided_on::text AS "on" FROM fines WHERE ticket_id = $1`, [id])).rows;
    expect(await row()).toEqual([{ status: 'proposed', on: null }]);
    await done(cast.accountManager, command(action, id, form), { arrivedAt: at('2026-12-02') });
    expect(await row()).toEqual([{ status, on: '2026-12-02' }]);
    expect((await listFines(cast.administration, { ticketId: id }))?.selected?.decidedBy).toBe(cast.accountManager.name);
  });
});

describe('an act', () => {
  it('assigns nobody who has left', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    expect(await runTicketCommand(cast.mco, command('assign', id, { assigneeId: moved.personId }), {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });

  it('sends no message of another ticket again', async () => {
    const [one, two] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    const { rows } = await db.owner.query<{ id: string }>(`UPDATE outbox SET status = 'failed' WHERE ticket_id = $1 AND kind = 'presented-to-contact' RETURNING id`, [one]);
    expect(await runTicketCommand(cast.team, command('resendNotice', two, { messageId: rows[0]?.id }), {})).toEqual({ ok: false, error: { kind: 'not_found' } });
    expect(await runTicketCommand(cast.team, command('resendNotice', one, { messageId: rows[0]?.id }), {})).toMatchObject({ ok: true });
  });

  it('from an open page is still good after an assignment by a colleague, and after one’s own act in another tab', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    const colleague = await givenPerson(db.owner, { id: cast.mco.organizationId, name: cast.mco.organizationName, planCode: cast.mco.planCode }, 'mco');
    const seenSeq = await eventCount(id);
    await done(colleague, command('assign', id, { assigneeId: colleague.personId }), { arrivedAt: at('2026-10-28') });
    await done(cast.mco, command('respond', id, ANSWER), { arrivedAt: at('2026-11-20'), seenSeq });
    const seen = await eventCount(id);
    await done(cast.provider, command('contest', id, { why: 'No.' }), { arrivedAt: at('2026-11-23'), seenSeq: seen });
    expect(await runTicketCommand(cast.provider, command('requestReview', id, { whatToReview: 'All.' }), { arrivedAt: at('2026-11-23'), seenSeq: seen })).toMatchObject({ ok: true });
  });
});
