import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { disconnectDatabases } from '@/server/db/database';
import { PASSWORD, TEMPLATE } from './global-setup';

export type TestDatabase = {
  /** Connected as the owner, past row-level security: for arranging and for looking. */
  owner: Client;
  urls: { owner: string; web: string; worker: string; public: string };
};

function urlsOf(serverUrl: string, name: string): TestDatabase['urls'] {
  const at = (user?: string) => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    if (user !== undefined) [url.username, url.password] = [user, PASSWORD];
    return url.href;
  };
  return { owner: at(), web: at('portal_web'), worker: at('portal_worker'), public: at('portal_public') };
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/**
 * A database of its own for a test file, cloned from the migrated template and dropped at the end. The portal's own
 * code reaches it through the environment, as in production.
 */
export function useDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const files = path.join(os.tmpdir(), `portal-${name}`);
  const db = { urls: { owner: '', web: '', worker: '', public: '' } } as TestDatabase;
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
    db.urls = urlsOf(inject('serverUrl'), name);
    process.env.DATABASE_URL_WEB = db.urls.web;
    process.env.DATABASE_URL_WORKER = db.urls.worker;
    process.env.DATABASE_URL_PUBLIC = db.urls.public;
    process.env.PORTAL_URL = 'https://portal.example';
    process.env.FILES_DIR = files;
    db.owner = new Client({ connectionString: db.urls.owner });
    await db.owner.connect();
  });
  afterAll(async () => {
    await disconnectDatabases();
    await db.owner.end();
    rmSync(files, { recursive: true, force: true });
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return db;
}
