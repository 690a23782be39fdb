import { spawn } from 'node:child_process';
import { ensureInstalled, ensurePresent } from './lib/install.mjs';
import { onStopRequest } from './lib/processes.mjs';
import { nodeBinary, ROOT, tool } from './lib/root.mjs';

/**
 * The entry points of a real site and the portal's command-line programs, each run by a Node that is new enough:
 * `build`, or a program in `src/server/jobs/cli`.
 */
const [name = '', ...rest] = process.argv.slice(2);
const isBuild = name === 'build';
await (isBuild ? ensureInstalled() : ensurePresent());
const args = isBuild ? [tool('next', 'dist', 'bin', 'next'), 'build'] : ['--import', 'tsx', `src/server/jobs/cli/${name}.ts`];
const production = ['build', 'web', 'worker'].includes(name) ? { NODE_ENV: 'production' } : {};
const child = spawn(nodeBinary(), [...args, ...rest], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...production } });
let asked = false;
onStopRequest(() => {
  asked = true;
  child.kill('SIGTERM');
});
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? (asked ? 0 : 1)));
