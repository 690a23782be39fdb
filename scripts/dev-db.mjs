import { ensureInstalled } from './lib/install.mjs';
import { isStopping, onStopRequest, stopEverything } from './lib/processes.mjs';

/**
 * `node scripts/dev-db.mjs`: a migrated PostgreSQL for trying things out. Prints its addresses as lines of an
 * environment, and is gone with everything in it when this process ends.
 */
const PASSWORD = 'only-for-trying';
const NAME = 'portal_dev';
let remove = async () => undefined;

async function main() {
  await ensureInstalled();
  const { startThrowawayPostgres } = await import('./lib/postgres.mjs');
  const { createDatabase, migrateDatabase } = await import('./lib/sandbox-database.mjs');
  const server = await startThrowawayPostgres({ name: 'dev', wantedPort: 5533, password: PASSWORD });
  remove = server.stop;
  await createDatabase(server.url('postgres'), NAME);
  const urls = await migrateDatabase(server.url(NAME), { portal_public: PASSWORD, portal_web: PASSWORD, portal_worker: PASSWORD });
  for (const [name, value] of Object.entries(urls)) console.log(`${name}=${value}`);
  setInterval(() => undefined, 1 << 30);
}

onStopRequest(async () => {
  await stopEverything();
  await remove();
  process.exit(0);
});
main().catch(async (error) => {
  if (isStopping()) return;
  console.error(error.message);
  await remove();
  process.exit(1);
});
