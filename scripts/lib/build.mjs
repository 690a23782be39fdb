import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

/** Builds the web part unless the build that is there was made from these very sources. */
export async function ensureBuilt() {
  const stamp = inRoot('.next', 'portal-build');
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await step('Building the portal (once, about a minute)', async () => {
    await run(nodeBinary(), [tool('next', 'dist', 'bin', 'next'), 'build'], { quiet: true, env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
    writeFileSync(stamp, hash);
  });
}
