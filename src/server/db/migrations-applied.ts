import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Tx } from './database';

/** The names of the migrations that are applied whole. */
export async function findAppliedMigrations(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM applied_migrations() AS name`;
  return new Set(rows.map((r) => r.name));
}

/** The names of this version's migrations. */
export async function listShippedMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true });
  return entries.filter((e) => e.isDirectory()).map((e) => e.name);
}
