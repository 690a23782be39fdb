import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/server/db/migrate';
import { startThrowawayPostgres } from '../../scripts/lib/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

export const TEMPLATE = 'portal_template';
export const PASSWORD = 'only-for-tests';

async function makeTemplate(serverUrl: string, templateUrl: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const owner = new Client({ connectionString: templateUrl });
  await owner.connect();
  await migrate(owner, { databaseUrl: templateUrl, passwords: { portal_public: PASSWORD, portal_web: PASSWORD, portal_worker: PASSWORD } });
  await owner.end();
}

/** One throwaway PostgreSQL for the run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Two runs that begin in one moment would both find the same port free, and the later one use the other's server.
  const server = await startThrowawayPostgres({ name: 'test', wantedPort: randomInt(6100, 7900), password: PASSWORD });
  await makeTemplate(server.url('postgres'), server.url(TEMPLATE));
  project.provide('serverUrl', server.url('postgres'));
  return server.stop;
}
