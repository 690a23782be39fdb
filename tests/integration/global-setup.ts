import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureLoginRoles } from '@/server/db/login-roles';
import { migrate } from '@/server/db/migrate';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

export const TEMPLATE = 'portal_template';
export const PASSWORD = 'only-for-tests';

/** One throwaway PostgreSQL for the run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-test-'));
  mkdirSync(path.join(dir, 'logs'));
  // The server's user enters this folder; what is inside belongs to it alone.
  chmodSync(dir, 0o755);
  const server = await startPostgres({ dir: path.join(dir, 'postgres'), port: await freePort(6100), password: PASSWORD, durable: false, logFile: path.join(dir, 'logs', 'postgres.log') });
  const admin = new Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const owner = new Client({ connectionString: server.url(TEMPLATE) });
  await owner.connect();
  await ensureLoginRoles(owner, { portal_public: PASSWORD, portal_web: PASSWORD, portal_worker: PASSWORD });
  await migrate(owner, server.url(TEMPLATE));
  await owner.end();
  project.provide('serverUrl', server.url('postgres'));
  return async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
