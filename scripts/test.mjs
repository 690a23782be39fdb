import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { isStopping, onStopRequest, stopEverything } from './lib/processes.mjs';
import { inRoot, nodeBinary, tool } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { throwawayFolder } from './lib/throwaway.mjs';
import { readPlaywright, readVitest } from './lib/test-report.mjs';

/**
 * `npm test`: types, lint, unit and architecture, integration on a real PostgreSQL, build, end to end in a real
 * browser. Prints what ran and how long, the 20 slowest tests, and `N passed, N failed` for the whole run.
 */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
/** What follows `--` is Playwright's: the specs to run end to end, or `--trace on`. */
const specs = process.argv.includes('--') ? process.argv.slice(process.argv.indexOf('--') + 1) : [];
/** The random walks and races at full length: `npm run test:long`. */
if (process.argv.includes('--long')) Object.assign(process.env, { LONG_TESTS: 'yes', CONCURRENCY_ACTS: '4000', LIFECYCLE_WALKS: '3000', CASE_FILE_MB: '500' });
const REPORTS = inRoot('test-results');
const results = [];
const stages = [];

/** What this run starts ends with it, however it ends. */
const { dir, dispose } = throwawayFolder('run');
const report = (name) => path.join(REPORTS, `${name}.json`);
const node = (args, options) => run(nodeBinary(), args, { allowFailure: true, ...options });

async function check(name, args) {
  const { code } = await node(args);
  results.push({ name, state: code === 0 ? 'passed' : 'failed', ms: 0 });
}

/** A runner that failed without a failed test (a crash, no test found) is a failure of its own. */
function take(name, tests, code) {
  results.push(...tests);
  if (code !== 0 && !tests.some((t) => t.state === 'failed')) results.push({ name: `${name} ended with ${code}`, state: 'failed', ms: 0 });
  if (tests.length === 0) results.push({ name: `${name}: no test ran`, state: 'failed', ms: 0 });
}

async function vitest(project) {
  const { code } = await node([tool('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report(project)}`], { env: { NODE_ENV: 'test' } });
  take(project, readVitest(report(project)), code);
}

async function endToEnd() {
  const { findBrowser } = await import('./lib/browser.mjs');
  const browser = await findBrowser();
  if (browser === null) {
    console.error('There is no browser: set CHROMIUM_PATH, or install Chromium. The end-to-end tests did not run.');
    results.push({ name: 'end to end: no browser', state: 'failed', ms: 0 });
    return;
  }
  const { startStack } = await import('./lib/stack.mjs');
  const stack = await startStack({ dir, durable: false, wantedPorts: { web: 3900, postgres: 5900, smtp: 2900, mailbox: 3950 } });
  const { code } = await node([tool('@playwright', 'test', 'cli.js'), 'test', ...specs], { env: { ...stack.env, CHROMIUM_PATH: browser, E2E_REPORT: report('e2e'), POSTGRES_LOG: path.join(dir, 'logs', 'postgres.log') } });
  await stack.stop();
  take('e2e', readPlaywright(report('e2e')), code);
}

const STAGES = {
  types: () => check('types', [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']),
  lint: () => check('lint', [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']),
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  build: async () => {
    const { ensureBuilt } = await import('./lib/build.mjs');
    await ensureBuilt();
    results.push({ name: 'build', state: 'passed', ms: 0 });
  },
  e2e: endToEnd,
};

async function runStage(name, work) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  try {
    await work();
  } catch (error) {
    if (isStopping()) return;
    console.error(error.message);
    results.push({ name: `${name} could not run`, state: 'failed', ms: 0 });
  }
  stages.push({ name, seconds: (Date.now() - started) / 1000 });
}

function summary() {
  console.log('\nWhat ran');
  for (const { name, seconds } of stages) console.log(`  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`);
  const slow = [...results].sort((a, b) => b.ms - a.ms).slice(0, 20).filter((t) => t.ms > 0);
  if (slow.length > 0) console.log('\nThe slowest tests');
  for (const { name, ms } of slow) console.log(`  ${(ms / 1000).toFixed(2).padStart(7)} s  ${name}`);
  const failed = results.filter((t) => t.state === 'failed');
  if (failed.length > 0) console.log('\nFailed');
  for (const { name } of failed) console.log(`  ${name}`);
  console.log(`\n${results.filter((t) => t.state === 'passed').length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

onStopRequest(async () => {
  await stopEverything();
  await dispose();
  process.exit(1);
});
async function main() {
  await ensureInstalled();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  for (const [name, work] of Object.entries(STAGES)) if (only === null || only.includes(name)) await runStage(name, work);
  if (isStopping()) return;
  await dispose();
  process.exit(summary());
}

main().catch(async (error) => {
  if (isStopping()) return;
  console.error(error.message);
  await dispose();
  process.exit(1);
});
