import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { dataFolder } from './lib/postgres.mjs';
import { isAlive } from './lib/processes.mjs';
import { inRoot } from './lib/root.mjs';

/** `npm run sandbox:reset`: removes the sandbox's data after asking (`--yes` does not ask), never while it runs. */
const DIR = inRoot('.sandbox');
const lock = path.join(DIR, 'launcher.json');
if (!existsSync(DIR)) {
  console.log('There is no sandbox data.');
  process.exit(0);
}
if (existsSync(lock) && isAlive(JSON.parse(readFileSync(lock, 'utf8')))) {
  console.error('The sandbox is running. Stop it first.');
  process.exit(1);
}
if (!process.argv.includes('--yes')) {
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question('Remove all data of the sandbox? Type yes: ');
  ask.close();
  if (answer.trim().toLowerCase() !== 'yes') {
    console.log('Nothing was removed.');
    process.exit(1);
  }
}
const home = dataFolder(DIR);
rmSync(path.join(home, 'postgres'), { recursive: true, force: true });
rmSync(DIR, { recursive: true, force: true });
console.log('Removed. npm start begins anew.');
