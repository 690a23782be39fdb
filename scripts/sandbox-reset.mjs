import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { SANDBOX_DIR, takeSandbox } from './lib/sandbox-home.mjs';
import { dataFolder } from './lib/server-user.mjs';

/** `npm run sandbox:reset`: removes the sandbox's data after asking (`--yes` does not ask), never while it runs. */
async function agrees() {
  if (process.argv.includes('--yes')) return true;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise((resolve) => ask.once('close', () => resolve('')));
  const answer = await Promise.race([ask.question('This removes all data of the sandbox: people, tickets, mails. Type yes to go on: '), ended]);
  ask.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function main() {
  if (!existsSync(SANDBOX_DIR)) return console.log('There is no sandbox data.');
  const lock = await takeSandbox();
  process.on('exit', () => lock.release());
  if (!(await agrees())) throw new Error('\nNothing was removed.');
  if (process.env.DATABASE_URL) await import('./lib/sandbox-database.mjs').then((it) => it.dropSandboxDatabase(process.env.DATABASE_URL));
  for (const folder of [dataFolder(SANDBOX_DIR), SANDBOX_DIR]) rmSync(folder, { recursive: true, force: true });
  console.log('Removed. npm start begins anew.');
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
