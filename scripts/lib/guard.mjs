import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { identityOf } from './process-identity.mjs';
import { stopInReverse, stopProcess } from './processes.mjs';
import { readJson } from './record.mjs';

const THIS_FILE = fileURLToPath(import.meta.url);

/**
 * Starts the guard of this process: a small process that notices when this one is gone, however it went, and then ends
 * what the record says it had running, in reverse order. `remove` is a folder that goes with it.
 */
export function startGuard(record, remove) {
  const me = identityOf(process.pid);
  const child = spawn(process.execPath, [THIS_FILE, record, String(me.pid), me.started, remove ?? ''], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.unref();
  child.unref();
  const guard = identityOf(child.pid);
  return { dismiss: () => stopProcess({ ...guard, stopSignal: 'SIGKILL' }) };
}

/** The pipe from the guarded process closes when that process ends. The record of a later one is left alone. */
async function watch([record, pid, started, remove]) {
  for await (const _ of process.stdin);
  const left = readJson(record);
  if (left?.launcher.pid === Number(pid) && left.launcher.started === started) await stopInReverse(left.running);
  if (remove !== '') rmSync(remove, { recursive: true, force: true });
}

if (process.argv[1] === THIS_FILE) await watch(process.argv.slice(2));
