import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/server/db/as-actor';
import type { Actor } from '@/domain/access/actor';
import { SYSTEM } from '@/domain/access/actor';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, done, givenDraft, givenOverdueTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let submitted: string;
let responded: string;
let overdue: string;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  submitted = await givenSubmittedTicket(db.owner, cast);
  responded = await givenRespondedTicket(db.owner, cast);
  overdue = await givenOverdueTicket(db.owner, cast);
  await givenDraft(db.owner, cast.provider);
});

/** Tables without a policy, each with its reason; every other table has row-level security. */
const OPEN: Record<string, string> = {
  _prisma_migrations: 'which migrations ran; granted to nobody',
  plans: 'published by the State',
  programs: 'published by the State',
  plan_programs: 'published by the State',
  issue_types: 'published by the State',
  rule_sets: 'published by the State',
  settings: 'the agency’s name and the Portal Team’s address, shown to all',
  sandbox_marker: 'says that this is a sandbox, holds no person and no ticket',
  ticket_counters: 'the last number of a year, holds no person and no ticket',
  sandbox_moves: 'moves of a sandbox’s clock, hold no person and no ticket',
  rate_limits: 'counters of attempts under hashed keys, read before anybody is signed in',
};

/** The functions that pass row-level security, each for one purpose. */
const DOORS = ['app_clients', 'app_plans', 'correct_bounced_address', 'settle_undelivered', 'take_bounce', 'use_current_address', 'drop_answer_draft', 'enqueue_job', 'open_session', 'password_link_person', 'redeem_password_link', 'revoke_session', 'session_actor', 'sign_in_person', 'ticket_recipients', 'ticket_state_people', 'note_plan_opened', 'search_tickets', 'keep_ticket_names', 'keep_member_names'];

describe('every table', () => {
  it('has row-level security or a stated reason', async () => {
    const { rows } = await db.owner.query<{ name: string; secured: boolean; policies: string }>(
      `SELECT c.relname AS name, c.relrowsecurity AS secured, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    for (const { name, secured, policies } of rows) {
      if (name in OPEN) expect(secured, `${name} is listed as open`).toBe(false);
      else expect([secured, Number(policies) > 0 || ['password_links', 'search_names'].includes(name)], name).toEqual([true, true]);
    }
    expect(rows.map((r) => r.name)).toEqual(expect.arrayContaining(Object.keys(OPEN)));
  });

  it('belongs to the owner: the login roles own nothing and pass no policy', async () => {
    const { rows } = await db.owner.query(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'portal\\_%' AND rolname <> 'portal_owner' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)`);
    expect(rows).toEqual([]);
    const owned = await db.owner.query(`SELECT relname FROM pg_class WHERE relowner IN (SELECT oid FROM pg_roles WHERE rolname IN ('portal_public', 'portal_web', 'portal_worker'))`);
    expect(owned.rows).toEqual([]);
  });

  it('is passed by the listed functions only', async () => {
    const { rows } = await db.owner.query<{ proname: string }>(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY proname`);
    expect(rows.map((r) => r.proname)).toEqual(expect.arrayContaining(DOORS));
    expect(rows.map((r) => r.proname).filter((n) => !DOORS.includes(n) && !n.startsWith('sandbox_') && n !== 'applied_migrations')).toEqual([]);
    const fixed = await db.owner.query(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND NOT (array_to_string(coalesce(proconfig, '{}'), ',') LIKE 'search_path=%')`);
    expect(fixed.rows).toEqual([]);
  });
});

