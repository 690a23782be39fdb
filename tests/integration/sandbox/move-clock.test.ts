import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSessionActor, insertSession } from '@/server/db/sessions';
import { closeTransports } from '@/server/email/send-mail';
import { requeueLost } from '@/server/jobs/requeue-lost';
import { resumeSandbox } from '@/server/sandbox/keep-time';
import { moveClock, type MovingPortal } from '@/server/sandbox/move-clock';
import { readSandboxClock } from '@/server/sandbox/read-clock';
import { requestClockMove } from '@/server/sandbox/request-clock-move';
import { calendarDate } from '@/shared/calendar-date';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, done, givenDraft, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { useMailbox } from './mailbox';

const db = useDatabase();
const mailbox = useMailbox();
let cast: Cast;

beforeAll(async () => {
  await db.owner.query(`INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at, filled_at) VALUES (now(), $1, now())`, [at('2026-11-24', '09:41')]);
  cast = await givenCast(db.owner);
});
beforeEach(async () => {
  await db.owner.query('DELETE FROM sandbox_moves');
});

const portal = (change: Partial<MovingPortal> = {}): MovingPortal => ({ portalUrl: 'https://portal.example', mail: mailbox.server, isStopping: () => false, ...change });

async function clock() {
  const read = await readSandboxClock();
  if (read === null) throw new Error('This is a sandbox.');
  return read;
}

/** Asks as the page does and lets the worker's task run. */
async function move(kind: 'business_day' | 'week' | 'next_due' | 'quarter_end', change: Partial<MovingPortal> = {}) {
  expect(await requestClockMove({ kind, date: null, seenOn: (await clock()).today })).toEqual({ ok: true, value: null });
  const asked = (await clock()).move;
  await moveClock(asked?.id ?? '', portal(change));
  return clock();
}

