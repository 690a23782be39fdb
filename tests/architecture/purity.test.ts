import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

/** Comments may speak of anything; code may not. Strings are kept, because imports are strings. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

const FORBIDDEN: [string, RegExp][] = [
  ['reads the time: Date.now', /\bDate\s*\.\s*now\b/],
  ['reads the time: new Date()', /\bnew\s+Date\s*(?:\(\s*\)|(?![\w(\s]))/],
  ['reads the time: Date()', /(?<!new\s+)(?<![.\w])Date\s*\(\s*\)/],
  ['reads the time: performance', /\bperformance\s*\./],
  ['is random: Math.random', /\bMath\s*\.\s*random\b/],
  ['is random: crypto.random', /\brandomUUID\b|\bgetRandomValues\b/],
  // A sentence may end with the word; a member never has a space before its name.
  ['reads the process', /\bprocess\s*(?:\.\w|\[)/],
  ['reads files or the network', /from\s+['"](?:node:)?(?:fs|http|https|net|child_process|process|os)(?:\/[^'"]*)?['"]|\bfetch\s*\(/],
  ['knows a framework', /from\s+['"](?:next|next-auth|react|react-dom|@prisma\/[^'"]*|@generated\/[^'"]*|prisma|pg)(?:\/[^'"]*)?['"]/],
  ['knows an outer layer', /from\s+['"]@\/(?:server|app|ui)(?:\/[^'"]*)?['"]/],
  ['loads at run time', /\bimport\s*\(|\brequire\s*\(/],
  ['depends on the zone of the machine', /\.(?:getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getTimezoneOffset)\s*\(/],
];

function offences(code: string): string[] {
  const bare = withoutComments(code);
  return FORBIDDEN.filter(([, pattern]) => pattern.test(bare)).map(([what]) => what);
}

describe.each(['domain', 'shared'])('src/%s is pure', (folder) => {
  const files = sourceFiles(folder);

  it('has files', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  it.each(files)('%s', (file) => {
    expect(offences(readFileSync(path.join(SRC, file), 'utf8'))).toEqual([]);
  });
});

describe('the check itself sees', () => {
  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date ( );',
    'const now = new Date;',
    'const now = Date();',
    'const zone = process.env.TZ;',
    "import { prisma } from '@generated/prisma/client';",
    "import { useState } from 'react';",
    "import { redirect } from 'next/navigation';",
    "import { readFileSync } from 'node:fs';",
    "import { db } from '@/server/db/client';",
    "const later = await import('./later');",
    'const id = crypto.randomUUID();',
    'const year = when.getFullYear();',
  ])('%s', (code) => {
    expect(offences(code)).toHaveLength(1);
  });

  it.each(['const at = new Date(ms);', '// Date.now() is not used\n', "const address = 'https://example.org'; // process.env", 'const ms = Date.UTC(2026, 1, 1);', 'const s = processing.done;'])('no offence in %s', (code) => {
    expect(offences(code)).toEqual([]);
  });
});
