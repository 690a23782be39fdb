import { Client } from 'pg';
import { migrate } from '../../db/migrate';
import { requireEnvironment } from '../../env';

/** `npm run migrate`: roles, tables, job queue and the State's tables. Twice changes nothing more. */
const env = requireEnvironment('migrate');
const client = new Client({ connectionString: env.DATABASE_URL });
// A server that goes away fails the query at hand, which says so below.
client.on('error', () => undefined);
try {
  await client.connect();
  const passwords = { portal_public: env.PORTAL_PUBLIC_PASSWORD, portal_web: env.PORTAL_WEB_PASSWORD, portal_worker: env.PORTAL_WORKER_PASSWORD };
  const { applied, note } = await migrate(client, { databaseUrl: env.DATABASE_URL, passwords });
  if (note !== null) console.log(note);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => undefined);
}
