import path from 'node:path';
import { startBareApp } from './lib/bare-app.mjs';
import { findBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isStopping, onStopRequest, stopEverything } from './lib/processes.mjs';
import { nodeBinary } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { startStack } from './lib/stack.mjs';
import { throwawayFolder } from './lib/throwaway.mjs';

/**
 * `npm run bench`: ratios measured in one run on portals of its own, see docs/bench.md. `-- --quick` takes fewer tickets
 * and shorter rounds; `-- --dates` measures the dates alone.
 */
const { dir, dispose } = throwawayFolder('bench');
const measure = (env) => run(nodeBinary(), ['--import', 'tsx', 'tests/bench/main.ts', ...process.argv.slice(2)], { env });

/** A portal with a database server of its own, so that two sizes can be measured in turns. */
function startPortal(name, firstPort) {
  const wantedPorts = { web: firstPort, postgres: firstPort + 2000, smtp: firstPort + 25, mailbox: firstPort + 80 };
  return startStack({ dir: path.join(dir, name), durable: false, wantedPorts });
}

async function main() {
  await ensureInstalled();
  if (process.argv.includes('--dates')) return measure({});
  // It fills what it measures: never somebody's database.
  delete process.env.DATABASE_URL;
  const small = await startPortal('small', 4900);
  const large = await startPortal('large', 4910);
  const bareUrl = await startBareApp({ dir, databaseUrl: large.env.DATABASE_URL, wantedPort: 4950 });
  return measure({
    BENCH_SMALL: JSON.stringify(small.env),
    BENCH_LARGE: JSON.stringify(large.env),
    BARE_URL: bareUrl,
    CHROMIUM_PATH: (await findBrowser()) ?? '',
    POSTGRES_LOG: path.join(dir, 'small', 'logs', 'postgres.log'),
  });
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
