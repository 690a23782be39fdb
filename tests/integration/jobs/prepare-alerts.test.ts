import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asActor, asReader } from '@/server/db/as-actor';
import { findPreparedAlerts } from '@/server/db/prepared-alerts';
import { recordView } from '@/server/db/record-view';
import { setAsideAlert } from '@/server/commands/set-aside-alert';
import { prepareAlerts } from '@/server/jobs/prepare-alerts';
import { listWorkQueue } from '@/server/queries/list-work-queues';
import { addDays, calendarDate } from '@/shared/calendar-date';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { act } from '../../scenarios/reviews';
import { ANSWER, at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let ticketId: string;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});
/** Presented on Tue Oct 27, 2026, so half of the time is gone on Nov 13 and the answer is due on Mon Nov 30. */
beforeEach(async () => {
  await db.owner.query(`UPDATE prepared_alerts SET state = 'moot', settled_at = now() WHERE state = 'open'; DELETE FROM job_marks`);
  await db.owner.query(`UPDATE tickets SET presented_on = NULL, status = 'submitted', extension_state = 'none' WHERE status = 'presented'`);
  await db.owner.query(`UPDATE clocks SET ended_on = due_on, end_reason = 'stopped' WHERE ended_on IS NULL`);
  ticketId = await givenPresentedTicket(db.owner, cast);
});

const prepareOn = (on: string, time = '08:01') => prepareAlerts(at(on, time));
async function dayByDay(from: string, to: string): Promise<void> {
  for (let on = calendarDate(from); on <= to; on = addDays(on, 1)) await prepareOn(on);
}
const prepared = async () => (await db.owner.query<{ line: string }>(`SELECT reason || ' ' || since_on || ' ' || prepared_on || ' ' || state AS line FROM prepared_alerts WHERE ticket_id = $1 ORDER BY prepared_on, reason`, [ticketId])).rows.map((r) => r.line);

describe('alerts are prepared (R19)', () => {
  it('when half of the time is gone and nobody opened it, after 15 days without contact, and 1 and 5 business days overdue; each once', async () => {
    await dayByDay('2026-10-27', '2026-12-11');
    await db.owner.query('DELETE FROM job_marks');
    await Promise.all([prepareOn('2026-12-11', '09:00'), prepareOn('2026-12-11', '09:00')]);
    // Nov 11 is Veterans Day, so what falls on it is prepared on Nov 12.
    expect(await prepared()).toEqual(['no_contact 2026-10-27 2026-11-12 open', 'not_opened 2026-11-13 2026-11-13 open', 'overdue_1 2026-11-30 2026-12-01 open', 'overdue_5 2026-11-30 2026-12-07 open']);
  });

  it('not of a plan that opened the ticket and logs its contacts', async () => {
    await asActor(cast.mco, (scope) => recordView(scope, cast.mco, ticketId), at('2026-11-03'));
    for (const on of ['2026-11-05', '2026-11-19']) await act(cast.mco, 'logContact', ticketId, on, { on, time: '09:00', how: 'phone', withWhom: 'Renata', said: 'Records.' });
    await dayByDay('2026-10-27', '2026-11-30');
    expect(await prepared()).toEqual([]);
  });

  it('not of an answer that is late while an extension is undecided (D8)', async () => {
    await asActor(cast.mco, (scope) => recordView(scope, cast.mco, ticketId), at('2026-11-03'));
    await act(cast.mco, 'requestExtension', ticketId, '2026-11-19', { reason: 'Records are being restored.' });
    await prepareOn('2026-12-08');
    expect((await prepared()).filter((line) => line.startsWith('overdue'))).toEqual([]);
  });

  it('of each date that is missed: one of a question does not stand for that of the answer', async () => {
    await asActor(cast.mco, (scope) => recordView(scope, cast.mco, ticketId), at('2026-11-03'));
    await act(cast.team, 'askMco', ticketId, '2026-11-03', { question: 'Who has it?', answerOn: '2026-11-05' });
    await prepareOn('2026-11-06');
    await act(cast.team, 'alertHfs', ticketId, '2026-11-06', { what: 'The question is open.' });
    await prepareOn('2026-12-01');
    const overdue = (await prepared()).filter((line) => line.startsWith('overdue'));
    expect(overdue).toEqual(['overdue_1 2026-11-05 2026-11-06 sent', 'overdue_1 2026-11-30 2026-12-01 open', 'overdue_5 2026-11-05 2026-12-01 open']);
  });

  it('anew of a plan that fell silent again after a contact', async () => {
    await asActor(cast.mco, (scope) => recordView(scope, cast.mco, ticketId), at('2026-11-03'));
    await prepareOn('2026-11-12');
    await act(cast.mco, 'logContact', ticketId, '2026-11-13', { on: '2026-11-13', time: '09:00', how: 'phone', withWhom: 'Renata', said: 'Records.' });
    await dayByDay('2026-11-16', '2026-11-30');
    expect(await prepared()).toEqual(['no_contact 2026-10-27 2026-11-12 moot', 'no_contact 2026-11-13 2026-11-30 open']);
  });

  it('and leave by themselves when the plan answers', async () => {
    await prepareOn('2026-12-08');
    await givenPortalDay(db.owner, '2026-12-08');
    const listed = async () => (await listWorkQueue(cast.team, 'alert', null)).alerts.filter((a) => a.ticketId === ticketId);
    expect((await listed())[0]?.reasons.map((r) => r.reason)).toEqual(expect.arrayContaining(['overdue_1', 'overdue_5', 'no_contact', 'not_opened']));
    expect((await listWorkQueue(cast.team, 'present', null)).counts.to_alert).toBe(1);
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-12-08', '09:00') });
    expect(await listed()).toEqual([]);
    await db.owner.query('DELETE FROM job_marks');
    await prepareOn('2026-12-09');
    expect((await prepared()).every((line) => line.endsWith('moot'))).toBe(true);
  });
});

