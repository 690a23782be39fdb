import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isAlive } from './process-identity.mjs';
import { readJson, writeJson } from './record.mjs';

/** Puts the lock in place whole, or not at all when there is one already. */
function place(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identityOf(process.pid)));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine);
  }
}

/** Takes a dead process's lock away; one that a living process has put there meanwhile goes back. */
function removeStale(file) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  try {
    if (isAlive(readJson(aside) ?? {})) linkSync(aside, file);
  } finally {
    rmSync(aside);
  }
}

/** Who holds the lock, alive; null when nobody does. */
export function lockHolder(file) {
  const holder = readJson(file);
  return holder !== null && isAlive(holder) ? holder : null;
}

/**
 * One living process at a time holds the lock, however many begin at once; a killed one's lock counts for nothing.
 * Returns what the holder said about itself, or the lock: `say` adds to it, `release` gives it up.
 */
export function takeLock(file) {
  while (!place(file)) {
    const holder = lockHolder(file);
    if (holder !== null) return { lock: null, holder };
    removeStale(file);
  }
  const say = (more) => writeJson(file, { ...identityOf(process.pid), ...more });
  return { lock: { say, release: () => rmSync(file, { force: true }) }, holder: null };
}
