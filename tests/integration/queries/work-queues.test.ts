import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { workPositionOf, workPositionText } from '@/app/(portal)/work/work-tabs';
import { SYSTEM } from '@/domain/access/actor';
import { resendMessage } from '@/server/commands/resend-message';
import { settleNoNumber } from '@/server/commands/settle-no-number';
import { previewClose, previewPresent } from '@/server/queries/preview-work';
import { listWorkQueue, type WorkPosition, type WorkQueue } from '@/server/queries/list-work-queues';
import { givenCast, givenPerson, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let ids: Record<'first' | 'twin' | 'overdue' | 'lapsed' | 'undelivered', string>;
let noticeId: string;

/** Answered, but the notice of the answer was refused. */
async function givenUndeliveredAnswer(): Promise<string> {
  const ticketId = await givenPresentedTicket(db.owner, cast);
  await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20') });
  const { rows } = await db.owner.query<{ id: string }>(`UPDATE outbox SET status = 'failed', attempts = 8, server_reply = '550 no such user', last_attempt_at = now() WHERE ticket_id = $1 AND clock_role = 'response-notice' RETURNING id`, [ticketId]);
  noticeId = rows[0]?.id ?? '';
  await done(SYSTEM, command('recordNotice', ticketId, { messageId: noticeId, outcome: 'failed' }), { arrivedAt: at('2026-11-21') });
  return ticketId;
}

async function filedByOther(): Promise<string> {
  const draft = await givenDraft(db.owner, cast.otherProvider);
  await done(cast.otherProvider, command('submit', draft, complaintForm(cast.otherProvider, { trackingNumber: 'CC-TWICE', receivedByMcoOn: '2026-10-15' })), { arrivedAt: at('2026-11-24') });
  return draft;
}

/** Wed Dec 2, 2026, the day after the days to contest ended. */
beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-02');
  cast = await givenCast(db.owner);
  ids = {
    first: await givenSubmittedTicket(db.owner, cast, { trackingNumber: 'CC-TWICE', receivedByMcoOn: '2026-10-15' }, '2026-11-23'),
    twin: await filedByOther(),
    overdue: await givenOverdueTicket(db.owner, cast),
    lapsed: await givenRespondedTicket(db.owner, cast),
    undelivered: await givenUndeliveredAnswer(),
  };
});

const list = (tab: Parameters<typeof listWorkQueue>[1]) => listWorkQueue(cast.team, tab, null);
const itemOf = async (tab: Parameters<typeof listWorkQueue>[1], ticketId: string) => (await list(tab)).tickets.find((t) => t.ticketId === ticketId);

describe('to present', () => {
  it('stands by date, and shows a number that is on file twice, whoever filed it', async () => {
    const queue = await list('present');
    expect(queue.tickets.map((t) => [t.ticketId, t.clock?.dueOn])).toEqual([
      [ids.first, '2026-12-09'],
      [ids.twin, '2026-12-10'],
    ]);
    expect(queue.tickets[0]?.checks).toMatchObject([{ type: 'repeat', others: [{ ticketId: ids.twin, organizationName: 'Otter Bend Radiology' }] }]);
    expect(queue.counts).toMatchObject({ to_present: 2, present_today: 0, present_next: 0 });
  });

  it('says when a corrected date does not fit its window any more, and offers only to return it (R4)', async () => {
    await db.owner.query(`UPDATE tickets SET received_by_mco_on = '2026-11-10' WHERE id = $1`, [ids.first]);
    const item = await itemOf('present', ids.first);
    expect(item?.checks[0]).toMatchObject({ type: 'outside_window', early: true, opensOn: '2026-12-10' });
    expect(item?.actions.find((a) => a.action === 'present')?.refused).toMatch(/Return it as closed/);
    expect(item?.actions.find((a) => a.action === 'returnAsClosed')?.refused).toBeNull();
    await db.owner.query(`UPDATE tickets SET received_by_mco_on = '2026-10-15' WHERE id = $1`, [ids.first]);
  });

  it('previews the date that will follow, who is told, and what is left out', async () => {
    const preview = await previewPresent(cast.team, [ids.first, ids.twin, ids.overdue, randomUUID()]);
    expect(preview.ready.map((t) => t.ticketId)).toEqual([ids.first, ids.twin]);
    expect(preview.due?.due).toBe('2027-01-04');
    expect(preview.goesTo).toEqual([{ planShortName: 'CountyCare', tickets: 2 }]);
    expect(preview.mails).toEqual({ staffMails: 2, plans: 1, contactMails: 2 });
    expect(preview.refused).toMatchObject([{ ticketId: ids.overdue, reason: expect.stringContaining('“Presented”') }]);
  });

  it('names the plans without primary staff, and what follows where nobody can sign in (R6, R21)', async () => {
    const { unstaffed } = await list('present');
    expect(unstaffed.find((p) => p.planCode === 'COUNTYCARE')).toBeUndefined();
    expect(unstaffed.find((p) => p.planCode === 'AETNA')).toMatchObject({ staff: 0 });
    expect(unstaffed.find((p) => p.planCode === 'ILLINICARE')).toBeUndefined();
    const second = await givenPerson(db.owner, { id: cast.mco.organizationId, name: '', planCode: 'COUNTYCARE' }, 'mco', { isPrimary: false });
    await db.owner.query('UPDATE memberships SET is_primary = false WHERE person_id = $1', [cast.mco.personId]);
    expect((await list('present')).unstaffed.find((p) => p.planCode === 'COUNTYCARE')).toMatchObject({ staff: 2 });
    expect((await previewPresent(cast.team, [ids.first])).mails.staffMails).toBe(2);
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id IN ($1, $2)', [cast.mco.personId, second.personId]);
    const item = await itemOf('present', ids.first);
    expect(item?.checks.map((c) => c.type)).toContain('no_staff');
    expect(item?.actions.find((a) => a.action === 'present')?.refused).toMatch(/Nobody at this plan/);
    await db.owner.query('UPDATE memberships SET ended_at = NULL, is_primary = (person_id = $1) WHERE person_id IN ($1, $2)', [cast.mco.personId, second.personId]);
  });
});