describe('the list of prepared alerts', () => {
  it('is read page by page to its end, each ticket once', async () => {
    const second = await givenPresentedTicket(db.owner, cast, { trackingNumber: 'CC-2026-ALERT-2' });
    await prepareOn('2026-12-08');
    const page = (after: Parameters<typeof findPreparedAlerts>[1]) => asReader(cast.team, (scope) => findPreparedAlerts(scope, after, 1));
    await givenPortalDay(db.owner, '2026-12-08');
    const first = await page(null);
    const last = await page(first.next);
    expect([...first.alerts, ...last.alerts].map((a) => a.ticket_id).sort()).toEqual([ticketId, second].sort());
    expect([first.next === null, last.next]).toEqual([false, null]);
  });
});

describe('one press', () => {
  it('sends it to the Account Manager and Administration, and settles what was prepared', async () => {
    await prepareOn('2026-12-08');
    await act(cast.team, 'alertHfs', ticketId, '2026-12-08', { what: 'Overdue.' });
    expect((await prepared()).every((line) => line.endsWith('sent'))).toBe(true);
    const { rows } = await db.owner.query(`SELECT to_address FROM outbox WHERE ticket_id = $1 AND kind = 'hfs-alert' ORDER BY 1`, [ticketId]);
    expect(rows.map((r) => (r as { to_address: string }).to_address).sort()).toEqual([cast.accountManager.email, cast.administration.email].sort());
  });

  it('or sets it aside, by the Portal Team alone; it is not prepared again', async () => {
    await prepareOn('2026-12-08');
    expect(await setAsideAlert(cast.mco, ticketId, at('2026-12-08'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await setAsideAlert(cast.team, ticketId, at('2026-12-08'))).toEqual({ ok: true, value: null });
    await prepareOn('2026-12-10');
    expect((await prepared()).every((line) => line.endsWith('set_aside'))).toBe(true);
    const seen = await asActor(cast.mco, ({ tx }) => tx.preparedAlert.count());
    expect(seen).toBe(0);
  });

  it('what is set aside twice, or after it was sent, stays as it is; without a prepared alert there is nothing', async () => {
    for (const id of [ticketId, randomUUID(), 'no-id']) expect(await setAsideAlert(cast.team, id, at('2026-12-08'))).toEqual({ ok: false, error: { kind: 'not_found' } });
    await prepareOn('2026-12-08');
    await act(cast.team, 'alertHfs', ticketId, '2026-12-08', { what: 'Overdue.' });
    for (let i = 0; i < 2; i += 1) expect(await setAsideAlert(cast.team, ticketId, at('2026-12-08'))).toEqual({ ok: true, value: null });
    expect((await prepared()).every((line) => line.endsWith('sent'))).toBe(true);
  });
});
