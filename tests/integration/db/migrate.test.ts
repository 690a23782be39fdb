import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listMigrations, migrate } from '@/server/db/migrate';

const name = `migrate_${randomBytes(4).toString('hex')}`;
let url = '';

async function connected<T>(work: (client: Client) => Promise<T>, to = url): Promise<T> {
  const client = new Client({ connectionString: to });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const server = inject('serverUrl');
  await connected((c) => c.query(`CREATE DATABASE ${name}`), server);
  const target = new URL(server);
  target.pathname = `/${name}`;
  url = target.href;
});
afterAll(() => connected((c) => c.query(`DROP DATABASE ${name} WITH (FORCE)`), inject('serverUrl')));

const run = () => connected(async (c) => (await migrate(c, { databaseUrl: url, passwords: {} })).applied);

describe('migrate', () => {
  it('two at once: one does, one waits and finds nothing left', async () => {
    const all = (await listMigrations()).map((m) => m.name);
    const both = await Promise.all([run(), run()]);
    expect(both.map((applied) => applied.length).sort()).toEqual([0, all.length]);
    const { rows } = await connected((c) => c.query(`SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count AS steps FROM _prisma_migrations ORDER BY migration_name`));
    expect(rows).toEqual((await listMigrations()).map((m) => ({ migration_name: m.name, checksum: m.checksum, finished: true, steps: 1 })));
  });

  it('loads the State’s tables once', async () => {
    await run();
    const { rows } = await connected((c) => c.query(`SELECT (SELECT count(*)::int FROM plans) AS plans, (SELECT count(*)::int FROM holiday_versions) AS versions, (SELECT count(*)::int FROM holidays) AS holidays, (SELECT count(*)::int FROM plan_programs) AS programs`));
    expect(rows).toEqual([{ plans: 9, versions: 1, holidays: 147, programs: 25 }]);
  });

  it.each([
    ['edited', `UPDATE _prisma_migrations SET checksum = 'x'`, `UPDATE _prisma_migrations SET checksum = $1 WHERE checksum = 'x'`, /was edited after it was applied/],
    ['half applied', 'UPDATE _prisma_migrations SET finished_at = NULL', 'UPDATE _prisma_migrations SET finished_at = now() WHERE $1::text IS NOT NULL', /is half applied/],
  ])('names a migration that was %s', async (_what, spoil, mend, message) => {
    const [first] = await listMigrations();
    await connected((c) => c.query(`${spoil} WHERE migration_name = '${first?.name}'`));
    await expect(run()).rejects.toThrow(message);
    await expect(run()).rejects.toThrow(first?.name);
    await connected((c) => c.query(mend, [first?.checksum]));
    expect(await run()).toEqual([]);
  });
});
