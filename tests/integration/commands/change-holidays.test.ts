import { Client } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { changeWords } from '@/domain/deadlines';
import { draftCalendar, draftHoliday, draftHolidayChange, draftProposals, draftYearConfirmed, dropHolidayChange } from '@/server/commands/change-holiday-draft';
import { changeHolidays, fingerprint } from '@/server/commands/change-holidays';
import { readCalendar } from '@/server/holidays/read-calendar';
import { moveDates } from '@/server/jobs/move-dates';
import { remind } from '@/server/jobs/remind';
import { requeueLost } from '@/server/jobs/requeue-lost';
import { sweep } from '@/server/jobs/sweep';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { getHolidaysPage } from '@/server/queries/get-holidays-page';
import { previewHolidays } from '@/server/queries/preview-holidays';
import { addDays, calendarDate, isAfter, type CalendarDate } from '@/shared/calendar-date';
import { givenCast, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, done, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});
beforeEach(async () => {
  await db.owner.query('DELETE FROM holiday_drafts');
});

const MOURNING = { what: 'holiday', on: '2026-11-30', name: 'Day of mourning', confirmed: 'on' };
const going = () => false;

async function clock(ticketId: string, ruleId: string) {
  const { rows } = await db.owner.query<{ due: string; version: number; steps: { type: string; name?: string }[] }>('SELECT due_on::text AS due, holiday_version AS version, steps FROM clocks WHERE ticket_id = $1 AND rule_id = $2', [ticketId, ruleId]);
  return rows[0];
}

async function dueOf(ticketId: string): Promise<CalendarDate> {
  return calendarDate((await clock(ticketId, 'mco-response'))?.due ?? '');
}

async function inEffect(): Promise<number> {
  const preview = await previewHolidays(cast.administration, 1);
  const made = await changeHolidays(cast.administration, { version: preview.version, changes: fingerprint(preview.changes) });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.version;
}

