import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientAddress, SOCKET_HEADER } from '@/server/auth/client-address';
import { checkFormKey, issueFormKey } from '@/server/auth/form-key';
import { ownPath } from '@/server/auth/own-path';
import { passwordIssue } from '@/server/auth/passwords';
import { environmentProblems } from '@/server/env';
import { buildActor } from '../../factories/build-ticket';

const before = process.env.NEXTAUTH_SECRET;
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = 'x'.repeat(40);
});
afterAll(() => {
  process.env.NEXTAUTH_SECRET = before;
});

describe('a form’s key', () => {
  const actor = buildActor('provider');
  it('is good for its person and purpose alone', () => {
    const key = issueFormKey(actor, 'accept:1');
    expect(checkFormKey(actor, 'accept:1', key)).toEqual({ ok: true, value: key });
    expect(checkFormKey(actor, 'contest:1', key).ok).toBe(false);
    expect(checkFormKey(actor, 'accept:2', key).ok).toBe(false);
    expect(checkFormKey({ ...actor, personId: 'another' }, 'accept:1', key).ok).toBe(false);
  });
  it.each([null, '', 'x', 'a.b', `${'a'.repeat(22)}.`, `${'a'.repeat(22)}.${'b'.repeat(43)}`])('%s is refused', (key) => {
    expect(checkFormKey(actor, 'accept:1', key).ok).toBe(false);
  });
  it('has one spelling: with anything added it would be a new key, and the form act twice', () => {
    const key = issueFormKey(actor, 'accept:1');
    for (const other of [`${key}.x`, `${key}.`, `.${key}`, ` ${key}`]) expect(checkFormKey(actor, 'accept:1', other).ok, other).toBe(false);
  });
  it('differs with every form', () => {
    expect(issueFormKey(actor, 'accept:1')).not.toBe(issueFormKey(actor, 'accept:1'));
  });
});

describe('where sign-in leads', () => {
  it.each([
    ['/queue?tab=overdue', '/queue?tab=overdue'],
    ['//evil.example', '/'],
    ['/tickets/../..//evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/%2e%2e//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [undefined, '/'],
  ])('%s becomes %s', (value, path) => {
    expect(ownPath(value)).toBe(path);
  });
});

describe('whose address counts', () => {
  const headers = new Headers({ 'x-forwarded-for': '198.51.100.1, 203.0.113.7', [SOCKET_HEADER]: '10.0.0.1' });
  it.each([
    [0, '10.0.0.1'],
    [1, '203.0.113.7'],
    [2, '198.51.100.1'],
    [9, '198.51.100.1'],
  ])('behind %i proxies it is %s', (trusted, address) => {
    expect(clientAddress(headers, trusted)).toBe(address);
  });
});

describe('addresses of one sender', () => {
  const of = (socket: string) => clientAddress(new Headers({ [SOCKET_HEADER]: socket }), 0);
  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['198.51.100.1:5123', '198.51.100.1'],
  ])('%s counts as %s', (socket, counted) => {
    expect(of(socket)).toBe(counted);
  });
});

describe('a new password', () => {
  it.each([
    ['eleven char', false],
    ['twelve chars', true],
    ['aaaaaaaaaaaaaaaa', false],
    ['x'.repeat(201), false],
  ])('%s', (password, good) => {
    expect(passwordIssue(password) === null).toBe(good);
  });
});

describe('the environment', () => {
  it('names every missing and malformed variable, never a value', () => {
    expect(environmentProblems('web', { DATABASE_URL_WEB: 'mysql://secret', NEXTAUTH_SECRET: 'short' })).toEqual([
      'DATABASE_URL_WEB must be a postgresql:// address',
      'DATABASE_URL_PUBLIC is missing',
      'PORTAL_URL is missing',
      'NEXTAUTH_SECRET must have at least 32 characters',
    ]);
    expect(environmentProblems('worker', { DATABASE_URL_WORKER: 'postgresql://w@h/d', PORTAL_URL: 'https://p.example', SMTP_URL: 'smtp://m', MAIL_FROM: 'a@b.example' })).toEqual([]);
  });
});
