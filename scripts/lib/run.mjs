import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

const running = new Set();

/** Ends the commands that still run, with their children, when the launcher is asked to stop. */
export function endCommands() {
  for (const child of running) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // ended already
    }
  }
}

/**
 * Runs a command to its end. With `quiet` its output is kept and only shown in the error; else it is passed on.
 * Resolves with the exit code and the output.
 */
export function run(command, args, { env = {}, quiet = false, cwd = ROOT, allowFailure = false, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: [input === undefined ? 'ignore' : 'pipe', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], detached: true });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0 || allowFailure) resolve({ code: code ?? 1, output });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${output}`));
    });
  });
}