describe('a day that is added late (D16)', () => {
  it('is shown with what it moves, and then moves exactly that, with one mail to each side, however often the job runs', async () => {
    const presented = await givenPresentedTicket(db.owner, cast);
    const submitted = await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-2', receivedByMcoOn: '2026-10-20' }, '2026-11-20');
    const closed = await givenPresentedTicket(db.owner, cast);
    await done(cast.provider, command('withdraw', closed, { reason: 'Filed twice.' }), { arrivedAt: at('2026-11-20') });
    const before = await clock(submitted, 'presentation');

    expect(await draftHoliday(cast.administration, MOURNING)).toEqual({ ok: true, value: null });
    const preview = await previewHolidays(cast.administration, 1);
    expect(preview.changes).toEqual(['added Day of mourning, Mon Nov 30, 2026']);
    expect(preview.moves.map((m) => [m.ticketId, m.ruleId, m.from, m.to]).sort()).toEqual([[presented, 'mco-response', '2026-11-30', '2026-12-01'], [submitted, 'presentation', before?.due, '2026-12-09']].sort());
    expect(preview).toMatchObject({ clocks: 2, tickets: 2, told: { contacts: 1, plans: 1 }, refused: null });

    const version = await inEffect();
    await moveDates(version, going, at('2026-11-24'));
    await moveDates(version, going, at('2026-11-24'));
    expect(await clock(presented, 'mco-response')).toMatchObject({ due: '2026-12-01', version, steps: expect.arrayContaining([expect.objectContaining({ name: 'Day of mourning' })]) as unknown });
    expect((await clock(presented, 'extension-request'))?.due).toBe('2026-11-19');
    expect((await clock(closed, 'mco-response'))?.due).toBe('2026-11-30');
    const mails = await db.owner.query(`SELECT ticket_id AS id, count(*)::int AS n FROM outbox WHERE kind = 'dates-moved' GROUP BY 1 ORDER BY 2`);
    expect(mails.rows).toEqual([{ id: submitted, n: 1 }, { id: presented, n: 2 }]);
    const page = await getHolidaysPage(cast.administration, 2026);
    expect(page.versions[0]).toMatchObject({ version, note: 'Added Day of mourning, Mon Nov 30, 2026.', move: { moved: 2, by: cast.administration.name } });
    expect(page.versions[0]?.move?.finishedAt).not.toBeNull();
    expect(page.draft).toEqual([]);
  });

  it('waits for an act that works a date out without it, so that its job moves that date too', async () => {
    const ticketId = await givenSubmittedTicket(db.owner, cast);
    await draftHoliday(cast.administration, { ...MOURNING, on: '2026-12-01' });
    const holder = new Client({ connectionString: db.urls.owner });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM tickets WHERE id = $1 FOR UPDATE', [ticketId]);
    const waiting = async (least: number) => {
      for (let n = 0; n < least; n = (await db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND (database IS NULL OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))')).rows[0]?.n ?? 0);
    };
    const presenting = done(cast.team, command('present', ticketId), { arrivedAt: at('2026-11-01') });
    await waiting(1);
    const moved = inEffect().then((version) => moveDates(version, going, at('2026-11-24')));
    await Promise.race([moved, waiting(2)]);
    await holder.query('COMMIT');
    await holder.end();
    await Promise.all([presenting, moved]);
    expect(await dueOf(ticketId)).toBe('2026-12-02');
  });

  it('shows of a right that lapsed and runs anew, since its ticket was opened again, the newest alone, as its job does', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    await sweep('https://portal.example', at('2026-12-05'));
    await done(cast.team, command('closeNotContested', ticketId), { arrivedAt: at('2026-12-05') });
    await done(cast.team, command('reopen', ticketId, { to: 'responded', receivedByMcoOn: '', reason: 'Closed by mistake.' }), { arrivedAt: at('2026-12-05') });
    const due = (await db.owner.query<{ due: string }>(`SELECT due_on::text AS due FROM clocks WHERE ticket_id = $1 AND rule_id = 'contest' ORDER BY started_at`, [ticketId])).rows.map((r) => calendarDate(r.due));
    await draftHoliday(cast.administration, { ...MOURNING, on: due[0] ?? '' });
    const moves = (await previewHolidays(cast.administration, 1)).moves.filter((m) => m.ticketId === ticketId);
    expect([due.length, moves.filter((m) => m.ruleId === 'contest').map((m) => m.from)]).toEqual([2, []]);
  });

  it('is moved by a job that goes on where it was stopped', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const due = await dueOf(ticketId);
    await draftHoliday(cast.administration, { ...MOURNING, on: due });
    const version = await inEffect();
    await expect(moveDates(version, () => true, at('2026-11-24'))).rejects.toThrow('not all moved yet');
    expect(await dueOf(ticketId)).toBe(due);
    await moveDates(version, going, at('2026-11-24'));
    expect(isAfter(await dueOf(ticketId), due)).toBe(true);
  });

  it('counts what was moved and undone by a job that was cut off in the middle of a batch', async () => {
    const [first, second] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)].sort() as [string, string];
    const due = await dueOf(first);
    await sweep('https://portal.example', at(addDays(due, 1)));
    await draftHoliday(cast.administration, { ...MOURNING, on: due });
    const version = await inEffect();
    await done(SYSTEM, command('moveDates', first, { reason: 'Added Day of mourning' }), { arrivedAt: at(addDays(due, 1)) });
    await moveDates(version, going, at(addDays(due, 1)));
    const moved = await db.owner.query<{ moved: number; undone: number }>(
      `SELECT count(*) FILTER (WHERE type = 'DatesMoved')::int AS moved, count(*) FILTER (WHERE type = 'FineVoided')::int AS undone FROM ticket_events WHERE recorded_at = $1 AND type IN ('DatesMoved', 'FineVoided')`,
      [at(addDays(due, 1))],
    );
    const { rows } = await db.owner.query('SELECT moved, fines_undone AS undone, finished_at IS NOT NULL AS finished FROM holiday_moves WHERE version = $1', [version]);
    expect(rows).toEqual([{ ...moved.rows[0], finished: true }]);
    expect(isAfter(await dueOf(second), due)).toBe(true);
    expect(moved.rows[0]?.undone).toBeGreaterThan(1);
  });

  it('is reminded of today where a reminder falls on it by the changed calendar, once', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const due = await dueOf(ticketId);
    const { rows } = await db.owner.query<{ on: string }>(
      `SELECT d::date::text AS "on" FROM generate_series($1::date - 14, $1::date - 1, interval '1 day') AS d
       WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT 1 FROM holidays h WHERE h.version = (SELECT max(version) FROM holiday_versions) AND h."on" = d::date) ORDER BY d DESC LIMIT 2`, [due]);
    const [dayBefore = '', today = ''] = rows.map((r) => r.on);
    const remindAt = (on: string, time: string) => remind('https://portal.example', at(on, time));
    const sent = async () => (await db.owner.query<{ on: string }>(`SELECT (enqueued_at AT TIME ZONE 'America/Chicago')::date::text AS "on" FROM outbox WHERE ticket_id = $1 AND kind = 'reminder-mco-response' ORDER BY enqueued_at`, [ticketId])).rows.map((r) => r.on);
    await remindAt(today, '08:01');
    await draftHoliday(cast.administration, { ...MOURNING, on: dayBefore });
    await moveDates(await inEffect(), going, at(today, '12:00'));
    for (const time of ['12:01', '13:01']) await remindAt(today, time);
    expect(await sent()).toEqual([today]);
    await remindAt(due, '08:01');
    expect(await sent()).toEqual([today, due]);
  });

  it('gets its job anew where that was lost', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await draftHoliday(cast.administration, { ...MOURNING, on: await dueOf(ticketId) });
    const version = await inEffect();
    const key = `move-dates:${version}`;
    const job = async () => (await db.owner.query('SELECT payload, attempts FROM graphile_worker._private_jobs WHERE key = $1', [key])).rows;
    const [payload] = (await job()).map((row: { payload: unknown }) => row.payload);
    for (const lost of ['DELETE FROM graphile_worker._private_jobs WHERE key = $1', 'UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1']) {
      await db.owner.query(lost, [key]);
      await requeueLost();
      expect(await job()).toEqual([{ payload, attempts: 0 }]);
    }
    await moveDates(version, going, at('2026-11-24'));
    await db.owner.query('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [key]);
    await requeueLost();
    expect(await job()).toEqual([]);
  });

  it('undoes a fine that rested on the day, and says so beforehand', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const due = await dueOf(ticketId);
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at(addDays(due, 1)) });
    await draftHoliday(cast.administration, { what: 'outage', on: due, name: '', confirmed: '' });
    const preview = await previewHolidays(cast.administration, 1);
    expect(preview.fines.map((f) => [f.ticketId, f.fine])).toContainEqual([ticketId, 'void']);
    await moveDates(await inEffect(), going, at('2026-12-28'));
    const fines = await db.owner.query(`SELECT status, reason FROM fines WHERE ticket_id = $1`, [ticketId]);
    expect(fines.rows).toEqual([{ status: 'void', reason: expect.stringContaining('The portal was down') as string }]);
    const ticket = await db.owner.query(`SELECT responded_late FROM tickets WHERE id = $1`, [ticketId]);
    expect(ticket.rows).toEqual([{ responded_late: false }]);
    const page = await getTicketPage(cast.mco, ticketId);
    expect(page?.answer).toMatchObject({ late: false, dueOn: addDays(due, 1), respondedOn: addDays(due, 1) });
  });

  it('puts information in time that was called late only because of the day, on the page, too (R10)', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.mco, command('requestInformation', ticketId, { what: 'The records.' }), { arrivedAt: at('2026-11-02') });
    const due = calendarDate((await clock(ticketId, 'information-answer'))?.due ?? '');
    const next = calendarDate('2026-11-12');
    expect(due).toBe('2026-11-10');
    await done(cast.provider, command('provideInformation', ticketId, { kind: 'text', text: 'Here.', providedOn: '', how: '' }), { arrivedAt: at(next) });
    expect((await getTicketPage(cast.mco, ticketId))?.requests.information[0]?.answer).toMatchObject({ late: true, dueOn: due });
    await draftHoliday(cast.administration, { what: 'outage', on: due, name: '', confirmed: '' });
    await moveDates(await inEffect(), going, at('2026-11-16'));
    // Veterans Day, Nov 11, does not count either.
    expect((await getTicketPage(cast.mco, ticketId))?.requests.information[0]?.answer).toMatchObject({ late: false, dueOn: next });
  });
});

