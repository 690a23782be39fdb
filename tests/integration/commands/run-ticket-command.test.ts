import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { sweep } from '@/server/jobs/sweep';
import { givenCast, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

async function count(sql: string, ...params: unknown[]): Promise<number> {
  const { rows } = await db.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, params);
  return Number(rows[0]?.n);
}

async function ticket(id: string): Promise<Record<string, unknown>> {
  const { rows } = await db.owner.query<Record<string, unknown>>('SELECT *, closed_on::text, turn_due_on::text, response_due_on::text FROM tickets WHERE id = $1', [id]);
  return rows[0] ?? {};
}

describe('a form sent twice', () => {
  it('one after the other acts once and shows the first outcome', async () => {
    const id = await givenDraft(db.owner, cast.provider);
    const submit = command('submit', id, complaintForm(cast.provider));
    const options = { arrivedAt: at('2026-10-15'), key: `twice-${id}` };
    const first = await runTicketCommand(cast.provider, submit, options);
    const second = await runTicketCommand(cast.provider, submit, options);
    expect(first).toMatchObject({ ok: true, value: { repeated: false } });
    expect(second).toMatchObject({ ok: true, value: { repeated: true, number: first.ok ? first.value.number : '' } });
    expect(await count('ticket_events WHERE ticket_id = $1', id)).toBe(1);
    expect(await count('outbox WHERE ticket_id = $1', id)).toBe(2);
  });

  it('eight times in the same moment acts once', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    const all = await Promise.all(Array.from({ length: 8 }, () => runTicketCommand(cast.team, command('present', id), { arrivedAt: at('2026-10-27'), key: `eight-${id}` })));
    expect(all.every((r) => r.ok)).toBe(true);
    expect(all.filter((r) => r.ok && !r.value.repeated)).toHaveLength(1);
    expect(await count(`ticket_events WHERE ticket_id = $1 AND type = 'Presented'`, id)).toBe(1);
    expect(await count(`clocks WHERE ticket_id = $1 AND rule_id = 'mco-response'`, id)).toBe(1);
  });

  it('under two keys by two people in the same moment: one acts, the other is told', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    const all = await Promise.all([1, 2].map((n) => runTicketCommand(cast.team, command('present', id), { arrivedAt: at('2026-10-27'), key: `pair-${id}-${n}` })));
    expect(all.map((r) => r.ok).sort()).toEqual([false, true]);
    expect(all.find((r) => !r.ok)).toMatchObject({ error: { kind: 'not_allowed' } });
  });

  it('that was refused the first time may be sent again with the same key', async () => {
    const id = await givenDraft(db.owner, cast.provider);
    const early = command('submit', id, complaintForm(cast.provider, { receivedByMcoOn: '2026-10-01' }));
    const options = { arrivedAt: at('2026-10-15'), key: `again-${id}` };
    expect(await runTicketCommand(cast.provider, early, options)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(await count('complaint_drafts WHERE id = $1', id)).toBe(1);
    expect(await runTicketCommand(cast.provider, command('submit', id, complaintForm(cast.provider)), options)).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await count('complaint_drafts WHERE id = $1', id)).toBe(0);
  });
});

describe('a stale form', () => {
  it('says what changed and writes nothing', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    const seenSeq = Number((await ticket(id)).event_count);
    await done(cast.provider, command('withdraw', id, { reason: 'Paid.' }), { arrivedAt: at('2026-10-20') });
    const stale = await runTicketCommand(cast.team, command('present', id), { arrivedAt: at('2026-10-21'), seenSeq });
    expect(stale).toMatchObject({ ok: false, error: { kind: 'stale', changed: [expect.stringContaining('The provider withdrew it') as string] } });
    expect((await ticket(id)).event_count).toBe(seenSeq + 1);
  });

  it('is still good after what touches no decision', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    const seenSeq = Number((await ticket(id)).event_count);
    await done(cast.mco, command('assign', id, { assigneeId: cast.mco.personId }), { arrivedAt: at('2026-10-28') });
    expect(await runTicketCommand(cast.mco, command('respond', id, ANSWER), { arrivedAt: at('2026-11-20'), seenSeq })).toMatchObject({ ok: true });
  });

  it('is still good after one’s own act in another window; somebody else’s form is not', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    const seenSeq = Number((await ticket(id)).event_count);
    const correction = { planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-OWN-ACT', trackingNumberConfirmed: '', receivedByMcoOn: '2026-09-11', reason: 'A digit was wrong.' };
    await done(cast.team, command('correct', id, correction), { arrivedAt: at('2026-10-16') });
    expect(await runTicketCommand(cast.provider, command('withdraw', id, { reason: 'Paid.' }), { arrivedAt: at('2026-10-19'), seenSeq })).toMatchObject({ ok: false, error: { kind: 'stale' } });
    expect(await runTicketCommand(cast.team, command('present', id), { arrivedAt: at('2026-10-20'), seenSeq })).toMatchObject({ ok: true });
  });
});

