import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { installQueue } from './install-queue';
import { loadReferenceData } from './load-reference-data';
import { ensureLoginRoles, type RolePasswords } from './login-roles';

const FOLDER = path.join(process.cwd(), 'prisma', 'migrations');
/** Two processes that migrate at once: one does, one waits. */
const LOCK = 7_316_204;

type Migration = { name: string; sql: string; checksum: string };
type Recorded = { migration_name: string; checksum: string; finished_at: Date | null };

/** The migrations of this version, in order, with their checksums as Prisma reckons them. */
export async function listMigrations(): Promise<Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((e) => e.isDirectory()).map((e) => e.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(FOLDER, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** What stands in the way of migrating: a migration that was edited, is unknown, or was left half applied, by its name. */
function problemOf(recorded: readonly Recorded[], known: readonly Migration[]): string | null {
  for (const row of recorded) {
    const migration = known.find((m) => m.name === row.migration_name);
    if (row.finished_at === null) return `Migration ${row.migration_name} is half applied. Mend the database by hand, then remove its row from _prisma_migrations.`;
    if (migration === undefined) return `Migration ${row.migration_name} is in the database, but not in this version.`;
    if (migration.checksum !== row.checksum) return `Migration ${row.migration_name} was edited after it was applied.`;
  }
  return null;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)', [randomUUID(), migration.checksum, migration.name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed and left nothing behind: ${(error as Error).message}`);
  }
}

/** `GET /readyz` asks which migrations are applied, and nothing else of that table. */
async function shareProgress(client: Client): Promise<void> {
  await client.query(`
    CREATE OR REPLACE FUNCTION public.applied_migrations() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
      $$ SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL $$;
    REVOKE ALL ON FUNCTION public.applied_migrations() FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION public.applied_migrations() TO portal_public, portal_web, portal_worker;`);
}

async function applyPending(client: Client): Promise<string[]> {
  await client.query(RECORD_TABLE);
  const recorded = await client.query<Recorded>('SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL');
  const known = await listMigrations();
  const problem = problemOf(recorded.rows, known);
  if (problem !== null) throw new Error(problem);
  const applied = new Set(recorded.rows.map((r) => r.migration_name));
  const pending = known.filter((m) => !applied.has(m.name));
  for (const migration of pending) await apply(client, migration);
  return pending.map((m) => m.name);
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/**
 * Brings the database to this version: the login roles; migrations in order, each in a transaction of its own and
 * recorded as `prisma migrate deploy` records them; then the job queue and the State's tables. `client` is connected as
 * the owner. Returns the names of what was applied, and what an administrator should know. Errors name the migration
 * that is edited, unknown or half applied.
 */
export async function migrate(client: Client, site: { databaseUrl: string; passwords: RolePasswords }): Promise<{ applied: string[]; note: string | null }> {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    const note = await ensureLoginRoles(client, site.passwords);
    const applied = await applyPending(client);
    await shareProgress(client);
    await installQueue(client, site.databaseUrl);
    await inTransaction(client, () => loadReferenceData(client));
    return { applied, note };
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  }
}
