import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { hashPassword, verifyPassword } from '@/server/auth/passwords';
import { closeRateLimits, countSignInTry, forgetSignInTries, TRIES } from '@/server/auth/rate-limits';
import { findSessionActor, findSignInPerson, insertSession, revokeSession } from '@/server/db/sessions';
import { givenOrganization, givenPerson } from '../../scenarios/people';
import { useDatabase } from '../database';

const db = useDatabase();
afterAll(closeRateLimits);

const NOW = new Date('2026-11-24T15:00:00Z');
const LATER = new Date('2026-11-24T23:00:00Z');
let person: PersonActor;
beforeAll(async () => {
  const plan = await givenOrganization(db.owner, 'mco', 'CountyCare Health Plan', 'COUNTYCARE');
  person = await givenPerson(db.owner, plan, 'mco');
  await db.owner.query('UPDATE people SET password_hash = $2 WHERE id = $1', [person.personId, await hashPassword('prairie grass in june')]);
});

async function givenSession(): Promise<string> {
  const found = await findSignInPerson(person.email);
  if (found === null) throw new Error('nobody');
  const id = randomUUID();
  await insertSession({ id, person: found, createdAt: NOW, expiresAt: LATER });
  return id;
}

describe('sign-in', () => {
  it('knows nobody under an address that cannot be stored', async () => {
    expect(await findSignInPerson(`${person.email}\0`)).toBeNull();
  });
});

describe('a session', () => {
  it('is its holder as the organization knows them now', async () => {
    expect(await findSessionActor(await givenSession(), NOW)).toMatchObject({ personId: person.personId, role: 'mco', planCode: 'COUNTYCARE', organizationName: 'CountyCare Health Plan' });
  });

  it('is nobody once it is revoked, over, or unknown', async () => {
    const id = await givenSession();
    expect(await findSessionActor(id, LATER)).toBeNull();
    expect(await findSessionActor(randomUUID(), NOW)).toBeNull();
    await revokeSession(id, NOW);
    expect(await findSessionActor(id, NOW)).toBeNull();
  });

  it('ends at once for a former employee and for a disabled person, who cannot sign in either', async () => {
    const id = await givenSession();
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [person.personId]);
    expect([await findSessionActor(id, NOW), await findSignInPerson(person.email)]).toEqual([null, null]);
    await db.owner.query('UPDATE memberships SET ended_at = NULL WHERE person_id = $1', [person.personId]);
    await db.owner.query('UPDATE people SET disabled_at = now() WHERE id = $1', [person.personId]);
    expect([await findSessionActor(id, NOW), await findSignInPerson(person.email)]).toEqual([null, null]);
    await db.owner.query('UPDATE people SET disabled_at = NULL WHERE id = $1', [person.personId]);
    expect(await findSessionActor(id, NOW)).not.toBeNull();
  });
});

describe('passwords', () => {
  it('are argon2id, fit only themselves, and an unknown person costs the same work', async () => {
    const hash = await hashPassword('prairie grass in june');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hash, 'prairie grass in june')).toBe(true);
    expect(await verifyPassword(hash, 'prairie grass in July')).toBe(false);
    expect(await verifyPassword(null, 'a password that nobody has')).toBe(false);
  });
});

describe('tries to sign in', () => {
  it('are counted together: of 30 at once exactly ten go through', async () => {
    const waits = await Promise.all(Array.from({ length: 30 }, () => countSignInTry('many@portal.example', '192.0.2.1')));
    expect(waits.filter((w) => w === null)).toHaveLength(TRIES.account);
    expect(waits.find((w) => w !== null)).toBeGreaterThan(0);
  });

  it('are forgotten after a good one, and another account is not touched', async () => {
    await forgetSignInTries('many@portal.example', '192.0.2.1');
    expect(await countSignInTry('many@portal.example', '192.0.2.2')).toBeNull();
    expect(await countSignInTry('other@portal.example', '192.0.2.2')).toBeNull();
  });

  it('cost an address nothing when they are good: a large office signs in behind one', async () => {
    for (let i = 0; i < TRIES.address + 5; i += 1) {
      expect(await countSignInTry(`office${i}@portal.example`, '192.0.2.5')).toBeNull();
      await forgetSignInTries(`office${i}@portal.example`, '192.0.2.5');
    }
  });

  it('locks nobody out for an address that is over its own limit', async () => {
    for (let i = 0; i < TRIES.address; i += 1) await countSignInTry(`spray${i}@portal.example`, '192.0.2.3');
    for (let i = 0; i <= TRIES.account; i += 1) expect(await countSignInTry('aimed-at@portal.example', '192.0.2.3')).not.toBeNull();
    expect(await countSignInTry('aimed-at@portal.example', '192.0.2.4')).toBeNull();
  });

  it('are kept without an e-mail or an address in the table', async () => {
    const { rows } = await db.owner.query<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map((r) => r.key).join(' ')).not.toMatch(/@|192\.0/);
  });
});