describe('the draft', () => {
  it.each([
    [{ ...MOURNING, what: '' }, 'what'],
    [{ ...MOURNING, on: '2026-02-30' }, 'on'],
    [{ ...MOURNING, on: '2026-11-28' }, 'on'],
    [{ ...MOURNING, on: '2026-11-26' }, 'on'],
    [{ ...MOURNING, name: ' ' }, 'name'],
    [{ ...MOURNING, extra: 'x' }, ''],
  ])('%j is refused at its field and writes nothing', async (typed, field) => {
    expect(await draftHoliday(cast.administration, typed)).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field }] } });
    expect((await db.owner.query('SELECT 1 FROM holiday_drafts')).rowCount).toBe(0);
  });

  it('belongs to Administration alone: for all others neither it nor its acts exist', async () => {
    await draftHoliday(cast.administration, { ...MOURNING, on: '2026-12-09' });
    for (const actor of [cast.provider, cast.mco, cast.team, cast.accountManager, cast.sme]) {
      expect(await draftHoliday(actor, { ...MOURNING, on: '2026-12-10' })).toMatchObject({ ok: false, error: { kind: 'not_found' } });
      expect(await changeHolidays(actor, { version: 1, changes: '' })).toMatchObject({ ok: false, error: { kind: 'not_found' } });
      expect((await getHolidaysPage(actor, 2026)).draft).toEqual([]);
    }
  });

  it.each([{ op: 'add', on: '2026-12-09' }, { op: 'confirm', on: 'x' }, { op: 'withdraw', on: '2026-13-01' }])('does not know what no page sends: %j', async (given) => {
    expect(await draftHolidayChange(cast.administration, given)).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await dropHolidayChange(cast.administration, given.op === 'add' ? '' : given.on)).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await draftProposals(cast.administration, Number.NaN)).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await draftYearConfirmed(cast.administration, Number.NaN)).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  });

  it('that is another than the preview had shown takes no effect; the same form sent twice makes one version', async () => {
    await draftHoliday(cast.administration, { ...MOURNING, on: '2026-12-10' });
    const preview = await previewHolidays(cast.administration, 1);
    const seen = { version: preview.version, changes: fingerprint(preview.changes) };
    await draftHoliday(cast.administration, { ...MOURNING, on: '2026-12-11' });
    expect(await changeHolidays(cast.administration, seen)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    await dropHolidayChange(cast.administration, calendarDate('2026-12-11'));
    const both = await Promise.all([changeHolidays(cast.administration, seen), changeHolidays(cast.administration, seen)]);
    expect(new Set(both.flatMap((r) => (r.ok ? [r.value.version] : [])))).toEqual(new Set([preview.version + 1]));
    expect(await changeHolidays(cast.administration, seen)).toEqual({ ok: true, value: { version: preview.version + 1 } });
  });

  it('withdraws and confirms without moving any date', async () => {
    const on = calendarDate('2026-12-25');
    await draftHolidayChange(cast.administration, { op: 'withdraw', on });
    expect(await previewHolidays(cast.administration, 1)).toMatchObject({ changes: ['withdrew Christmas Day, Fri Dec 25, 2026'], clocks: 0 });
    const version = await inEffect();
    const { rows } = await db.owner.query('SELECT finished_at IS NOT NULL AS finished FROM holiday_moves WHERE version = $1', [version]);
    expect(rows).toEqual([{ finished: true }]);
  });

  it('takes proposals for the next year and the whole days of a calendar file, not confirmed', async () => {
    const page = await getHolidaysPage(cast.administration, null);
    const proposed = await draftProposals(cast.administration, page.lastYear + 1);
    expect(proposed.ok && proposed.value).toBeGreaterThan(9);
    const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261217', 'DTEND;VALUE=DATE:20261222', 'SUMMARY:State closure', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'DTSTART:20261223T150000Z', 'DTEND:20261223T160000Z', 'SUMMARY:A meeting', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(await draftCalendar(cast.administration, file)).toEqual({ ok: true, value: { found: 3, added: 3 } });
    const { draft } = await getHolidaysPage(cast.administration, null);
    expect(draft.slice(0, 3).map((d) => d.words)).toEqual(['added State closure, Thu Dec 17, 2026', 'added State closure, Fri Dec 18, 2026', 'added State closure, Mon Dec 21, 2026']);
    const event = (...lines: string[]) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Closed', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    const unreadable = [event(), event('DTSTART;VALUE=DATE:20270230'), event('DTSTART;VALUE=DATE:2027'), event('DTSTART;VALUE=DATE:20270118', 'DTEND;VALUE=DATE:99990118'), event('DTSTART;VALUE=DATE:20270118', 'DTEND:x'),
      // A length that would be counted off for hours, and one that ends before it begins.
      event('DTSTART;VALUE=DATE:20270118', 'DURATION:P99999999999999W'), event('DTSTART;VALUE=DATE:20270118', 'DURATION:-P400D')];
    for (const bad of unreadable) expect(await draftCalendar(cast.administration, bad)).toEqual({ ok: false, error: { kind: 'invalid', issues: [{ field: 'calendar', message: expect.stringContaining('“Closed” has no days that can be read.') as string }] } });
    for (const bad of ['', 'x', file.replace('SUMMARY:State closure', 'SUMMARY:State closure\r\nRRULE:FREQ=DAILY')]) expect(await draftCalendar(cast.administration, bad)).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'calendar' }] } });
  });

  it('reads the length of an event that says how many days it lasts, and its name as one line of signs that can be kept', async () => {
    const file = (length: string) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Storm\u0000\\nday \ud83c', 'DTSTART;VALUE=DATE:20270405', length, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    for (const [length, days] of [['DURATION:P1D', 1], ['DURATION:P2DT0H0M0S', 2], ['DURATION:P1W', 5], ['X-NONE:1', 1]] as const) expect(readCalendar(file(length)), length).toMatchObject({ ok: true, value: { length: days, 0: { on: '2027-04-05', name: 'Storm day \ufffd' } } });
    expect(await draftCalendar(cast.administration, file('DURATION:P1D'))).toMatchObject({ ok: true });
  });

  it('says each change in words', () => {
    expect(changeWords({ rows: [] } as never, { op: 'add', on: calendarDate('2026-11-30'), name: 'X', confirmed: true })).toBe('added X, Mon Nov 30, 2026');
  });
});

