import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, nodeBinary, tool } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

const SOURCES = ['src', 'public', 'prisma', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];

function* filesUnder(file) {
  if (!existsSync(file)) return;
  if (!statSync(file).isDirectory()) yield file;
  else for (const name of readdirSync(file).sort()) yield* filesUnder(path.join(file, name));
}

/** A hash over everything that the build is made from. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) for (const file of filesUnder(inRoot(source))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

const stamp = inRoot('.next', 'portal-build');

/** Builds the web part. While it is being built there is no stamp, so that a half-made build is never taken for one. */
export async function build({ quiet }) {
  const hash = sourceHash();
  rmSync(stamp, { force: true });
  await run(nodeBinary(), [tool('next', 'dist', 'bin', 'next'), 'build'], { quiet, env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
  writeFileSync(stamp, hash);
}

/** Builds it unless the build that is there was made from these very sources. */
export async function ensureBuilt() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash()) return;
  await step('Building the portal (once, about a minute)', () => build({ quiet: true }));
}
