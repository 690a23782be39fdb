import { randomUUID } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { sessionCookieName } from '@/server/auth/session-token';
import { SOCKET_HEADER } from '@/server/auth/client-address';
import { currentActor } from '@/server/auth/current-actor';
import { hashPassword } from '@/server/auth/passwords';
import { closeRateLimits, TRIES } from '@/server/auth/rate-limits';
import { signIn, signOut } from '@/server/auth/sign-in';
import { DatabaseDown } from '@/server/database-down';
import { givenOrganization, givenPerson } from '../../scenarios/people';
import { useDatabase } from '../database';

// One browser: the framework's request is stood in for.
const browser = vi.hoisted(() => ({ cookies: new Map<string, string>(), flags: {} as Record<string, unknown>, address: '192.0.2.1' }));
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers({ [SOCKET_HEADER]: browser.address })),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (browser.cookies.has(name) ? { name, value: browser.cookies.get(name) } : undefined),
      set: (name: string, value: string, flags: Record<string, unknown>) => {
        browser.cookies.set(name, value);
        browser.flags = flags;
      },
      delete: ({ name }: { name: string }) => browser.cookies.delete(name),
    }),
}));

const db = useDatabase();
const SECRET = 'only-for-tests-only-for-tests-only-for-tests';
const PASSWORD = 'prairie grass in june';
let person: PersonActor;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = SECRET;
  process.env.NEXTAUTH_URL = 'https://portal.example';
  person = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Kestrel Park Family Health Center'), 'provider');
  await db.owner.query('UPDATE people SET password_hash = $2 WHERE id = $1', [person.personId, await hashPassword(PASSWORD)]);
});
afterAll(closeRateLimits);
beforeEach(() => browser.cookies.clear());

const cookie = () => browser.cookies.get(sessionCookieName()) ?? '';
const putCookie = (value: string) => browser.cookies.set(sessionCookieName(), value);
const sessionId = async () => (await decode({ token: cookie(), secret: SECRET }))?.sid;

describe('a good sign-in', () => {
  it('is known to next-auth as the person, for twelve hours, in a cookie that scripts and other sites do not get', async () => {
    expect(await signIn(`  ${person.email.toUpperCase()} `, PASSWORD)).toEqual({ outcome: 'signed_in' });
    expect(sessionCookieName()).toBe('__Host-portal-session');
    expect(browser.flags).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: 12 * 3600 });
    expect(await currentActor()).toEqual({ ...person, phone: '(217) 555-0101' });
    const { rows } = await db.owner.query<{ hours: string }>('SELECT extract(epoch FROM expires_at - created_at) / 3600 AS hours FROM sessions WHERE id = $1', [await sessionId()]);
    expect(rows.map((r) => Number(r.hours))).toEqual([12]);
  });

  it('has a new id whatever cookie came with it, and ends the session that the cookie named', async () => {
    await signIn(person.email, PASSWORD);
    const [first, firstId] = [cookie(), await sessionId()];
    await signIn(person.email, PASSWORD);
    expect(await sessionId()).not.toBe(firstId);
    putCookie(first);
    expect(await currentActor()).toBeNull();
  });

  it('ends with the session at sign-out, not only in this browser', async () => {
    await signIn(person.email, PASSWORD);
    const kept = cookie();
    await signOut();
    expect(cookie()).toBe('');
    putCookie(kept);
    expect(await currentActor()).toBeNull();
  });
});

describe('a cookie', () => {
  it.each([
    ['of nothing', () => Promise.resolve('')],
    ['of garbage', () => Promise.resolve('x.y.z')],
    ['that is cut', async () => { await signIn(person.email, PASSWORD); return cookie().slice(0, -3); }],
    ['made with another secret', async () => { await signIn(person.email, PASSWORD); return encode({ token: { sid: await sessionId() }, secret: 'another secret that is long enough' }); }],
    ['of a session that never was', () => encode({ token: { sid: randomUUID() }, secret: SECRET })],
    ['whose id is no id', () => encode({ token: { sid: "' OR true --" }, secret: SECRET })],
    ['without an id', () => encode({ token: { sub: person.personId }, secret: SECRET })],
  ])('%s is nobody', async (_what, make) => {
    putCookie(await make());
    expect(await currentActor()).toBeNull();
  });
});

describe('a database that does not answer', () => {
  it('signs nobody out: who asks hears of it, and is signed in again by itself when it is back', async () => {
    await signIn(person.email, PASSWORD);
    const kept = cookie();
    process.env.DATABASE_URL_WEB = 'postgresql://portal_web@127.0.0.1:1/away';
    await expect(currentActor()).rejects.toBeInstanceOf(DatabaseDown);
    // Signing out would leave a session that nobody can end any more.
    await expect(signOut()).rejects.toBeInstanceOf(DatabaseDown);
    expect(cookie()).toBe(kept);
    process.env.DATABASE_URL_WEB = db.urls.web;
    expect(await currentActor()).toMatchObject({ personId: person.personId });
  });
});

describe('a sign-in that is refused', () => {
  it('is the same for a wrong password, an unknown address and one that cannot be, and leaves no cookie', async () => {
    for (const email of [person.email, 'nobody@portal.example', `${person.email}\0`, '']) expect(await signIn(email, 'not the password')).toEqual({ outcome: 'refused' });
    expect(cookie()).toBe('');
  });

  it('takes as long for an address that nobody has', async () => {
    const median = async (email: (i: number) => string) => {
      const times: number[] = [];
      for (let i = 0; i < 9; i += 1) {
        const started = performance.now();
        await signIn(email(i), 'not the password');
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    await signIn(person.email, PASSWORD);
    browser.cookies.clear();
    const ratio = (await median((i) => `nobody${i}@portal.example`)) / (await median(() => person.email));
    // Without the work on a hash that nobody has it would be a tenth.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
    await signIn(person.email, PASSWORD);
  });

  it('comes at once after ten tries, the right password included, and says how long to wait', async () => {
    for (let i = 0; i < TRIES.account; i += 1) expect(await signIn(person.email, 'not the password')).toEqual({ outcome: 'refused' });
    const late = await signIn(person.email, PASSWORD);
    expect(late.outcome).toBe('wait');
    expect(late).toMatchObject({ minutes: expect.any(Number) as number });
    expect(late.outcome === 'wait' && late.minutes).toBeLessThanOrEqual(15);
    expect(cookie()).toBe('');
  });
});