describe('past the code', () => {
  it('a ticket is changed through its door alone, also by those who have it', async () => {
    const change = (actor: Actor, id: string) => asActor(actor, ({ tx }) => tx.ticket.updateMany({ where: { id }, data: { planCode: 'MOLINA' } }));
    for (const actor of [cast.provider, cast.team, cast.administration]) await expect(change(actor, submitted), actor.role).rejects.toThrow();
    await expect(change(cast.mco, responded)).rejects.toThrow();
    expect((await change(cast.otherMco, responded)).count).toBe(0);
    expect((await db.owner.query('SELECT plan_code FROM tickets WHERE plan_code = $1', ['MOLINA'])).rows).toEqual([]);
    // Locking it, which is how its door is opened, is no change.
    expect(await asActor(cast.mco, ({ tx }) => tx.$queryRaw`SELECT id FROM tickets WHERE id = ${responded}::uuid FOR UPDATE`)).toEqual([{ id: responded }]);
  });

  it('a view is recorded of oneself, in one’s own role and organization', async () => {
    const me = cast.provider;
    const view = (change: object) => asActor(me, ({ tx, now }) => tx.ticketView.createMany({ data: [{ ticketId: responded, personId: me.personId, hour: now, personName: me.name, role: me.role, organizationId: me.organizationId, ...change }] }));
    await expect(view({ role: 'mco' })).rejects.toThrow();
    await expect(view({ organizationId: cast.mco.organizationId })).rejects.toThrow();
    await expect(view({ personId: cast.colleague.personId })).rejects.toThrow();
    expect((await view({})).count).toBe(1);
  });

  it.each(['web', 'worker'] as const)('portal_%s reads nothing of a password, whoever acts', async (role) => {
    const client = new Client({ connectionString: db.urls[role] });
    await client.connect();
    await client.query(`SELECT set_config('app.role', $1, false)`, [role === 'web' ? 'administration' : 'system']);
    await expect(client.query('SELECT password_hash FROM people')).rejects.toThrow('permission denied');
    expect((await client.query<{ n: number }>('SELECT count(id)::int AS n FROM people')).rows[0]?.n).toBeGreaterThan(0);
    await client.end();
  });
});

describe('the queue', () => {
  const ID = '7c2f5a50-64b1-4f0e-9a53-3f1f4f0a9a10';
  it.each([
    ['sweep', {}, 'sweep'],
    ['record-notice', { messageId: ID, ticketId: ID, outcome: 'accepted', at: '2026-11-24T15:00:00Z' }, `notice:${ID}`],
    ['sandbox-move-clock', { moveId: ID }, ID],
    ['deliver-message', { messageId: ID }, 'sweep'],
    ['deliver-message', {}, ID],
    ['move-dates', { version: '2' }, 'move-dates:2'],
  ])('takes no %s %j under %s from portal_web: what acts as the system is the worker’s alone', async (task, payload, key) => {
    const client = new Client({ connectionString: db.urls.web });
    await client.connect();
    const asked = client.query('SELECT enqueue_job($1, $2::json, $3)', [task, JSON.stringify(payload), key]);
    await expect(asked).rejects.toThrow('portal_web may not add this job');
    await client.end();
  });
});

