import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveReminderChoice } from '@/server/db/mail-choices';
import { asActor } from '@/server/db/as-actor';
import { deliverMessage } from '@/server/jobs/deliver-message';
import { remind } from '@/server/jobs/remind';
import type { PersonActor } from '@/domain/access/actor';
import { askPlanRequest } from '@/server/commands/ask-plan-request';
import { addDays, calendarDate } from '@/shared/calendar-date';
import { givenCast, type Cast } from '../../scenarios/people';
import { act } from '../../scenarios/reviews';
import { ANSWER, at, command, done, givenPresentedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { read, useMailServer } from './mail-server';

const db = useDatabase();
const mail = useMailServer();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});
// Each test has the open clocks and the days to itself.
beforeEach(async () => {
  await db.owner.query(`UPDATE clocks SET ended_on = due_on, end_reason = 'stopped' WHERE ended_on IS NULL`);
  await db.owner.query(`DELETE FROM job_marks; DELETE FROM mail_choices; DELETE FROM outbox WHERE kind = 'daily-digest'`);
  await db.owner.query(`UPDATE plan_requests SET status = 'withdrawn', ended_at = now(), ended_on = current_date WHERE status = 'open'`);
});

const PORTAL = 'https://portal.example';
const remindAt = (on: string, time = '08:01') => remind(PORTAL, at(on, time));

async function remindDayByDay(from: string, to: string): Promise<void> {
  for (let on = calendarDate(from); on <= to; on = addDays(on, 1)) await remindAt(on);
}

type Sent = { id: string; what: string; on: string; to_address: string };
/** The reminders about a ticket, as `rule day`, to one person or to all. */
async function remindersOf(ticketId: string, person?: PersonActor): Promise<string[]> {
  const { rows } = await db.owner.query<Sent>(
    `SELECT id, replace(kind, 'reminder-', '') AS what, (enqueued_at AT TIME ZONE 'America/Chicago')::date::text AS "on", to_address FROM outbox
     WHERE ticket_id = $1 AND kind LIKE 'reminder-%' ORDER BY enqueued_at, kind, to_address`, [ticketId]);
  return rows.filter((r) => person === undefined || r.to_address === person.email).map((r) => `${r.what} ${r.on}`);
}

describe('reminders', () => {
  it('of a presented ticket go to whoever can act, day by day, each once', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindDayByDay('2026-10-27', '2026-12-04');
    expect(await remindersOf(ticketId, cast.mco)).toEqual([
      'information-request 2026-10-28', 'information-request 2026-11-02', 'information-request 2026-11-04',
      'extension-request 2026-11-12', 'extension-request 2026-11-18', 'extension-request 2026-11-19',
      'mco-response 2026-11-23', 'mco-response 2026-11-25', 'mco-response 2026-11-30', 'mco-response 2026-12-01',
    ]);
    expect(await remindersOf(ticketId, cast.provider)).toEqual(['extension-request 2026-11-12', 'extension-request 2026-11-18', 'extension-request 2026-11-19']);
    expect(await remindersOf(ticketId)).toHaveLength(13);
  });

  it('of a complaint to present go to the Portal Team’s address, overdue included', async () => {
    const ticketId = await givenSubmittedTicket(db.owner, cast);
    await remindDayByDay('2026-10-15', '2026-11-05');
    // Received Oct 15, to present by Thu Oct 29.
    expect(await remindersOf(ticketId)).toEqual(['presentation 2026-10-22', 'presentation 2026-10-28', 'presentation 2026-10-29', 'presentation 2026-10-30']);
  });

  it('wait for 8:00 in Chicago and for a business day', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindAt('2026-11-20');
    expect(await remindAt('2026-11-23', '07:59')).toEqual({ reminders: 0, digests: 0 });
    expect(await remindAt('2026-11-23', '08:00')).toEqual({ reminders: 1, digests: 0 });
    expect(await remindAt('2026-11-26', '09:00')).toEqual({ reminders: 0, digests: 0 });
    expect(await remindersOf(ticketId)).toEqual(['mco-response 2026-11-23']);
  });

  it('exist once, however often the sweep runs and however many run at once', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await Promise.all([1, 2, 3, 4].map(() => remindAt('2026-11-23')));
    await remindAt('2026-11-23', '15:00');
    // A sweep that was killed before it noted its day as done.
    await db.owner.query('DELETE FROM job_marks');
    await remindAt('2026-11-23', '16:00');
    expect(await remindersOf(ticketId)).toEqual(['mco-response 2026-11-23']);
    const { rows } = await db.owner.query(`SELECT count(*)::int AS n FROM graphile_worker.jobs j JOIN outbox o ON o.id::text = j.key WHERE o.ticket_id = $1 AND o.kind LIKE 'reminder-%'`, [ticketId]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('after a gap only the newest of each clock is sent', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindAt('2026-11-10');
    await remindAt('2026-11-30');
    expect(await remindersOf(ticketId, cast.mco)).toEqual(['mco-response 2026-11-30']);
  });

  it('go to whoever has the ticket at the plan, beside its primary staff, and to nobody who left', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const { rows } = await db.owner.query<{ id: string }>(`INSERT INTO people (id, email, name) VALUES (gen_random_uuid(), 'cal@countycare.example', 'Cal Brandvold') RETURNING id`);
    const cal = rows[0]?.id;
    await db.owner.query(`INSERT INTO memberships (id, person_id, organization_id, role) VALUES (gen_random_uuid(), $1, $2, 'mco')`, [cal, cast.mco.organizationId]);
    await act(cast.mco, 'assign', ticketId, '2026-11-02', { assigneeId: cal });
    const addressees = async () => (await db.owner.query<Sent>(`SELECT to_address FROM outbox WHERE ticket_id = $1 AND kind = 'reminder-mco-response' ORDER BY enqueued_at, to_address`, [ticketId])).rows.map((r) => r.to_address);
    await remindAt('2026-11-23');
    expect((await addressees()).sort()).toEqual([cast.mco.email, 'cal@countycare.example'].sort());
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [cal]);
    await remindAt('2026-11-25');
    expect((await addressees()).slice(2)).toEqual([cast.mco.email]);
  });

  it('of a request about no ticket (R29) go to the plan', async () => {
    const asked = await askPlanRequest(cast.team, { planCode: 'COUNTYCARE', subject: 'Staff', question: 'Who reads?', answerOn: '2026-12-04' }, { key: 'k-remind', arrivedAt: at('2026-11-24') });
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    await remindDayByDay('2026-11-24', '2026-12-08');
    const { rows } = await db.owner.query<Sent>(`SELECT (enqueued_at AT TIME ZONE 'America/Chicago')::date::text AS "on", to_address FROM outbox WHERE plan_request_id = $1 ORDER BY enqueued_at`, [asked.value]);
    expect(rows).toEqual(['2026-11-25', '2026-12-03', '2026-12-04', '2026-12-07'].map((on) => ({ on, to_address: cast.mco.email })));
  });
});

