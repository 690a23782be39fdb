import { spawn } from 'node:child_process';
import { ensureInstalled } from './lib/install.mjs';
import { onStopRequest } from './lib/processes.mjs';
import { nodeBinary, ROOT, tool } from './lib/root.mjs';

/**
 * The entry points of a real site and the portal's command-line programs, each run by a Node that is new enough:
 * `build`, `web`, or a program in `src/server/jobs/cli`.
 */
const [name = '', ...rest] = process.argv.slice(2);
await ensureInstalled();
const next = tool('next', 'dist', 'bin', 'next');
const cli = (program) => ['--import', 'tsx', `src/server/jobs/cli/${program}.ts`];
const args = name === 'build' ? [next, 'build'] : name === 'web' ? [...cli('web'), ...rest] : [...cli(name), ...rest];
const env = name === 'build' || name === 'web' || name === 'worker' ? { NODE_ENV: 'production' } : {};
const child = spawn(nodeBinary(), args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } });
onStopRequest(() => child.kill('SIGTERM'));
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 0));
