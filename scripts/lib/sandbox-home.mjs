import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockHolder, takeLock } from './lock.mjs';
import { isAlive } from './process-identity.mjs';
import { stopInReverse } from './processes.mjs';
import { readJson, writeJson } from './record.mjs';
import { inRoot } from './root.mjs';

/** Where the sandbox keeps its data, its logs, its passwords, and the record of what it has running. */
export const SANDBOX_DIR = inRoot('.sandbox');
export const SANDBOX_RECORD = path.join(SANDBOX_DIR, 'run.json');
const LOCK = path.join(SANDBOX_DIR, 'launcher.json');
const ENVIRONMENT = path.join(SANDBOX_DIR, 'environment.json');

/** Where the running sandbox's database and mail are, for the portal's command-line programs. It holds passwords. */
export const tellEnvironment = (env) => writeJson(ENVIRONMENT, env, 0o600);
export const forgetEnvironment = () => rmSync(ENVIRONMENT, { force: true });

/** The environment of the sandbox that runs now; null when none does. */
export const runningSandbox = () => (lockHolder(LOCK) === null ? null : readJson(ENVIRONMENT));

/** What a launcher that was killed left running is ended, where its guard has not done so. */
async function endLeftovers() {
  const left = (readJson(SANDBOX_RECORD)?.running ?? []).filter((proc) => isAlive(proc));
  if (left.length === 0) return;
  console.log(`The last start was killed. Ending what it left: ${left.map((proc) => proc.name).join(', ')}.`);
  await stopInReverse(left);
}

/** The sandbox for this process alone, with nothing of an earlier one running. Says so and exits 1 while one runs. */
export async function takeSandbox() {
  mkdirSync(SANDBOX_DIR, { recursive: true, mode: 0o755 });
  const { lock, holder } = takeLock(LOCK);
  if (lock === null) {
    console.error(`The sandbox is running already${holder.portalUrl ? ` at ${holder.portalUrl}` : ''} (process ${holder.pid}). It was left as it is; stop it first.`);
    process.exit(1);
  }
  forgetEnvironment();
  await endLeftovers();
  return lock;
}
