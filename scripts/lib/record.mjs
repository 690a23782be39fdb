import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf } from './process-identity.mjs';

const running = new Set();
let file = null;

/** Reads a small JSON file; null when it is missing or was cut off. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes it whole or not at all. */
export function writeJson(path, value, mode = 0o644) {
  const half = `${path}.${process.pid}`;
  writeFileSync(half, JSON.stringify(value, null, 2), { mode });
  renameSync(half, path);
}

function save() {
  if (file === null) return;
  const list = [...running].map(({ name, pid, started, stopSignal, group }) => ({ name, pid, started, stopSignal, group }));
  writeJson(file, { launcher: identityOf(process.pid), running: list });
}

/** From now on a file says what this process has running, so that somebody else can end it if this one is killed. */
export function recordIn(path) {
  file = path;
  save();
}

/** Ends the record; what was in it has been stopped. */
export function forgetRecord() {
  if (file !== null) rmSync(file, { force: true });
  file = null;
}

/** Everything that this process has running, in the order in which it started. */
export const recorded = () => [...running];

export function recordStart(proc) {
  running.add(proc);
  save();
}

export function recordEnd(proc) {
  if (running.delete(proc)) save();
}