describe('the sandbox’s clock', () => {
  it('goes on where its job was lost', async () => {
    expect(await requestClockMove({ kind: 'business_day', date: null, seenOn: (await clock()).today })).toEqual({ ok: true, value: null });
    const id = (await clock()).move?.id ?? '';
    const jobs = async () => (await db.owner.query(`SELECT payload FROM graphile_worker._private_jobs WHERE key = $1 AND attempts < max_attempts`, [id])).rows;
    for (const lost of ['DELETE FROM graphile_worker._private_jobs WHERE key = $1', 'UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1']) {
      await db.owner.query(lost, [id]);
      expect(await jobs()).toEqual([]);
      await requeueLost();
      expect(await jobs()).toEqual([{ payload: { moveId: id } }]);
    }
  });

  it('brings each day its due dates and its mail: overdue, a fine proposed, the reminder of a window', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const draft = await givenDraft(db.owner, cast.provider);
    await db.owner.query(`UPDATE complaint_drafts SET data = '{"receivedByMcoOn":"2026-11-02","planCode":"MOLINA"}', remind_on = '2026-12-02', updated_at = $2 WHERE id = $1`, [draft, at('2026-11-20')]);
    expect((await clock()).targets.next_due).toBe('2026-11-30');

    const arrived = await move('next_due');
    expect([arrived.today, arrived.move?.overdue, arrived.move?.finesProposed]).toEqual(['2026-11-30', 0, 0]);
    expect(mailbox.received.length).toBe(arrived.move?.mailsAccepted);

    mailbox.received.length = 0;
    const later = await move('week');
    expect(later.move).toMatchObject({ reachedOn: '2026-12-07', overdue: 1, finesProposed: 1, mailsAccepted: 2, mailsFailed: 0, mailsWaiting: 0 });
    // On Dec 1 the plan is reminded of what is overdue; on Dec 2 the provider's window opens.
    expect(mailbox.received).toEqual([cast.mco.email, cast.provider.email]);
    const { rows } = await db.owner.query(`SELECT type, effective_on::text AS "on", (recorded_at AT TIME ZONE 'America/Chicago')::date::text AS recorded FROM ticket_events WHERE ticket_id = $1 AND actor_role = 'system' AND data->>'ruleId' = 'mco-response'`, [ticketId]);
    expect(rows).toEqual([{ type: 'OverdueMarked', on: '2026-12-01', recorded: '2026-12-01' }]);
    const mail = await db.owner.query(`SELECT (accepted_at AT TIME ZONE 'America/Chicago')::date::text AS "on" FROM outbox WHERE kind = 'window-opens'`);
    expect(mail.rows).toEqual([{ on: '2026-12-02' }]);
  });

  it('delivers a day’s mail before the next day comes', async () => {
    const { today } = await clock();
    const ticketId = await givenPresentedTicket(db.owner, cast);
    expect((await db.owner.query(`SELECT 1 FROM outbox WHERE ticket_id = $1 AND status = 'queued'`, [ticketId])).rowCount).toBeGreaterThan(0);
    await move('business_day');
    const { rows } = await db.owner.query(`SELECT DISTINCT status, (accepted_at AT TIME ZONE 'America/Chicago')::date::text AS "on" FROM outbox WHERE ticket_id = $1`, [ticketId]);
    expect(rows).toEqual([{ status: 'accepted', on: (await clock()).today }]);
    expect((await clock()).today > today).toBe(true);
  });

  it('goes on when the mail server is away, and says what still waits', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const away = { smtpUrl: 'smtp://127.0.0.1:1', from: mailbox.server.from };
    const arrived = await move('business_day', { mail: away });
    closeTransports();
    expect(arrived.move?.finishedAt).not.toBeNull();
    expect(arrived.move?.mailsWaiting).toBeGreaterThan(0);
    await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = now() WHERE ticket_id = $1`, [ticketId]);
  });

  it('moves once for a form that is sent twice, and once for two forms at the same time', async () => {
    const { today } = await clock();
    const twice = await Promise.all([1, 2].map(() => requestClockMove({ kind: 'business_day', date: null, seenOn: today })));
    expect(twice.filter((r) => r.ok).length).toBe(1);
    expect(twice.find((r) => !r.ok)).toEqual({ ok: false, error: { kind: 'conflict', reason: 'The clock is moving already. Wait until it has arrived, then move it on.' } });
    await moveClock((await clock()).move?.id ?? '', portal());
    const again = await requestClockMove({ kind: 'business_day', date: null, seenOn: today });
    expect(again).toMatchObject({ ok: false, error: { kind: 'conflict', reason: expect.stringContaining('has moved since this page was shown') as string } });
  });

  it('refuses a day that is past', async () => {
    const { today } = await clock();
    expect(await requestClockMove({ kind: 'date', date: calendarDate('2026-01-05'), seenOn: today })).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'date' }] } });
  });

  it('goes on from the day it had reached when the worker stops on the way, and counts nothing twice', async () => {
    await givenPresentedTicket(db.owner, cast);
    let days = 0;
    await expect(move('week', { isStopping: () => (days += 1) > 3 })).rejects.toThrow('The worker stops');
    const halfway = await clock();
    expect([halfway.move?.finishedAt, halfway.move?.reachedOn]).toEqual([null, halfway.today]);
    const { overdue } = halfway.move ?? {};
    const id = halfway.move?.id ?? '';
    await moveClock(id, portal());
    const arrived = await clock();
    expect(arrived.move?.finishedAt).not.toBeNull();
    expect(arrived.move?.overdue).toBe(overdue);
    await moveClock(id, portal());
    expect((await clock()).move).toEqual(arrived.move);
  });

  it('signs nobody out', async () => {
    const sessionId = randomUUID();
    const membership = await db.owner.query<{ id: string }>('SELECT id FROM memberships WHERE person_id = $1', [cast.mco.personId]);
    const now = new Date();
    await insertSession({ id: sessionId, person: { personId: cast.mco.personId, membershipId: membership.rows[0]?.id ?? '', passwordHash: '' }, createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) });
    await move('quarter_end');
    expect((await findSessionActor(sessionId, new Date()))?.personId).toBe(cast.mco.personId);
  });

  it('stands still while the portal is stopped, and never goes back', async () => {
    const before = (await clock()).now;
    await db.owner.query(`UPDATE sandbox_marker SET seen_real_at = now() - interval '5 hours', anchor_real_at = anchor_real_at - interval '6 hours'`);
    const running = (await clock()).now;
    await resumeSandbox(db.owner, 'http://127.0.0.1:1085');
    const resumed = (await clock()).now;
    expect(running.getTime() - resumed.getTime()).toBeGreaterThan(4.9 * 3_600_000);
    expect(resumed.getTime() - before.getTime()).toBeGreaterThanOrEqual(0.99 * 3_600_000);
    await resumeSandbox(db.owner, null);
    expect((await clock()).now.getTime()).toBeGreaterThanOrEqual(resumed.getTime());
    const { rows } = await db.owner.query('SELECT mailbox_url FROM sandbox_marker');
    expect(rows).toEqual([{ mailbox_url: 'http://127.0.0.1:1085' }]);
  });

  it('stops where the holiday table ends', async () => {
    await db.owner.query(`UPDATE sandbox_marker SET anchor_real_at = now(), anchor_portal_at = $1`, [at('2030-12-20')]);
    const { today } = await clock();
    expect(await requestClockMove({ kind: 'date', date: calendarDate('2030-12-31'), seenOn: today })).toMatchObject({ ok: true });
    await moveClock((await clock()).move?.id ?? '', portal());
    await db.owner.query(`UPDATE sandbox_marker SET anchor_real_at = now() - interval '3 days'`);
    const end = await clock();
    expect([end.now.toISOString(), end.targets.business_day, end.targets.week]).toEqual(['2031-01-01T05:59:59.000Z', null, null]);
    expect(await requestClockMove({ kind: 'week', date: null, seenOn: end.today })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });
});

describe('an act in the sandbox', () => {
  it('is timed by the moved clock', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.provider, command('withdraw', ticketId, { reason: 'Paid.' }), {});
    const { rows } = await db.owner.query('SELECT closed_on::text AS "on" FROM tickets WHERE id = $1', [ticketId]);
    expect(rows).toEqual([{ on: '2030-12-31' }]);
    await db.owner.query('DELETE FROM complaint_drafts WHERE id = $1', [draft]);
  });
});
