import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-imports-'));
copyFileSync('.oxlintrc.json', path.join(dir, '.oxlintrc.json'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Does the linter refuse a file of the folder that imports this? */
function isRefused(folder: string, from: string): boolean {
  const file = path.join(dir, folder, 'planted.ts');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `import { something } from '${from}';\nexport const used = something;\n`);
  const tool = path.join(process.cwd(), 'node_modules', 'oxlint', 'bin', 'oxlint');
  try {
    execFileSync(process.execPath, [tool, '--format=json', file], { cwd: dir, encoding: 'utf8', stdio: 'pipe' });
    return false;
  } catch (error) {
    return String((error as { stdout?: string }).stdout).includes('no-restricted-imports');
  } finally {
    rmSync(file);
  }
}

describe('one direction of imports: shared ← domain ← server ← app, and shared ← domain ← ui ← app', () => {
  it.each([
    ['src/shared', '@/domain/tickets/status'],
    ['src/domain/access', '@/domain/tickets/status'],
    ['src/domain/deadlines', '@/domain/fines/fine'],
    ['src/domain/deadlines', 'zod'],
    ['src/domain/fines', '@/domain/tickets/ticket'],
    ['src/domain/tickets', '@/domain/notifications/message'],
    ['src/domain/tickets', '@/server/db/database'],
    ['src/domain/notifications', '@/ui/button'],
    ['src/domain/tickets', 'react'],
    ['src/domain/tickets', 'node:crypto'],
    ['src/domain/tickets', '@generated/prisma/client'],
    ['src/server/commands', '@/ui/button'],
    ['src/server/queries', '@/app/forms/form-object'],
    ['src/server/commands', '@generated/prisma/client'],
    ['src/server/db', '@/ui/button'],
    ['src/ui', '@/server/queries/get-ticket-page'],
    ['src/ui', '@/app/forms/form-object'],
    ['src/app', '@/server/db/database'],
    ['src/app', '@/server/email/send-mail'],
    ['src/app', '@generated/prisma/client'],
  ])('%s may not import %s', (folder, from) => {
    expect(isRefused(folder, from)).toBe(true);
  });

  it.each([
    ['src/domain/tickets', '@/domain/deadlines'],
    ['src/domain/notifications', '@/domain/tickets/ticket'],
    ['src/server/db', '@generated/prisma/client'],
    ['src/server/commands', '@/domain/tickets/decide'],
    ['src/ui', '@/domain/tickets/status'],
    ['src/app', '@/server/queries/get-ticket-page'],
  ])('%s may import %s', (folder, from) => {
    expect(isRefused(folder, from)).toBe(false);
  });
});
