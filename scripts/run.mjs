import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { ensureInstalled, ensurePresent } from './lib/install.mjs';
import { isStopping, onStopRequest, stopEverything } from './lib/processes.mjs';
import { inRoot, nodeBinary, ROOT } from './lib/root.mjs';
import { runningSandbox } from './lib/sandbox-home.mjs';

/**
 * The entry points of a real site and the portal's command-line programs, each run by a Node that is new enough:
 * `build`, or a program in `src/server/jobs/cli`.
 */
const [name = '', ...rest] = process.argv.slice(2);
const PRODUCTION = ['web', 'worker'];
const FOR_SITE_OR_SANDBOX = ['audit-verify', 'invite'];

/** Where neither the environment nor `.env` names a site's database, a tool looks at the sandbox that runs. */
function sandboxEnvironment() {
  const env = runningSandbox();
  if (name.startsWith('sandbox-')) {
    if (env === null) throw new Error('The sandbox does not run. Start it in another terminal (npm start), then try again.');
    return { ...env, PGOPTIONS: '-c synchronous_commit=off' };
  }
  const isTold = existsSync(inRoot('.env')) || Object.keys(process.env).some((key) => key.startsWith('DATABASE_URL'));
  if (!FOR_SITE_OR_SANDBOX.includes(name) || isTold) return {};
  // What a site would need is then named by the program itself.
  if (env === null) console.error('The sandbox does not run (npm start), so this asks for a site’s database.');
  return env ?? {};
}

async function runBuild() {
  onStopRequest(async () => {
    await stopEverything();
    process.exit(1);
  });
  await ensureInstalled();
  await build({ quiet: false });
  process.exit(0);
}

async function runProgram() {
  await ensurePresent();
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...(PRODUCTION.includes(name) ? { NODE_ENV: 'production' } : {}), ...sandboxEnvironment() };
  const child = spawn(nodeBinary(), ['--import', 'tsx', `src/server/jobs/cli/${name}.ts`, ...rest], { cwd: ROOT, stdio: 'inherit', env });
  let asked = false;
  onStopRequest(() => {
    asked = true;
    child.kill('SIGTERM');
  });
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.exitCode = code ?? (asked ? 0 : 1);
      resolve();
    });
  });
}

(name === 'build' ? runBuild() : runProgram()).catch((error) => {
  if (isStopping()) return;
  console.error(error.message);
  process.exit(1);
});
