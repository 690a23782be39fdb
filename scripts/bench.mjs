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
 * `npm run bench`: ratios measured in one run on a portal of its own, see tests/bench. `-- --quick` takes fewer tickets
 * and shorter rounds; `-- --dates` measures the dates alone.
 */
const { dir, dispose } = throwawayFolder('bench');
const measure = (env) => run(nodeBinary(), ['--import', 'tsx', 'tests/bench/main.ts', ...process.argv.slice(2)], { env });

async function main() {
  await ensureInstalled();
  if (process.argv.includes('--dates')) return measure({});
  const stack = await startStack({ dir, durable: false, wantedPorts: { web: 4900, postgres: 6900, smtp: 4925, mailbox: 4980 } });
  const bareUrl = await startBareApp({ dir, databaseUrl: stack.env.DATABASE_URL, wantedPort: 4950 });
  return measure({ ...stack.env, BARE_URL: bareUrl, CHROMIUM_PATH: (await findBrowser()) ?? '', POSTGRES_LOG: path.join(dir, 'logs', 'postgres.log') });
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
