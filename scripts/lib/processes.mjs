import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { identityOf, isAlive } from './process-identity.mjs';
import { recorded, recordEnd, recordStart } from './record.mjs';
import { ROOT } from './root.mjs';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let stopping = false;

export const isStopping = () => stopping;

/** Nothing new begins once stopping began. */
export function refuseWhileStopping() {
  if (stopping) throw new Error('Stopped while starting.');
}

/** Adopts a process that was just started: recorded until it ends. */
export function adopt(child, { name, stopSignal = 'SIGTERM', group = false, logFile = null }) {
  const proc = { name, ...identityOf(child.pid ?? -1), stopSignal, group, exited: null, logFile };
  if (child.pid !== undefined) recordStart(proc);
  const ended = (how) => {
    proc.exited = how;
    recordEnd(proc);
    return how;
  };
  proc.done = new Promise((resolve) => {
    child.once('error', (error) => resolve(ended(error.message)));
    child.once('exit', (code, signal) => resolve(ended(signal ?? `code ${code}`)));
  });
  return proc;
}

/**
 * Starts a child in a group of its own, so that Ctrl-C reaches the launcher alone, which then stops it in order.
 * `isTelling`: the child sends a message when it is ready, and then `isReady` holds. `socket`: an open one for the child.
 * `again()` starts the same once more.
 */
export function startChild(name, command, args, { env, logFile, stopSignal, uid, gid, cwd = ROOT, isTelling = false, socket = null }) {
  refuseWhileStopping();
  const log = openSync(logFile, 'a');
  const logFrom = fstatSync(log).size;
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log, ...(isTelling ? ['ipc'] : [])], uid, gid });
  closeSync(log);
  const again = () => startChild(name, command, args, { env, logFile, stopSignal, uid, gid, cwd, isTelling });
  const proc = Object.assign(adopt(child, { name, stopSignal, logFile }), { logFrom, isReady: false, again });
  if (socket !== null) child.send('socket', socket, () => socket.close());
  child.once('message', () => {
    proc.isReady = true;
  });
  return proc;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

/** PostgreSQL may take its time, and so may a mail in the air; a tool of ours that is cut off is run again. */
const patienceOf = (proc) => (proc.stopSignal === 'SIGINT' ? 60_000 : proc.group ? 5000 : 20_000);

/** Ends a process that we started: kindly first, then for good with its group. */
export async function stopProcess(proc) {
  if (!isAlive(proc)) return;
  signal(proc.group ? -proc.pid : proc.pid, proc.stopSignal ?? 'SIGTERM');
  const patience = Date.now() + patienceOf(proc);
  while (isAlive(proc) && Date.now() < patience) await wait(30);
  if (isAlive(proc)) signal(-proc.pid, 'SIGKILL');
  while (isAlive(proc)) await wait(30);
}

/** Ends all of them, the last one started first. */
export async function stopInReverse(list) {
  for (const proc of [...list].reverse()) await stopProcess(proc);
}

/** Ends everything that this process has running, and lets nothing new begin. */
export async function stopEverything() {
  stopping = true;
  await stopInReverse(recorded());
}

/** What a process said last, since it was started. */
function endOfLog({ logFile, logFrom }) {
  if (logFile === null) return '';
  const lines = readFileSync(logFile).subarray(logFrom).toString('utf8').trimEnd().split('\n').slice(-8);
  return [` Its log: ${logFile}`, ...lines.map((line) => line.slice(0, 400))].join('\n');
}

/** Waits until `check` holds; fails at once when the process that should make it true has ended. */
export async function until(check, proc, patienceMs = 60_000) {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(50)) {
    refuseWhileStopping();
    if (proc.exited !== null) throw new Error(`${proc.name} ended (${proc.exited}).${endOfLog(proc)}`);
    if (await check()) return;
  }
  throw new Error(`${proc.name} did not get ready within ${patienceMs / 1000} s.${endOfLog(proc)}`);
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
