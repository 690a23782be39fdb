import path from 'node:path';
import { startBareApp } from './lib/bare-app.mjs';
import { findBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { freePort } from './lib/ports.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { isStopping, onStopRequest, stopEverything, stopInReverse } from './lib/processes.mjs';
import { nodeBinary } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { prepareSandboxDatabase } from './lib/sandbox-database.mjs';
import { sandboxSecrets } from './lib/secrets.mjs';
import { startStack } from './lib/stack.mjs';
import { throwawayFolder } from './lib/throwaway.mjs';

/**
 * `npm run bench`: ratios measured in one run on portals of its own, see docs/bench.md. `-- --quick` takes fewer tickets
 * and shorter rounds; `-- --dates` measures the dates alone, `-- --work` part (d) alone, which needs a database only.
 */
const { dir, dispose } = throwawayFolder('bench');
const measure = (program, env) => run(nodeBinary(), ['--import', 'tsx', `tests/bench/${program}.ts`, ...process.argv.slice(2)], { env });

/** A portal with a database server of its own, so that two sizes can be measured in turns. */
function startPortal(name, firstPort) {
  const wantedPorts = { web: firstPort, postgres: firstPort + 2000, smtp: firstPort + 25, mailbox: firstPort + 80 };
  return startStack({ dir: path.join(dir, name), durable: false, wantedPorts });
}

/** A database alone, made up and filled by what measures it. */
async function startDatabase() {
  const { owner, nextauth: _, ...passwords } = sandboxSecrets(dir);
  const server = await startPostgres({ dir: path.join(dir, 'postgres'), port: await freePort(6910), password: owner, durable: false, logFile: path.join(dir, 'logs', 'postgres.log') });
  return { ...(await prepareSandboxDatabase(server.url('postgres'), { passwords, isOwnServer: true })), PORTAL_URL: 'http://localhost:4910', FILES_DIR: path.join(dir, 'files') };
}

async function main() {
  await ensureInstalled();
  if (process.argv.includes('--dates')) return measure('main', {});
  // It fills what it measures: never somebody's database.
  delete process.env.DATABASE_URL;
  if (process.argv.includes('--work')) return measure('work', await startDatabase());
  const small = await startPortal('small', 4900);
  const large = await startPortal('large', 4910);
  const bareUrl = await startBareApp({ dir, databaseUrl: large.env.DATABASE_URL, wantedPort: 4950 });
  await measure('main', {
    BENCH_SMALL: JSON.stringify(small.env),
    BENCH_LARGE: JSON.stringify(large.env),
    BARE_URL: bareUrl,
    CHROMIUM_PATH: (await findBrowser()) ?? '',
    POSTGRES_LOG: path.join(dir, 'small', 'logs', 'postgres.log'),
  });
  // What is measured next has the machine and the large database for itself.
  await stopInReverse([...small.processes, ...large.processes.filter((proc) => proc.name !== 'PostgreSQL')]);
  return measure('work', large.env);
}

onStopRequest(async () => {
  await stopEverything();
  await dispose();
  process.exit(1);
});
main().then(
  async () => {
    await dispose();
    process.exit(0);
  },
  async (error) => {
    if (isStopping()) return;
    console.error(error.message);
    await dispose();
    process.exit(1);
  },
);
