import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { environmentProblems, type EntryPoint } from '@/server/env';
import { portalUrl } from '@/server/portal-url';

const GOOD = {
  DATABASE_URL: 'postgresql://owner:x@db.example/portal',
  DATABASE_URL_WEB: 'postgres://portal_web:x@db.example:5432/portal',
  DATABASE_URL_PUBLIC: 'postgresql://portal_public:x@db.example/portal',
  DATABASE_URL_WORKER: 'postgresql://portal_worker:x@db.example/portal?sslmode=require',
  PORTAL_URL: 'https://portal.example/',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtps://user:x@mail.example:465',
  MAIL_FROM: 'Provider Resolution Portal <no-reply@portal.example>',
};
const ENTRIES: EntryPoint[] = ['web', 'worker', 'migrate', 'owner', 'audit'];

describe('the environment of an entry point', () => {
  it.each(ENTRIES)('%s: a whole one has no problem', (entry) => {
    expect(environmentProblems(entry, GOOD)).toEqual([]);
  });

  it.each<[EntryPoint, string[]]>([
    ['web', ['DATABASE_URL_WEB is missing', 'DATABASE_URL_PUBLIC is missing', 'PORTAL_URL is missing', 'NEXTAUTH_SECRET is missing']],
    ['worker', ['DATABASE_URL_WORKER is missing', 'PORTAL_URL is missing', 'SMTP_URL is missing', 'MAIL_FROM is missing']],
    ['migrate', ['DATABASE_URL is missing']],
    ['owner', ['DATABASE_URL is missing', 'PORTAL_URL is missing']],
    ['audit', ['DATABASE_URL_WORKER is missing']],
  ])('%s: names everything that is missing at once', (entry, problems) => {
    expect(environmentProblems(entry, {})).toEqual(problems);
    expect(environmentProblems(entry, Object.fromEntries(Object.keys(GOOD).map((name) => [name, ' '])))).toEqual(problems);
  });

  it.each<[EntryPoint, string, string, string]>([
    ['web', 'DATABASE_URL_WEB', 'mysql://db', 'DATABASE_URL_WEB must be a postgresql:// address'],
    ['web', 'PORTAL_URL', 'portal.example', 'PORTAL_URL must be an http:// or https:// address without a path'],
    ['web', 'PORTAL_URL', 'https://portal.example/portal', 'PORTAL_URL must be an http:// or https:// address without a path'],
    ['web', 'NEXTAUTH_SECRET', 'x'.repeat(31), 'NEXTAUTH_SECRET must have at least 32 characters'],
    ['web', 'TRUSTED_PROXIES', 'all', 'TRUSTED_PROXIES must be a whole number from 0 to 10'],
    ['web', 'TRUSTED_PROXIES', '-1', 'TRUSTED_PROXIES must be a whole number from 0 to 10'],
    ['worker', 'SMTP_URL', 'mail.example', 'SMTP_URL must be an smtp:// or smtps:// address'],
    ['worker', 'MAIL_FROM', 'Provider Resolution Portal', 'MAIL_FROM must be an address such as “Portal <no-reply@portal.example>”'],
    ['migrate', 'PORTAL_WEB_PASSWORD', 'short', 'PORTAL_WEB_PASSWORD must have at least 12 characters'],
  ])('%s: says what %s must be, without saying what it is', (entry, name, value, problem) => {
    expect(environmentProblems(entry, { ...GOOD, [name]: value })).toEqual([problem]);
  });

  it('the example names every variable, and lacks only the secret', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'));
    expect(ENTRIES.flatMap((entry) => environmentProblems(entry, example))).toEqual(['NEXTAUTH_SECRET is missing']);
    expect(Object.keys(example)).toEqual(expect.arrayContaining([...Object.keys(GOOD), 'TRUSTED_PROXIES', 'PORTAL_PUBLIC_PASSWORD', 'PORTAL_WEB_PASSWORD', 'PORTAL_WORKER_PASSWORD']));
  });
});

describe('the portal’s address', () => {
  const before = process.env.PORTAL_URL;
  afterEach(() => {
    if (before === undefined) delete process.env.PORTAL_URL;
    else process.env.PORTAL_URL = before;
  });

  it('begins every link without a slash at its end, and without one no mail is written', () => {
    process.env.PORTAL_URL = 'https://portal.example/';
    expect(portalUrl()).toBe('https://portal.example');
    delete process.env.PORTAL_URL;
    expect(() => portalUrl()).toThrow('PORTAL_URL is not set');
  });
});