describe('to close', () => {
  it('holds what lapsed, and says why D18 refuses one', async () => {
    const queue = await list('close');
    expect(queue.counts.to_close).toBe(2);
    expect((await itemOf('close', ids.lapsed))?.actions.find((a) => a.action === 'closeNotContested')?.refused).toBeNull();
    expect((await itemOf('close', ids.undelivered))?.clock).toBeNull();
    expect((await itemOf('close', ids.undelivered))?.actions.find((a) => a.action === 'closeNotContested')?.refused).toMatch(/could not be delivered/);
    const preview = await previewClose(cast.team, [ids.lapsed, ids.undelivered]);
    expect(preview.ready).toMatchObject([{ ticketId: ids.lapsed, action: 'closeNotContested' }]);
    expect(preview.refused).toMatchObject([{ ticketId: ids.undelivered, reason: expect.stringContaining('D18') }]);
  });
});

describe('overdue', () => {
  it('holds the plan’s overdue answers and whether HFS was alerted', async () => {
    expect((await list('overdue')).counts).toMatchObject({ overdue: 1 });
    // D14: what HFS was told before the date was missed does not count, here as little as in the queue of reviews.
    await done(cast.team, command('alertHfs', ids.overdue, { what: 'Not opened.' }), { arrivedAt: at('2026-11-30', '09:00') });
    expect((await list('overdue')).counts).toMatchObject({ overdue: 1, to_review: 0 });
    expect(await itemOf('overdue', ids.overdue)).toMatchObject({ alertedOn: '2026-11-30', isAlertedToSilence: false });
    await done(cast.team, command('alertHfs', ids.overdue, { what: 'No contact.' }), { arrivedAt: at('2026-12-02', '09:00') });
    expect((await list('overdue')).counts).toMatchObject({ overdue: 1, to_review: 1 });
    expect(await itemOf('overdue', ids.overdue)).toMatchObject({ alertedOn: '2026-12-02', isAlertedToSilence: true });
  });
});

