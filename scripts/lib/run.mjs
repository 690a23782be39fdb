import { spawn } from 'node:child_process';
import path from 'node:path';
import { adopt, refuseWhileStopping } from './processes.mjs';
import { ROOT } from './root.mjs';

/**
 * Runs a command to its end. With `quiet` its output is kept and only shown in the error; else it is passed on.
 * Resolves with the exit code and the output.
 */
export function run(command, args, { env = {}, quiet = false, cwd = ROOT, allowFailure = false, uid, gid } = {}) {
  refuseWhileStopping();
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', output, output], detached: true, uid, gid });
  // With the children that it starts itself: they are in its group.
  adopt(child, { name: path.basename(command), group: true });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data) => (said += data));
    child.stderr?.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 || allowFailure) resolve({ code: code ?? 1, output: said });
      else reject(new Error(`${path.basename(command)} ${args.map((arg) => path.relative(ROOT, arg) || arg).join(' ')} ended with ${signal ?? code}\n${said.trimEnd()}`));
    });
  });
}
