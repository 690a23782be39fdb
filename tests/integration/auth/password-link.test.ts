import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { personOfLink, setPasswordByLink, tokenHash } from '@/server/auth/password-link';
import { hashPassword, verifyPassword } from '@/server/auth/passwords';
import { findSessionActor, findSignInPerson, insertSession } from '@/server/db/sessions';
import { givenOrganization, givenPerson } from '../../scenarios/people';
import { useDatabase } from '../database';

const db = useDatabase();
let person: PersonActor;
beforeEach(async () => {
  person = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Kestrel Park'), 'provider');
  await db.owner.query('UPDATE people SET password_hash = $2 WHERE id = $1', [person.personId, await hashPassword('prairie grass in june')]);
});

async function givenLink(expiresAt = new Date(Date.now() + 3_600_000)): Promise<string> {
  const token = randomUUID();
  await db.owner.query('INSERT INTO password_links (token_hash, person_id, expires_at) VALUES ($1, $2, $3)', [tokenHash(token), person.personId, expiresAt]);
  return token;
}

describe('a one-time link', () => {
  it('sets a password once, ends every session of the person, and with it every other link', async () => {
    const signIn = await findSignInPerson(person.email);
    if (signIn === null) throw new Error('nobody');
    const [sessionId, now] = [randomUUID(), new Date()];
    await insertSession({ id: sessionId, person: signIn, createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) });
    const [token, other] = [await givenLink(), await givenLink()];
    expect(await personOfLink(token)).toEqual({ name: person.name, email: person.email });

    expect(await setPasswordByLink(token, 'another good password')).toBe(true);
    expect(await findSessionActor(sessionId, new Date())).toBeNull();
    const known = await findSignInPerson(person.email);
    expect(await verifyPassword(known?.passwordHash ?? null, 'another good password')).toBe(true);
    expect([await setPasswordByLink(token, 'a third good password'), await setPasswordByLink(other, 'a third good password'), await personOfLink(other)]).toEqual([false, false, null]);
  });

  it.each<[string, () => Promise<string>]>([
    ['that is over', () => givenLink(new Date(Date.now() - 1000))],
    ['that nobody sent', () => Promise.resolve(randomUUID())],
    ['of a person who is disabled', async () => {
      await db.owner.query('UPDATE people SET disabled_at = now() WHERE id = $1', [person.personId]);
      return givenLink();
    }],
  ])('%s sets none', async (_what, make) => {
    const token = await make();
    expect([await personOfLink(token), await setPasswordByLink(token, 'another good password')]).toEqual([null, false]);
  });
});
