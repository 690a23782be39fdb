import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { ROOT } from './root.mjs';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When a process started, as the system counts it: a pid alone may belong to somebody else by now. Null when it is gone. */
export function startTimeOf(pid) {
  try {
    if (!existsSync('/proc/self/stat')) return process.kill(pid, 0) ? 'alive' : null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

export const isAlive = ({ pid, started }) => startTimeOf(pid) === started;

/** Starts a child in a group of its own, so that Ctrl-C reaches the launcher alone, which then stops it in order. */
export function startChild(name, command, args, { env, logFile, stopSignal = 'SIGTERM', uid, gid, cwd = ROOT }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log], uid, gid });
  closeSync(log);
  const state = { name, pid: child.pid, started: child.pid === undefined ? null : startTimeOf(child.pid), stopSignal, exited: null, logFile };
  state.done = new Promise((resolve) => {
    child.once('error', (error) => resolve((state.exited = error.message)));
    child.once('exit', (code, signal) => resolve((state.exited = signal ?? `code ${code}`)));
  });
  return state;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

/** Ends a process that we started: kindly first, then for good with its group. */
export async function stopProcess(proc, patienceMs = 20_000) {
  if (proc.pid === undefined || !isAlive(proc)) return;
  signal(proc.pid, proc.stopSignal ?? 'SIGTERM');
  for (let waited = 0; waited < patienceMs && isAlive(proc); waited += 50) await wait(50);
  if (isAlive(proc)) signal(-proc.pid, 'SIGKILL');
}

/** Waits until `check` holds; fails at once when the process that should make it true has ended. */
export async function until(check, proc, patienceMs = 60_000) {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(100)) {
    if (proc.exited !== null) throw new Error(`${proc.name} ended (${proc.exited}). Its log: ${proc.logFile}\n${readFileSync(proc.logFile, 'utf8').slice(-2000)}`);
    if (await check()) return;
  }
  throw new Error(`${proc.name} did not get ready within ${patienceMs / 1000} s. Its log: ${proc.logFile}`);
}

/**
 * Calls `stop` once when this process is asked to end in any way: Ctrl-C, SIGTERM, a closed terminal, or a parent
 * (npm, its shell) that is gone without having told anybody.
 */
export function onStopRequest(stop) {
  let asked = false;
  const ask = (why) => {
    if (asked) return;
    asked = true;
    void stop(why);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => ask(name));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && ask('the parent process is gone'), 300).unref();
  // A closed terminal takes the output away; writing to it must not end us before everything is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
