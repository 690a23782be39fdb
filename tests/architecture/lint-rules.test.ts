import { describe, expect, it } from 'vitest';
import { lintPlanted } from './planted-lint';

const CASES: [what: string, rule: string, file: string, text: string][] = [
  ['a promise that nobody waits for', 'no-floating-promises', 'src/server/commands/a.ts', 'async function save() {}\nexport function act() {\n  save();\n}\n'],
  ['a promise where a yes or no is expected', 'no-misused-promises', 'src/server/commands/b.ts', 'async function may() {\n  return true;\n}\nexport const act = () => (may() ? 1 : 2);\n'],
  ['a switch that forgets a case', 'switch-exhaustiveness-check', 'src/domain/tickets/c.ts', "export function word(status: 'open' | 'closed') {\n  switch (status) {\n    case 'open':\n      return 1;\n  }\n  return 0;\n}\n"],
  ['any', 'no-explicit-any', 'src/shared/d.ts', 'export const take = (x: any) => String(x);\n'],
  ['what came from any', 'no-unsafe-member-access', 'src/shared/e.ts', "export const take = (x: string) => String(JSON.parse(x).name);\n"],
  ['a claim that something is there', 'no-non-null-assertion', 'src/shared/f.ts', 'export const first = (x: string[]) => x[0]!.length;\n'],
  ['an interface', 'consistent-type-definitions', 'src/shared/g.ts', 'export interface Thing {\n  a: string;\n}\n'],
  ['the process in the domain', 'no-restricted-globals', 'src/domain/tickets/h.ts', 'export const zone = process.env.TZ;\n'],
  ['a hook that runs only sometimes', 'rules-of-hooks', 'src/ui/i.tsx', "import { useState } from 'react';\nexport function Box({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n"],
  ['an image without words', 'alt-text', 'src/ui/j.tsx', 'export const Logo = () => <img src="/a.png" />;\n'],
  ['a file that is too long', 'max-lines', 'src/shared/k.ts', Array.from({ length: 301 }, (_, i) => `export const n${i} = ${i};\n`).join('')],
  ['a function that is too long', 'max-lines-per-function', 'src/shared/l.ts', `export function long(x: number[]) {\n${'  x.push(1);\n'.repeat(51)}}\n`],
  ['files that import each other', 'no-cycle', 'src/shared/m.ts', "import { n } from './n';\nexport const m = () => n;\n"],
];

describe('the lint refuses', () => {
  const planted = Object.fromEntries(CASES.map(([, , file, text]) => [file, text]));
  const broken = lintPlanted({ ...planted, 'src/shared/n.ts': "import { m } from './m';\nexport const n = () => m;\n" }, { withTypes: true });

  it.each(CASES)('%s', (_what, rule, file) => {
    expect(broken.get(file)?.join(' ')).toMatch(new RegExp(`\\(${rule}\\)`));
  });

  it('and nothing where nothing is wrong', () => {
    expect(lintPlanted({ 'src/shared/fine.ts': 'export const double = (n: number) => 2 * n;\n' }, { withTypes: true }).get('src/shared/fine.ts')).toEqual([]);
  });
});
