import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * What a browser has to load: every file that is marked `use client`, with all that it imports. A validator of 36 KB came
 * along once with three constants; nothing but React and Next's own parts belongs there.
 */
const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const MAY_LOAD = new Set(['react', 'react-dom', 'next/link', 'next/navigation']);

const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const isClient = (code: string) => /^['"]use client['"]/.test(code);
/** Only its address is sent. */
const isAction = (code: string) => /^['"]use server['"]/.test(code);

function importsOf(code: string): string[] {
  return [...code.matchAll(IMPORT)].filter(([whole]) => !/^import\s+\{(\s*type\s[^,}]*,?)+\s*\}/.test(whole)).map(([, from = '']) => from);
}

function fileOf(from: string, importer: string): string | null {
  const base = from.startsWith('@/') ? path.join(SRC, from.slice(2)) : path.resolve(path.dirname(importer), from);
  return [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find((file) => existsSync(file)) ?? null;
}

/** The packages that a file brings along, each with the file that names it. */
function packagesOf(file: string, seen: Set<string>, found: string[]): string[] {
  if (seen.has(file)) return found;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  if (isAction(code)) return found;
  for (const from of importsOf(code).filter((name) => !name.endsWith('.css'))) {
    if (!from.startsWith('.') && !from.startsWith('@/')) {
      if (!MAY_LOAD.has(from)) found.push(`${from}, by ${path.relative(SRC, file)}`);
      continue;
    }
    const next = fileOf(from, file);
    if (next === null) found.push(`${from} (no such file), by ${path.relative(SRC, file)}`);
    else packagesOf(next, seen, found);
  }
  return found;
}

const CLIENT = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .filter((name) => isClient(readFileSync(path.join(SRC, name), 'utf8')));

describe('what a browser loads', () => {
  it('is found', () => {
    expect(CLIENT.length).toBeGreaterThan(20);
  });

  it.each(CLIENT)('%s', (name) => {
    expect(packagesOf(path.join(SRC, name), new Set(), [])).toEqual([]);
  });

  it('the check itself sees a validator', () => {
    expect(packagesOf(path.join(SRC, 'domain/tickets/attached-files.ts'), new Set(), [])).toEqual(['zod, by domain/tickets/attached-files.ts']);
  });
});
