import { describe, expect, it } from 'vitest';
import { lintPlanted } from './planted-lint';

type Case = readonly [file: string, from: string];

const REFUSED: Case[] = [
  ['src/shared/planted.ts', '@/domain/tickets/status'],
  ['src/shared/planted.ts', '../domain/tickets/status'],
  ['src/shared/planted.ts', 'zod'],
  ['src/domain/access/planted.ts', '@/domain/tickets/status'],
  ['src/domain/access/planted.ts', '@/domain/deadlines'],
  ['src/domain/deadlines/planted.ts', '@/domain/fines/fine'],
  ['src/domain/deadlines/planted.ts', '@/domain/access/actor'],
  ['src/domain/deadlines/planted.ts', '../fines/fine'],
  ['src/domain/deadlines/planted.ts', 'zod'],
  ['src/domain/fines/planted.ts', '@/domain/tickets/ticket'],
  ['src/domain/fines/planted.ts', '../tickets/ticket'],
  ['src/domain/tickets/planted.ts', '@/domain/notifications/message'],
  ['src/domain/tickets/planted.ts', '@/server/db/database'],
  ['src/domain/tickets/planted.ts', '../../server/db/database'],
  ['src/domain/tickets/planted.ts', 'react'],
  ['src/domain/tickets/planted.ts', 'node:crypto'],
  ['src/domain/tickets/planted.ts', '@generated/prisma/client'],
  ['src/domain/tickets/planted.ts', 'lodash'],
  ['src/domain/notifications/planted.ts', '@/ui/button'],
  ['src/domain/notifications/planted.ts', '@/server/email/send-mail'],
  ['src/server/clock.ts', '@/domain/tickets/ticket'],
  ['src/server/clock.ts', './db/database'],
  ['src/server/db/planted.ts', '@/ui/button'],
  ['src/server/db/planted.ts', '@/server/commands/run-ticket-command'],
  ['src/server/db/planted.ts', '../queries/get-ticket-page'],
  ['src/server/db/planted.ts', 'next/headers'],
  ['src/server/commands/planted.ts', '@/ui/button'],
  ['src/server/commands/planted.ts', '@generated/prisma/client'],
  ['src/server/commands/planted.ts', '@/server/queries/get-ticket-page'],
  ['src/server/commands/planted.ts', '../email/send-mail'],
  ['src/server/commands/planted.ts', 'next/cache'],
  ['src/server/queries/planted.ts', '@/app/forms/form-object'],
  ['src/server/queries/planted.ts', '../commands/run-ticket-command'],
  ['src/server/queries/planted.ts', '@generated/prisma/client'],
  ['src/server/email/planted.ts', '@/server/db/database'],
  ['src/server/email/planted.ts', '../db/database'],
  ['src/server/spreadsheets/planted.ts', '@/server/db/database'],
  ['src/server/queries/planted.ts', '@/server/spreadsheets/csv-text'],
  ['src/server/auth/planted.ts', '@/server/commands/run-ticket-command'],
  ['src/server/auth/planted.ts', '../queries/get-ticket-page'],
  ['src/server/jobs/planted.ts', '../auth/require-actor'],
  ['src/server/jobs/planted.ts', '@/app/forms/form-object'],
  ['src/server/jobs/cli/planted.ts', '@/ui/button'],
  ['src/ui/planted.ts', '@/server/queries/get-ticket-page'],
  ['src/ui/planted.ts', '../server/queries/get-ticket-page'],
  ['src/ui/forms/planted.ts', '@/app/forms/form-object'],
  ['src/ui/planted.ts', '@generated/prisma/client'],
  ['src/app/planted.ts', '@/server/db/database'],
  ['src/app/work/planted.ts', '../../server/db/database'],
  ['src/app/planted.ts', '@/server/email/send-mail'],
  ['src/app/planted.ts', '@generated/prisma/client'],
  ['src/proxy.ts', '@/server/auth/require-actor'],
  ['src/proxy.ts', '@/domain/tickets/ticket'],
];

const ALLOWED: Case[] = [
  ['src/shared/planted.ts', './result'],
  ['src/domain/access/planted.ts', '@/shared/result'],
  ['src/domain/deadlines/planted.ts', 'date-fns'],
  ['src/domain/fines/planted.ts', '@/domain/deadlines'],
  ['src/domain/tickets/planted.ts', '@/domain/deadlines'],
  ['src/domain/tickets/planted.ts', '@/domain/access/actor'],
  ['src/domain/tickets/planted.ts', 'zod'],
  ['src/domain/notifications/planted.ts', '@/domain/tickets/ticket'],
  ['src/server/clock.ts', '@/shared/chicago'],
  ['src/server/db/planted.ts', '@generated/prisma/client'],
  ['src/server/db/planted.ts', '@/domain/tickets/ticket'],
  ['src/server/commands/planted.ts', '@/server/db/as-actor'],
  ['src/server/commands/planted.ts', '@/domain/tickets/decide'],
  ['src/server/queries/planted.ts', '@/server/db/as-actor'],
  ['src/server/auth/planted.ts', '@/server/db/as-actor'],
  ['src/server/jobs/planted.ts', '@/server/commands/run-ticket-command'],
  ['src/server/jobs/cli/planted.ts', '@/server/auth/password-link'],
  ['src/ui/planted.ts', '@/domain/tickets/status'],
  ['src/app/planted.ts', '@/server/queries/get-ticket-page'],
  ['src/app/planted.ts', '@/ui/button'],
  ['src/app/planted.ts', '@/server/spreadsheets/csv-text'],
  ['src/proxy.ts', '@/server/http/security-headers'],
];

const text = ([, from]: Case) => `import { something } from '${from}';\nexport const used = something;\n`;
const isRefusal = (codes: string[] | undefined) => codes?.some((code) => code.includes('no-restricted-imports')) ?? false;

/** Which cases the lint refuses: all in one run, each in a file of its own, except for files that have rules by name. */
function refusals(cases: readonly Case[]): boolean[] {
  const place = ([file]: Case, i: number) => file.replace('planted', `planted-${i}`);
  const free = cases.map((c, i) => [c, place(c, i)] as const).filter(([c]) => c[0].includes('planted'));
  const broken = lintPlanted(Object.fromEntries(free.map(([c, file]) => [file, text(c)])), { withTypes: false });
  return cases.map((c, i) =>
    isRefusal(c[0].includes('planted') ? broken.get(place(c, i)) : lintPlanted({ [c[0]]: text(c) }, { withTypes: false }).get(c[0])),
  );
}

describe('one direction of imports: shared ← domain ← server ← app, and shared ← domain ← ui ← app', () => {
  const answers = { refused: refusals(REFUSED), allowed: refusals(ALLOWED) };

  it.each(REFUSED.map((c, i) => [...c, i] as const))('%s may not import %s', (_file, _from, i) => {
    expect(answers.refused[i]).toBe(true);
  });

  it.each(ALLOWED.map((c, i) => [...c, i] as const))('%s may import %s', (_file, _from, i) => {
    expect(answers.allowed[i]).toBe(false);
  });
});
