import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './lib/root.mjs';
import { ensureInstalled } from './lib/install.mjs';
import * as processes from './lib/processes.mjs';
import { endCommands } from './lib/run.mjs';

const DIR = inRoot('.sandbox');
const LOCK = path.join(DIR, 'launcher.json');

/** One sandbox at a time: a living launcher keeps a second one out; what a killed one left running is ended. */
async function takeLock() {
  mkdirSync(DIR, { recursive: true, mode: 0o755 });
  if (existsSync(LOCK)) {
    const other = JSON.parse(readFileSync(LOCK, 'utf8'));
    if (processes.isAlive(other)) {
      const runFile = path.join(DIR, 'run.json');
      const at = existsSync(runFile) ? ` at ${JSON.parse(readFileSync(runFile, 'utf8')).portalUrl ?? 'an address that is not known yet'}` : '';
      console.error(`The sandbox is running already${at}. Stop that one first.`);
      process.exit(1);
    }
  }
  writeFileSync(LOCK, JSON.stringify({ pid: process.pid, started: processes.startTimeOf(process.pid) }));
  await endLeftovers();
}

async function endLeftovers() {
  const file = path.join(DIR, 'run.json');
  if (!existsSync(file)) return;
  const { running = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const left = running.filter((proc) => processes.isAlive(proc));
  if (left.length > 0) console.log(`The last start was killed: ending what it left (${left.map((p) => p.name).join(', ')}).`);
  for (const proc of left.reverse()) await processes.stopProcess(proc);
  rmSync(file, { force: true });
}

async function main() {
  await takeLock();
  let stack = null;
  let starting = null;
  processes.onStopRequest(async () => {
    console.log('\nStopping …');
    endCommands();
    // A start that is under way is stopped once it stands or has failed, so that nothing of it stays.
    await starting?.catch(() => undefined);
    await stack?.stop();
    rmSync(LOCK, { force: true });
    process.exit(0);
  });
  await ensureInstalled();
  const { startStack } = await import('./lib/stack.mjs');
  starting = startStack({ dir: DIR }).then((s) => (stack = s));
  await starting;
  for (const proc of stack.processes) void proc.done.then((how) => console.error(`${proc.name} ended (${how}). Its log: ${proc.logFile}`));
  console.log(`
The portal   ${stack.env.PORTAL_URL}
The mailbox  ${stack.env.MAILBOX_URL}
Who can sign in: ${stack.env.PORTAL_URL}/sign-in
Stop with Ctrl-C. The data stays in .sandbox; npm run sandbox:reset starts over.`);
  setInterval(() => undefined, 1 << 30);
}

main().catch((error) => {
  console.error(`\n${error.message}`);
  rmSync(LOCK, { force: true });
  process.exit(1);
});
