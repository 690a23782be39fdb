import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { disconnectDatabases } from '@/server/db/database';
import { getReadiness } from '@/server/queries/get-readiness';
import { useDatabase } from '../database';

const db = useDatabase();

async function atAddress(url: string) {
  process.env.DATABASE_URL_PUBLIC = url;
  const readiness = await getReadiness();
  process.env.DATABASE_URL_PUBLIC = db.urls.public;
  return readiness;
}

describe('GET /readyz', () => {
  it('is ready once this version’s migrations are applied, and warns when the holiday table ends soon', async () => {
    expect(await getReadiness()).toMatchObject({ ready: true, database: 'reachable', migrations: 'current' });
    const lastYear = new Date().getUTCFullYear() - 1;
    await db.owner.query(`INSERT INTO holiday_versions (version, first_year, last_year, note) SELECT max(version) + 1, min(first_year), $1, 'too short' FROM holiday_versions`, [lastYear]);
    expect(await getReadiness()).toMatchObject({ ready: true, warnings: [expect.stringMatching(`^The holiday table ends on .*Dec 31, ${lastYear}.$`)] });
  });

  it('is not ready while a migration is missing, half applied, or of a later version', async () => {
    const changes = [
      ['DELETE', `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`],
      ['half', `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`],
      ['later', `UPDATE _prisma_migrations SET migration_name = '29991231000000_later' WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`],
    ] as const;
    await db.owner.query('CREATE TABLE kept AS SELECT * FROM _prisma_migrations');
    for (const [what, sql] of changes) {
      await db.owner.query(sql);
      expect(await getReadiness(), what).toMatchObject({ ready: false, database: 'reachable', migrations: 'not current' });
      await db.owner.query('DELETE FROM _prisma_migrations; INSERT INTO _prisma_migrations SELECT * FROM kept');
    }
    expect((await getReadiness()).ready).toBe(true);
  });

  it('tells a database that does not answer from one that was never migrated', async () => {
    expect(await atAddress('postgresql://nobody:x@127.0.0.1:1/nowhere')).toEqual({ ready: false, database: 'not reachable', migrations: 'unknown', warnings: [] });
    const name = `${new URL(db.urls.owner).pathname.slice(1)}_bare`;
    await db.owner.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const bare = new URL(db.urls.owner);
    bare.pathname = `/${name}`;
    expect(await atAddress(bare.href)).toEqual({ ready: false, database: 'reachable', migrations: 'unknown', warnings: [] });
    await disconnectDatabases();
    const admin = new Client({ connectionString: db.urls.owner });
    await admin.connect();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
});
