import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { asActor } from '@/server/db/as-actor';
import { findFirstBreak } from '@/server/db/verify-chain';
import { sweep } from '@/server/jobs/sweep';
import { ensureCast } from '@/server/sandbox/fill-sandbox';
import { loadBulk, type LoadProgress } from '@/server/sandbox/load/load-bulk';
import { useDatabase } from '../database';

const db = useDatabase();
const progress: LoadProgress[] = [];

async function value<T>(sql: string): Promise<T> {
  const { rows } = await db.owner.query<{ value: T }>(`SELECT (${sql}) AS value`);
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row.value;
}

beforeAll(async () => {
  await db.owner.query(`INSERT INTO sandbox_marker (anchor_real_at, anchor_portal_at, filled_at) VALUES (now(), '2026-11-24T15:41:00Z', now())`);
  await ensureCast(db.owner);
  await loadBulk(db.owner, 700, (p) => progress.push(p));
});

describe('bulk data', () => {
  it('says how far it has come and how fast', () => {
    expect(progress.map((p) => p.loaded)).toEqual([500, 700]);
    expect(progress.every((p) => p.total === 700 && p.perSecond > 0)).toBe(true);
  });

  it('is closed for the most part, and open where it is new', async () => {
    expect(await value(`SELECT count(*)::int FROM tickets`)).toBe(700);
    expect(await value<number>(`SELECT count(*)::int FROM tickets WHERE status = 'closed'`)).toBeGreaterThan(600);
    expect(await value<string[]>(`SELECT array_agg(DISTINCT status) FROM tickets`)).toEqual(expect.arrayContaining(['presented', 'closed', 'review_requested']));
  });

  it('has histories that hold together and numbers without gaps', async () => {
    expect((await findFirstBreak((work) => asActor(SYSTEM, ({ tx }) => work(tx)))).broken).toBeNull();
    expect(await value(`SELECT count(*)::int FROM ticket_counters c WHERE c.last <> (SELECT count(*) FROM tickets WHERE number LIKE 'PRP-' || c.year || '-%')`)).toBe(0);
  });

  it('sends no mail', async () => {
    expect(await value(`SELECT count(*)::int FROM outbox`)).toBe(0);
    expect(await value(`SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'deliver-message'`)).toBe(0);
  });

  it('has clocks that leave a sweep nothing to do', async () => {
    expect(await sweep('https://portal.example')).toMatchObject({ overdue: 0, finesProposed: 0, lapsed: 0 });
  });

  it('adds others when it is loaded again', async () => {
    await loadBulk(db.owner, 100, () => undefined);
    expect(await value(`SELECT count(*)::int FROM tickets`)).toBe(800);
  });
});
