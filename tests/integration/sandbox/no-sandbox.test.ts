import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { GET as mailboxRoute } from '@/app/(public)/sandbox/mailbox/route';
import ClockPage from '@/app/(public)/sandbox/clock/page';
import SignInsPage from '@/app/(public)/sandbox/sign-ins/page';
import { SandboxBar } from '@/app/sandbox/sandbox-bar';
import { SandboxSignInSection } from '@/app/sandbox/sandbox-sign-in-section';
import { asPublic } from '@/server/db/as-actor';
import { findSandboxMailbox } from '@/server/sandbox/find-mailbox';
import { isFilled } from '@/server/sandbox/fill-sandbox';
import { keepSandboxTime, resumeSandbox } from '@/server/sandbox/keep-time';
import { listSandboxSignIns } from '@/server/sandbox/list-sign-ins';
import { moveClock } from '@/server/sandbox/move-clock';
import { readSandboxClock } from '@/server/sandbox/read-clock';
import { requestClockMove } from '@/server/sandbox/request-clock-move';
import { calendarDate } from '@/shared/calendar-date';
import { useDatabase } from '../database';

const db = useDatabase();

async function refused(url: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { message: string }).message;
  } finally {
    await client.end();
  }
}

/** As a settings file or a careless deployment would try it. */
const SETTINGS = { SANDBOX: '1', SANDBOX_MODE: 'true', MAILBOX_URL: 'http://127.0.0.1:1080', NODE_ENV: 'development' };

describe('a database without the marker', () => {
  it('has no clock, no sign-ins and no mailbox, whatever the environment says', async () => {
    Object.assign(process.env, SETTINGS);
    expect([await readSandboxClock(), await listSandboxSignIns(), await findSandboxMailbox()]).toEqual([null, null, null]);
    expect((await asPublic((scope) => Promise.resolve(scope))).isSandbox).toBe(false);
  });

  it('answers every sandbox page with not found', async () => {
    const notFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
    await expect(ClockPage()).rejects.toMatchObject(notFound);
    await expect(SignInsPage({ searchParams: Promise.resolve({}) })).rejects.toMatchObject(notFound);
    expect((await mailboxRoute()).status).toBe(404);
  });

  it('draws no ribbon and no list of sign-ins', async () => {
    expect(SandboxBar({ isSandbox: false, now: new Date(0) })).toBeNull();
    expect(await SandboxSignInSection({})).toBeNull();
  });

  it('moves no clock: the request, the worker’s task and the signs of life do nothing', async () => {
    expect(await requestClockMove({ kind: 'week', date: null, seenOn: calendarDate('2026-11-24') })).toEqual({ ok: false, error: { kind: 'not_found' } });
    await moveClock(randomUUID(), { portalUrl: 'https://portal.example', mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'x@y.example' }, isStopping: () => false });
    (await keepSandboxTime())();
    await resumeSandbox(db.owner, 'http://127.0.0.1:1080');
    const { rows } = await db.owner.query('SELECT count(*)::int AS n FROM sandbox_marker');
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('keeps real time', async () => {
    const { rows } = await db.owner.query<{ same: boolean }>(`SELECT portal_time('2026-07-01T12:00:00Z') = '2026-07-01T12:00:00Z'::timestamptz AS same`);
    expect(rows).toEqual([{ same: true }]);
  });

  it.each(['web', 'worker', 'public'] as const)('lets the role portal_%s write no marker', async (role) => {
    expect(await refused(db.urls[role], 'INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at) VALUES (now(), now())')).toMatch(/permission denied/);
  });

  it('holds no move of a clock, not even one that its owner writes', async () => {
    const sql = `INSERT INTO sandbox_moves (id, kind, requested_at, from_at, target_at) VALUES ('${randomUUID()}', 'week', now(), now(), now() + interval '7 days')`;
    expect(await refused(db.urls.owner, sql)).toMatch(/sandbox_moves_in_sandbox_only/);
  });

  it.each(['sandbox-seed', 'sandbox-load'])('is left alone by %s', async (program) => {
    expect(await isFilled(db.owner)).toBeNull();
    const args = ['--import', 'tsx', `src/server/jobs/cli/${program}.ts`, ...(program === 'sandbox-load' ? ['--tickets', '5'] : [])];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, DATABASE_URL: db.urls.owner } });
    expect([status, stderr]).toEqual([1, expect.stringContaining('Nothing was changed.')]);
    const { rows } = await db.owner.query('SELECT (SELECT count(*) FROM people)::int AS people, (SELECT count(*) FROM tickets)::int AS tickets');
    expect(rows).toEqual([{ people: 0, tickets: 0 }]);
  });
});
