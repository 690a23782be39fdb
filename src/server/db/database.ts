import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '@generated/prisma/client';
import type { Actor } from '@/domain/access/actor';

export type Database = PrismaClient;
export type Tx = Prisma.TransactionClient;
export type LoginRole = 'web' | 'worker' | 'public';

// Under its name a connection keeps a statement parsed and planned: row-level security makes planning dearer than most
// reads. Bounded, since a connection keeps what it was given: texts beyond the first ones go without a name.
const MOST_NAMES = 1000;
const names = new Map<string, string>();

function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return '';
  const name = `p${names.size}`;
  names.set(sql, name);
  return name;
}

const VARIABLES: Record<LoginRole, string> = {
  web: 'DATABASE_URL_WEB',
  worker: 'DATABASE_URL_WORKER',
  public: 'DATABASE_URL_PUBLIC',
};

type Held = { url: string; db: Database };
// Next loads modules more than once; one pool per login role has to outlive that.
const held = globalThis as typeof globalThis & { portalDatabases?: Map<LoginRole, Held> };

/** The client of a login role, made on first use from its address in the environment. */
export function database(role: LoginRole): Database {
  const url = process.env[VARIABLES[role]];
  if (url === undefined || url === '') throw new Error(`${VARIABLES[role]} is not set`);
  held.portalDatabases ??= new Map();
  const existing = held.portalDatabases.get(role);
  if (existing?.url === url) return existing.db;
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 }, { statementNameGenerator: statementName }) });
  held.portalDatabases.set(role, { url, db });
  return db;
}

/** People act through `portal_web`, the system's jobs through `portal_worker`. */
export function databaseOf(actor: Actor): Database {
  return database(actor.role === 'system' ? 'worker' : 'web');
}

/** Ends every pool of this process, so that a command-line tool can exit. */
export async function disconnectDatabases(): Promise<void> {
  const all = [...(held.portalDatabases?.values() ?? [])];
  held.portalDatabases?.clear();
  await Promise.all(all.map(({ db }) => db.$disconnect()));
}