describe('a day whose job meets a ticket that it cannot move', () => {
  it('is moved on every other ticket where one cannot be moved, and on that one by the next try', async () => {
    const [stuck, other] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)].sort();
    const due = await dueOf(stuck ?? '');
    await draftHoliday(cast.administration, { ...MOURNING, on: due });
    const version = await inEffect();
    await db.owner.query(`CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ticket_id = '${stuck}' THEN RAISE EXCEPTION 'stuck'; END IF; RETURN NEW; END $$; CREATE TRIGGER stuck BEFORE UPDATE ON clocks FOR EACH ROW EXECUTE FUNCTION stuck()`);
    await expect(moveDates(version, going, at('2026-11-24'))).rejects.toThrow(`1 of the tickets of version ${version} did not move`);
    expect(isAfter(await dueOf(other ?? ''), due)).toBe(true);
    const moveOf = async () => (await getHolidaysPage(cast.administration, 2026)).versions.find((v) => v.version === version)?.move;
    expect((await moveOf())?.finishedAt).toBeNull();
    await db.owner.query('DROP TRIGGER stuck ON clocks; DROP FUNCTION stuck()');
    await moveDates(version, going, at('2026-11-24'));
    expect(isAfter(await dueOf(stuck ?? ''), due)).toBe(true);
    expect((await moveOf())?.finishedAt).not.toBeNull();
  });
});