describe('at the moment of sending', () => {
  async function waiting(ticketId: string, kind: string): Promise<string> {
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM outbox WHERE ticket_id = $1 AND kind = $2 AND status = 'queued'`, [ticketId, kind]);
    return rows[0]?.id ?? '';
  }
  const statusOf = async (id: string) => (await db.owner.query<{ status: string }>('SELECT status FROM outbox WHERE id = $1', [id])).rows[0]?.status;

  it('a reminder of what is still due is sent', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindAt('2026-11-23');
    const id = await waiting(ticketId, 'reminder-mco-response');
    await deliverMessage(id, mail.server, { at: at('2026-11-23', '08:05') });
    expect(await statusOf(id)).toBe('accepted');
    expect((await read(mail.received[0])).subject).toContain('Due Mon Nov 30, 2026, your written answer: PRP-');
  });

  it('a reminder of what was done meanwhile is dropped, without being tried', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindAt('2026-11-23');
    const id = await waiting(ticketId, 'reminder-mco-response');
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-23', '08:03') });
    expect(await deliverMessage(id, mail.server)).toBe('done');
    expect([await statusOf(id), mail.received.length]).toEqual(['dropped', 0]);
  });

  it('a reminder to somebody who has left meanwhile is dropped', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindAt('2026-11-23');
    const id = await waiting(ticketId, 'reminder-mco-response');
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = (SELECT recipient_id FROM outbox WHERE id = $1)', [id]);
    await deliverMessage(id, mail.server, { at: at('2026-11-23', '08:05') });
    await db.owner.query('UPDATE memberships SET ended_at = NULL WHERE person_id = (SELECT recipient_id FROM outbox WHERE id = $1)', [id]);
    expect([await statusOf(id), mail.received.length]).toEqual(['dropped', 0]);
  });

  it('the last day to ask for an extension is moot once somebody asked', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await remindAt('2026-11-18');
    const id = await waiting(ticketId, 'reminder-extension-request');
    await act(cast.mco, 'requestExtension', ticketId, '2026-11-18', { reason: 'Records are being restored.' });
    await deliverMessage(id, mail.server);
    expect(await statusOf(id)).toBe('dropped');
    await remindAt('2026-11-19');
    expect(await remindersOf(ticketId, cast.provider)).not.toContain('extension-request 2026-11-19');
  });
});

describe('one mail a day', () => {
  const choose = (actor: PersonActor, choice: 'single' | 'digest') => asActor(actor, (scope) => saveReminderChoice(scope, actor, choice), at('2026-11-01'));
  const digests = async () => (await db.owner.query<{ id: string; subject: string; text: string; to_address: string; status: string }>(`SELECT id, subject, text, to_address, status FROM outbox WHERE kind = 'daily-digest' ORDER BY enqueued_at DESC`)).rows;

  it('stands for the reminders, lists by due date, and comes once a day', async () => {
    await choose(cast.mco, 'digest');
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await Promise.all([remindAt('2026-11-23'), remindAt('2026-11-23')]);
    await remindAt('2026-11-23', '14:00');
    expect(await remindersOf(ticketId, cast.mco)).toEqual([]);
    const [digest, ...others] = await digests();
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ to_address: cast.mco.email, subject: 'Your dates, Mon Nov 23, 2026: 1 within 7 days' });
    expect(digest?.text).toContain('Due Mon Nov 30, 2026:\n\nYour written answer: PRP-');
    // What is evidence comes by itself all the same.
    const { rows } = await db.owner.query(`SELECT 1 FROM outbox WHERE ticket_id = $1 AND kind = 'presented-to-plan' AND to_address = $2`, [ticketId, cast.mco.email]);
    expect(rows).toHaveLength(1);
  });

  it('leaves out what was done before it is sent, and is dropped when nothing is left', async () => {
    await choose(cast.mco, 'digest');
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await db.owner.query(`UPDATE clocks SET ended_on = due_on, end_reason = 'lapsed' WHERE ticket_id = $1 AND kind = 'window'`, [ticketId]);
    await remindAt('2026-11-25');
    const [digest] = await digests();
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-25', '08:03') });
    await deliverMessage(digest?.id ?? '', mail.server, { at: at('2026-11-25', '08:05') });
    expect([(await digests())[0]?.status, mail.received.length]).toEqual(['dropped', 0]);
  });

  it('is chosen by each for oneself, by the Portal Team for its address; nobody sees or changes another’s choice', async () => {
    await choose(cast.team, 'digest');
    const ticketId = await givenSubmittedTicket(db.owner, cast, {}, '2026-11-10');
    await remindAt('2026-11-18');
    expect(await remindersOf(ticketId)).toEqual([]);
    expect((await digests())[0]?.text).toContain('Presenting to the plan: PRP-');
    const seen = (actor: PersonActor) => asActor(actor, ({ tx }) => tx.mailChoice.count());
    expect([await seen(cast.team), await seen(cast.mco), await seen(cast.provider)]).toEqual([1, 0, 0]);
    await expect(asActor(cast.mco, ({ tx }) => tx.mailChoice.createMany({ data: [{ reader: cast.provider.personId, reminders: 'digest', chosenById: cast.mco.personId, chosenAt: new Date() }] }))).rejects.toThrow(/row-level security/);
    await choose(cast.team, 'single');
    await remindAt('2026-11-24');
    expect(await remindersOf(ticketId)).toEqual(['presentation 2026-11-24']);
  });
});

describe('many open clocks', () => {
  it('cost a sweep with nothing due at most 50 ms, and each reminder at most 6 ms', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const fill = (from: number, to: number, due: string) => db.owner.query(
      `INSERT INTO clocks (id, ticket_id, rule_id, kind, owed_by, subject, day_0, due_on, steps, rule_set_version, holiday_version, started_at)
       SELECT gen_random_uuid(), $1, 'mco-response', 'duty', 'mco', 'bulk-' || n, '2026-10-27', $2::date + n % 60, '[]', 1, (SELECT max(version) FROM holiday_versions), now() FROM generate_series($3::int, $4::int) n`, [ticketId, due, from, to]);
    await fill(1, 100_000, '2027-03-01');
    await db.owner.query('ANALYZE clocks');
    await remindAt('2026-12-10');
    await db.owner.query('DELETE FROM job_marks');
    const none = performance.now();
    expect((await remindAt('2026-12-11')).reminders).toBe(0);
    expect(performance.now() - none).toBeLessThan(50 * slack());
    await db.owner.query(`UPDATE clocks SET due_on = '2026-12-21' WHERE subject IN (SELECT 'bulk-' || n FROM generate_series(1, 1000) n)`);
    const many = performance.now();
    expect((await remindAt('2026-12-14')).reminders).toBe(1000);
    expect((performance.now() - many) / 1000).toBeLessThan(6 * slack());
  }, 60_000);
});

/** Other test files share the machine's two cores. */
const slack = () => 4;