describe('what an actor must not see does not exist for it', () => {
  it('a plan has a ticket from presentation on, another plan never', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    const respond = command('respond', id, ANSWER);
    expect(await runTicketCommand(cast.mco, respond, { arrivedAt: at('2026-10-20') })).toEqual({ ok: false, error: { kind: 'not_found' } });
    await done(cast.team, command('present', id), { arrivedAt: at('2026-10-27') });
    expect(await runTicketCommand(cast.otherMco, respond, { arrivedAt: at('2026-10-28') })).toEqual({ ok: false, error: { kind: 'not_found' } });
    expect(await runTicketCommand(cast.mco, respond, { arrivedAt: at('2026-10-28') })).toMatchObject({ ok: true });
  });

  it('another provider, another Account Manager and a forged id get the same', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    const gone = { ok: false, error: { kind: 'not_found' } };
    expect(await runTicketCommand(cast.otherProvider, command('withdraw', id, { reason: 'x' }), {})).toEqual(gone);
    expect(await runTicketCommand(cast.otherAccountManager, command('issueFine', id), {})).toEqual(gone);
    expect(await runTicketCommand(cast.provider, command('withdraw', '11111111-1111-4111-8111-111111111111', { reason: 'x' }), {})).toEqual(gone);
  });

  it('another provider cannot send somebody’s draft, or file for somebody else', async () => {
    const id = await givenDraft(db.owner, cast.provider);
    expect(await runTicketCommand(cast.otherProvider, command('submit', id, complaintForm(cast.otherProvider)), { arrivedAt: at('2026-10-15') })).toEqual({ ok: false, error: { kind: 'not_found' } });
    const forged = command('submit', id, complaintForm(cast.provider, { organizationId: cast.otherProvider.organizationId }));
    expect(await runTicketCommand(cast.provider, forged, { arrivedAt: at('2026-10-15') })).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'organizationId' }] } });
  });

  it('nobody is assigned who is not of the actor’s organization', async () => {
    const id = await givenPresentedTicket(db.owner, cast);
    expect(await runTicketCommand(cast.mco, command('assign', id, { assigneeId: cast.otherMco.personId }), {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });
});

describe('an assignment', () => {
  it('tells that person by e-mail, at the State as well, and nobody of the own act', async () => {
    const id = await givenSubmittedTicket(db.owner, cast);
    await done(cast.administration, command('assign', id, { assigneeId: cast.team.personId }), { arrivedAt: at('2026-10-16') });
    await done(cast.team, command('assign', id, { assigneeId: cast.sme.personId }), { arrivedAt: at('2026-10-17') });
    await done(cast.administration, command('assign', id, { assigneeId: cast.administration.personId }), { arrivedAt: at('2026-10-18') });
    const { rows } = await db.owner.query(`SELECT to_address FROM outbox WHERE ticket_id = $1 AND kind = 'assigned' ORDER BY enqueued_at`, [id]);
    expect(rows).toEqual([{ to_address: cast.team.email }, { to_address: cast.sme.email }]);
  });
});

describe('one transaction', () => {
  it('keeps number, status, events, clocks, mails and jobs together', async () => {
    const id = await givenRespondedTicket(db.owner, cast);
    expect(await ticket(id)).toMatchObject({ status: 'responded', response_decision: 'overturned', response_notice: 'accepted', turn_due_on: '2026-12-01', response_due_on: '2026-11-30' });
    expect(await count('outbox WHERE ticket_id = $1', id)).toBe(5);
    expect(await count(`graphile_worker._private_jobs j JOIN outbox o ON o.id::text = j.key WHERE o.ticket_id = $1`, id)).toBe(5);
    expect(await count(`claim_lines WHERE ticket_id = $1 AND mco_outcome = 'will_pay' AND mco_amount_cents = 124000`, id)).toBe(1);
  });

  it('a refused command leaves no row behind, the ticket counter included', async () => {
    const before = await db.owner.query('SELECT last FROM ticket_counters WHERE year = 2026');
    const id = await givenDraft(db.owner, cast.provider);
    const bad = command('submit', id, complaintForm(cast.provider, { claims: [] }));
    expect(await runTicketCommand(cast.provider, bad, { arrivedAt: at('2026-10-15'), key: `none-${id}` })).toMatchObject({ ok: false });
    expect((await db.owner.query('SELECT last FROM ticket_counters WHERE year = 2026')).rows).toEqual(before.rows);
    expect(await count('command_receipts WHERE key = $1', `none-${id}`)).toBe(0);
  });

  it('numbers count up within the Chicago year of receipt and begin anew with the next', async () => {
    const number = async (on: string, received: string) => (await ticket(await givenSubmittedTicket(db.owner, cast, { receivedByMcoOn: received, planCode: 'MOLINA', trackingNumber: `M-${on}` }, on))).number as string;
    const last = Number((await number('2026-12-31', '2026-11-20')).slice(-5));
    expect(await number('2026-12-31', '2026-11-20')).toBe(`PRP-2026-${String(last + 1).padStart(5, '0')}`);
    expect(await number('2027-01-01', '2026-11-20')).toBe('PRP-2027-00001');
  });
});

describe('the sweep', () => {
  it('twice, late, and by two workers at once changes nothing more', async () => {
    const id = await givenPresentedTicket(db.owner, cast, { trackingNumber: 'CC-SWEEP' });
    await sweep('https://portal.example', at('2026-11-30', '23:30'));
    expect(await count('fines WHERE ticket_id = $1', id)).toBe(0);
    await Promise.all([sweep('https://portal.example', at('2026-12-08', '01:07')), sweep('https://portal.example', at('2026-12-08', '01:07'))]);
    const after = await ticket(id);
    await sweep('https://portal.example', at('2026-12-09', '01:07'));
    expect((await ticket(id)).event_count).toBe(after.event_count);
    expect(await count(`ticket_events WHERE ticket_id = $1 AND type = 'FineProposed'`, id)).toBe(1);
    const { rows } = await db.owner.query(`SELECT overdue_on::text FROM clocks WHERE ticket_id = $1 AND rule_id = 'mco-response'`, [id]);
    expect(rows).toEqual([{ overdue_on: '2026-12-01' }]);
  });

  it('drops drafts 90 days after their last edit, and reminds once on the day the window opens (D2)', async () => {
    const old = await givenDraft(db.owner, cast.provider);
    const kept = await givenDraft(db.owner, cast.provider);
    await db.owner.query('UPDATE complaint_drafts SET updated_at = $2 WHERE id = $1', [old, at('2026-09-01', '23:59')]);
    await db.owner.query(`UPDATE complaint_drafts SET updated_at = $2, remind_on = '2026-12-01', data = '{"receivedByMcoOn":"2026-11-01","planCode":"COUNTYCARE"}' WHERE id = $1`, [kept, at('2026-11-30')]);
    const first = await sweep('https://portal.example', at('2026-11-30', '01:07'));
    expect(first).toMatchObject({ reminders: 0 });
    expect(await count('complaint_drafts WHERE id = $1', old)).toBe(1);
    expect(await sweep('https://portal.example', at('2026-12-01', '01:07'))).toMatchObject({ reminders: 1 });
    expect(await count('complaint_drafts WHERE id = $1', old)).toBe(0);
    expect(await sweep('https://portal.example', at('2026-12-01', '02:07'))).toMatchObject({ reminders: 0 });
    expect(await count(`outbox WHERE kind = 'window-opens' AND to_address = $1`, cast.provider.email)).toBe(1);
  });
});

describe('fines', () => {
  it('issued by the plan’s Account Manager: the notice goes to the primary staff, once', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    await done(cast.accountManager, command('issueFine', id), { arrivedAt: at('2026-12-02'), key: 'fine' });
    await done(cast.accountManager, command('issueFine', id), { arrivedAt: at('2026-12-02'), key: 'fine' });
    const { rows } = await db.owner.query(`SELECT to_address FROM outbox WHERE ticket_id = $1 AND kind = 'fine-notice'`, [id]);
    expect(rows).toEqual([{ to_address: cast.mco.email }]);
  });

  it('are issued by the portal only where a setting says so, and not on an unconfirmed holiday (D11, D15)', async () => {
    const unconfirmed = await givenOverdueTicket(db.owner, cast);
    // Day 30 is Thu Nov 19: no holiday moved it.
    const confirmed = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-AUTO' });
    await done(cast.team, command('present', confirmed), { arrivedAt: at('2026-10-20') });
    const statusOf = async (id: string) => (await db.owner.query<{ status: string }>('SELECT status FROM fines WHERE ticket_id = $1', [id])).rows.map((r) => r.status);
    await sweep('https://portal.example', at('2026-12-02', '01:07'));
    expect([await statusOf(unconfirmed), await statusOf(confirmed)]).toEqual([['proposed'], ['proposed']]);
    await db.owner.query(`UPDATE settings SET value = 'yes' WHERE key = 'fines.issue_automatically'`);
    await sweep('https://portal.example', at('2026-12-02', '02:07'));
    await db.owner.query(`UPDATE settings SET value = 'no' WHERE key = 'fines.issue_automatically'`);
    expect([await statusOf(unconfirmed), await statusOf(confirmed)]).toEqual([['proposed'], ['issued']]);
  });

  it('are not issued by a setting that is neither yes nor no, or that is gone: HFS decides then (D11)', async () => {
    const id = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-UNSURE' });
    await done(cast.team, command('present', id), { arrivedAt: at('2026-10-20') });
    await sweep('https://portal.example', at('2026-12-02', '01:07'));
    const statuses = async () => (await db.owner.query<{ status: string }>('SELECT status FROM fines WHERE ticket_id = $1', [id])).rows.map((r) => r.status);
    const set = (value: string) => db.owner.query(`INSERT INTO settings (key, value) VALUES ('fines.issue_automatically', $1) ON CONFLICT (key) DO UPDATE SET value = $1`, [value]);
    for (const value of ['', 'Yes', ' yes', 'true', 'no, not yet']) {
      await set(value);
      expect((await sweep('https://portal.example', at('2026-12-02', '02:07'))).finesIssued, value).toBe(0);
    }
    await db.owner.query(`DELETE FROM settings WHERE key = 'fines.issue_automatically'`);
    expect((await sweep('https://portal.example', at('2026-12-02', '02:07'))).finesIssued).toBe(0);
    expect(await statuses()).toEqual(['proposed']);
    // The same fine is issued where the setting says so.
    await set('yes');
    await sweep('https://portal.example', at('2026-12-02', '02:07'));
    await set('no');
    expect(await statuses()).toEqual(['issued']);
  });

  it('of a plan with nobody to read them are refused with that reason', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [cast.mco.personId]);
    const refused = await runTicketCommand(cast.administration, command('issueFine', id), { arrivedAt: at('2026-12-02') });
    await db.owner.query('UPDATE memberships SET ended_at = NULL WHERE person_id = $1', [cast.mco.personId]);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not_allowed', reason: expect.stringContaining('Nobody at this plan') as string } });
  });

  it('at most one per ticket is not void, says the database itself (D11)', async () => {
    const id = await givenOverdueTicket(db.owner, cast);
    const again = db.owner.query(`INSERT INTO fines SELECT gen_random_uuid(), ticket_id, plan_code, clock_id, status, amount_cents, due_on, rule_set_version, proposed_on FROM fines WHERE ticket_id = $1`, [id]);
    await expect(again).rejects.toThrow(/fines_one_per_plan_key/);
  });
});

it('the system cannot do what is a person’s', async () => {
  const id = await givenSubmittedTicket(db.owner, cast);
  expect(await runTicketCommand(SYSTEM, command('present', id), { arrivedAt: at('2026-10-27') })).toEqual({ ok: false, error: { kind: 'not_found' } });
});