describe('a day that bears on many tickets, or on what was over', () => {
  it('is moved a batch at a time on every ticket, also by a job that was stopped between two of them', async () => {
    const ids = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    const due = await dueOf(ids[0] ?? '');
    await draftHoliday(cast.administration, { ...MOURNING, on: due });
    const version = await inEffect();
    let batches = 0;
    await expect(moveDates(version, () => (batches += 1) > 1, at('2026-11-24'), 1)).rejects.toThrow('not all moved yet');
    const stopped = (await getHolidaysPage(cast.administration, 2026)).versions.find((v) => v.version === version)?.move;
    expect(stopped).toMatchObject({ lookedAt: 1, finishedAt: null });
    await moveDates(version, going, at('2026-11-24'), 1);
    for (const id of ids) expect(isAfter(await dueOf(id), due)).toBe(true);
    expect((await getHolidaysPage(cast.administration, 2026)).versions.find((v) => v.version === version)?.move?.finishedAt).not.toBeNull();
  });

  it('gives back a right that lapsed only because of it, where it can still be used', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const due = calendarDate((await clock(ticketId, 'contest'))?.due ?? '');
    const contest = async () => (await db.owner.query<{ due: string; end_reason: string | null }>(`SELECT due_on::text AS due, end_reason FROM clocks WHERE ticket_id = $1 AND rule_id = 'contest'`, [ticketId])).rows[0];
    await sweep('https://portal.example', at(addDays(due, 1), '01:07'));
    expect(await contest()).toEqual({ due, end_reason: 'lapsed' });
    await draftHoliday(cast.administration, { ...MOURNING, on: due });
    await moveDates(await inEffect(), going, at(addDays(due, 1)));
    const given = await contest();
    expect([given?.end_reason, isAfter(calendarDate(given?.due ?? ''), due)]).toEqual([null, true]);
  });
});