describe('no number given (D19)', () => {
  async function givenReport(planCode: string): Promise<string> {
    const id = randomUUID();
    await db.owner.query(`INSERT INTO no_number_reports (id, organization_id, organization_name, plan_code, reported_by_id, reported_by_name, asked_on, reported_at) VALUES ($1, $2, 'Kestrel', $3, $4, 'Pat', '2026-11-20', now())`, [id, cast.provider.organizationId, planCode, cast.provider.personId]);
    return id;
  }

  it('is counted per plan, and a settled report still counts against it', async () => {
    const report = await givenReport('MOLINA');
    await givenReport('MOLINA');
    expect(await settleNoNumber(cast.team, report, '  ', at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'note' }] } });
    expect(await settleNoNumber(cast.team, report, 'The plan gave it by phone.', at('2026-12-02'))).toEqual({ ok: true, value: null });
    expect(await settleNoNumber(cast.team, report, 'Another note.', at('2026-12-02'))).toEqual({ ok: true, value: null });
    const later = await settleNoNumber({ ...cast.team, personId: cast.administration.personId }, report, 'By mail, says a colleague.', at('2026-12-02'));
    expect(later).toMatchObject({ ok: false, error: { kind: 'conflict', reason: expect.stringMatching(/settled this already.*“The plan gave it by phone\.”/) as string } });
    const { rows } = await db.owner.query('SELECT settled_note, settled_by_name FROM no_number_reports WHERE id = $1', [report]);
    expect(rows).toEqual([{ settled_note: 'The plan gave it by phone.', settled_by_name: cast.team.name }]);
    const queue = await list('no-number');
    expect(queue.reports).toHaveLength(1);
    expect(queue.reportsByPlan).toEqual([{ planCode: 'MOLINA', planName: 'Molina Healthcare of Illinois', open: 1, total: 2 }]);
  });

  it('is the Portal Team’s to settle', async () => {
    const report = await givenReport('MOLINA');
    expect(await settleNoNumber(cast.administration, report, 'Settled.', at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await settleNoNumber(cast.team, randomUUID(), 'Settled.', at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await settleNoNumber(cast.team, 'no-id', 'Settled.', at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  });
});

describe('undelivered mail', () => {
  it('shows what the mail server said and what it holds up, until it is sent again', async () => {
    expect((await list('undelivered')).mails).toMatchObject([{ messageId: noticeId, holdsClosing: true, serverReply: '550 no such user', ticket: { ticketId: ids.undelivered } }]);
    await done(cast.team, command('resendNotice', ids.undelivered, { messageId: noticeId }), { arrivedAt: at('2026-12-02') });
    expect((await list('undelivered')).mails).toEqual([]);
    // D18: its arrival starts the days to disagree, so the day that the first one named no longer holds.
    const { rows } = await db.owner.query(`SELECT o.clock_role, o.subject, o.text FROM outbox o JOIN outbox old ON old.sent_again_as = o.id WHERE old.id = $1`, [noticeId]);
    expect(rows).toMatchObject([{ clock_role: 'response-notice', subject: expect.stringContaining('reply within 5 business days') as string }]);
    expect((rows[0] as { text: string }).text).not.toMatch(/say so by/);
  });

  it('sends a message about no ticket again once, however often it is asked', async () => {
    const messageId = randomUUID();
    await db.owner.query(`INSERT INTO outbox (id, kind, recipient_name, to_address, subject, text, message_id, enqueued_at, status, attempts, server_reply) VALUES ($1, 'window-opens', 'Pat', 'pat@kestrel.example', 'You can file from today', 'From today', '<1@portal.example>', now(), 'failed', 8, '554 rejected')`, [messageId]);
    const [first, second] = await Promise.all([resendMessage(cast.team, messageId, at('2026-12-02')), resendMessage(cast.team, messageId, at('2026-12-02'))]);
    expect([first, second]).toEqual([{ ok: true, value: null }, { ok: true, value: null }]);
    const { rows } = await db.owner.query(`SELECT status, text, message_id FROM outbox WHERE subject = 'You can file from today' AND id <> $1`, [messageId]);
    expect(rows).toMatchObject([{ status: 'queued', text: 'From today' }]);
    expect(rows[0]?.message_id).not.toBe('<1@portal.example>');
    const jobs = await db.owner.query(`SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE payload->>'messageId' IN (SELECT id::text FROM outbox WHERE subject = 'You can file from today')`);
    expect(jobs.rows[0]?.n).toBe(1);
  });

  it('refuses what was not refused, what is about a ticket, and everybody else', async () => {
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM outbox WHERE subject = 'You can file from today' AND status = 'queued'`);
    expect(await resendMessage(cast.team, rows[0]?.id ?? '', at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
    expect(await resendMessage(cast.team, noticeId, at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect(await resendMessage(cast.administration, rows[0]?.id ?? '', at('2026-12-02'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  });
});

describe('more reports and mails than a page holds', () => {
  // Three of each at one instant, which has digits that a `Date` drops.
  const instant = `'2026-11-20T15:00:00.123456Z'::timestamptz + (n / 3) * interval '1 microsecond'`;

  async function all<T>(tab: 'no-number' | 'undelivered', rowsOf: (queue: WorkQueue) => T[]): Promise<T[][]> {
    const pages: T[][] = [];
    let after: WorkPosition | null = null;
    do {
      const queue: WorkQueue = await listWorkQueue(cast.team, tab, after);
      pages.push(rowsOf(queue));
      // As the page's address says it.
      after = queue.next === null ? null : workPositionOf(tab, { after: workPositionText(queue.next) ?? '' });
    } while (after !== null);
    return pages;
  }

  it('goes on behind the last report of a page (D19)', async () => {
    await db.owner.query('DELETE FROM no_number_reports');
    await db.owner.query(
      `INSERT INTO no_number_reports (id, organization_id, organization_name, plan_code, reported_by_id, reported_by_name, asked_on, reported_at)
       SELECT gen_random_uuid(), $1, 'Kestrel', 'MOLINA', $2, 'Pat', '2026-11-20', ${instant} FROM generate_series(1, 120) n`,
      [cast.provider.organizationId, cast.provider.personId],
    );
    const pages = await all('no-number', (queue) => queue.reports.map((r) => r.reportId));
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM no_number_reports ORDER BY reported_at, id');
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(rows.map((r) => r.id));
  });

  it('goes on behind the last mail of a page', async () => {
    await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = now() WHERE status = 'failed'`);
    await db.owner.query(
      `INSERT INTO outbox (id, kind, recipient_name, to_address, subject, text, message_id, enqueued_at, status, attempts, server_reply)
       SELECT gen_random_uuid(), 'window-opens', 'Pat', 'pat@kestrel.example', 'You can file', 'From today', '<many-' || n || '@portal.example>', ${instant}, 'failed', 8, '554' FROM generate_series(1, 120) n`,
    );
    const pages = await all('undelivered', (queue) => queue.mails.map((m) => m.messageId));
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM outbox WHERE status = 'failed' ORDER BY enqueued_at, id`);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(rows.map((r) => r.id));
  });
});