describe('a query that forgets its scope', () => {
  /** Under policies that let everybody read them. */
  const PUBLISHED = ['holidays', 'holiday_versions'];
  const secured = async () => {
    const { rows } = await db.owner.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`);
    return rows.map((r) => r.name).filter((name) => !PUBLISHED.includes(name));
  };

  it.each(['web', 'worker', 'public'] as const)('returns nothing to portal_%s when no actor is set', async (role) => {
    const client = new Client({ connectionString: db.urls[role] });
    await client.connect();
    const tables = await secured();
    expect(tables).toEqual(expect.arrayContaining(['tickets', 'form_drafts', 'plan_requests', 'conversation_reads']));
    for (const table of tables) {
      const seen = await client.query(`SELECT count(*)::int AS n FROM ${table}`).then((r) => (r.rows[0] as { n: number }).n, (e: Error) => e.message);
      expect(seen, table).toSatisfy((v: unknown) => v === 0 || /permission denied/.test(String(v)));
    }
    await client.end();
  });

  it('and portal_web cannot act as the system', async () => {
    const client = new Client({ connectionString: db.urls.web });
    await client.connect();
    await client.query(`SELECT set_config('app.role', 'system', false)`);
    expect((await client.query('SELECT count(*)::int AS n FROM tickets')).rows).toEqual([{ n: 0 }]);
    await client.end();
  });

  it('shows each actor its own tickets only', async () => {
    const seen = (actor: Actor) => asActor(actor, async ({ tx }) => (await tx.ticket.findMany({ select: { id: true } })).map((t) => t.id).sort());
    const all = [submitted, responded, overdue].sort();
    const fromPresentation = [responded, overdue].sort();
    expect(await seen(cast.provider)).toEqual(all);
    expect(await seen(cast.otherProvider)).toEqual([]);
    expect(await seen(cast.mco)).toEqual(fromPresentation);
    expect(await seen(cast.otherMco)).toEqual([]);
    expect(await seen(cast.accountManager)).toEqual(fromPresentation);
    expect(await seen(cast.otherAccountManager)).toEqual([]);
    expect(await seen(cast.sme)).toEqual([]);
    expect(await seen(cast.team)).toEqual(all);
    expect(await seen(cast.administration)).toEqual(all);
    expect(await seen(SYSTEM)).toEqual(all);
  });

  it('shows what hangs on a ticket with the ticket, and by who may read it', async () => {
    const counts = (actor: Actor) =>
      asActor(actor, async ({ tx }) => ({
        claims: await tx.claimLine.count(),
        fines: await tx.fine.count(),
        proposals: await tx.ticketEvent.count({ where: { type: 'FineProposed' } }),
        outbox: await tx.outboxMessage.count(),
        drafts: await tx.complaintDraft.count(),
      }));
    // Of the messages each sees those to that very person: three of filing, two of presenting, one of the answer.
    expect(await counts(cast.provider)).toEqual({ claims: 3, fines: 0, proposals: 0, outbox: 6, drafts: 1 });
    expect(await counts(cast.mco)).toEqual({ claims: 2, fines: 0, proposals: 0, outbox: 2, drafts: 0 });
    expect(await counts(cast.otherMco)).toEqual({ claims: 0, fines: 0, proposals: 0, outbox: 0, drafts: 0 });
    expect(await counts(cast.accountManager)).toEqual({ claims: 2, fines: 1, proposals: 1, outbox: 0, drafts: 0 });
    expect(await counts(cast.team)).toMatchObject({ claims: 3, fines: 1, proposals: 1, drafts: 0 });
    expect((await counts(cast.team)).outbox).toBeGreaterThan(5);
  });

  it('a plan sees a fine once it is issued, a provider never', async () => {
    await done(cast.accountManager, command('issueFine', overdue), { arrivedAt: at('2026-12-02') });
    const fines = (actor: Actor) => asActor(actor, ({ tx }) => tx.fine.count());
    expect([await fines(cast.mco), await fines(cast.otherMco), await fines(cast.provider)]).toEqual([1, 0, 0]);
  });

  it('an ended plan’s tickets go to its successor from the day after, and away from its own staff (D20)', async () => {
    await db.owner.query(`UPDATE plans SET valid_to = '2026-12-10', succeeded_by = 'MOLINA' WHERE code = 'COUNTYCARE'`);
    const seen = (actor: Actor, on: string) => asActor(actor, ({ tx }) => tx.ticket.count(), at(on));
    expect([await seen(cast.mco, '2026-12-10'), await seen(cast.otherMco, '2026-12-10')]).toEqual([2, 0]);
    expect([await seen(cast.mco, '2026-12-11'), await seen(cast.otherMco, '2026-12-11')]).toEqual([0, 2]);
    await db.owner.query(`UPDATE plans SET succeeded_by = NULL WHERE code = 'COUNTYCARE'`);
    expect(await seen(cast.mco, '2026-12-11')).toBe(2);
    await db.owner.query(`UPDATE plans SET valid_to = NULL WHERE code = 'COUNTYCARE'`);
  });
});

describe('the history only grows', () => {
  it.each(['UPDATE ticket_events SET actor_name = $$x$$', 'DELETE FROM ticket_events', 'TRUNCATE ticket_events', 'DELETE FROM ticket_views'])('the database refuses %s, even of the owner', async (sql) => {
    await expect(db.owner.query(sql)).rejects.toThrow(/refused: this record only grows/);
  });
});
