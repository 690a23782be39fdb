import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { personOfLink, setPasswordByLink, tokenHash } from '@/server/auth/password-link';
import { verifyPassword } from '@/server/auth/passwords';
import { invitePerson, type Invitation } from '@/server/db/invite-person';
import { findSessionActor, findSignInPerson, insertSession } from '@/server/db/sessions';
import { givenOrganization, givenPerson } from '../../scenarios/people';
import { useDatabase } from '../database';

const db = useDatabase();

const invitation = (token: string, change: Partial<Invitation> = {}): Invitation => ({
  email: 'new@molina.example', name: 'Dov Kessler', role: 'mco', organization: 'Molina Healthcare of Illinois', plans: ['MOLINA'], isPrimary: true, isOrgAdmin: false,
  tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 3_600_000), ...change,
});

async function givenSessionOf(email: string): Promise<string> {
  const found = await findSignInPerson(email);
  if (found === null) throw new Error(`${email} cannot sign in`);
  const id = randomUUID();
  await insertSession({ id, person: found, createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) });
  return id;
}

async function placesOf(email: string) {
  const { rows } = await db.owner.query<{ role: string; organization: string; ended: boolean }>(
    'SELECT m.role, o.name AS organization, m.ended_at IS NOT NULL AS ended FROM people p JOIN memberships m ON m.person_id = p.id JOIN organizations o ON o.id = m.organization_id WHERE p.email = $1 ORDER BY m.ended_at NULLS LAST',
    [email],
  );
  return rows;
}

describe('an invitation', () => {
  it('makes the person and the organization, and its link sets a password once', async () => {
    expect(await invitePerson(db.owner, invitation('first'))).toEqual({ outcome: 'invited', role: 'mco', organization: 'Molina Healthcare of Illinois' });
    expect(await findSignInPerson('new@molina.example')).toBeNull();
    expect(await personOfLink('first')).toEqual({ name: 'Dov Kessler', email: 'new@molina.example' });
    expect(await setPasswordByLink('first', 'a good long password')).toBe(true);
    expect(await setPasswordByLink('first', 'another long password')).toBe(false);
    expect(await personOfLink('first')).toBeNull();
    expect(await verifyPassword((await findSignInPerson('new@molina.example'))?.passwordHash ?? null, 'a good long password')).toBe(true);
    expect(await findSessionActor(await givenSessionOf('new@molina.example'), new Date())).toMatchObject({ role: 'mco', planCode: 'MOLINA', isPrimary: true });
  });

  it('of a known address takes the password, ends the sessions and every earlier link, and leaves the person’s place', async () => {
    await invitePerson(db.owner, invitation('earlier'));
    await setPasswordByLink('earlier', 'a good long password');
    const id = await givenSessionOf('new@molina.example');
    await invitePerson(db.owner, invitation('never used'));
    expect(await invitePerson(db.owner, invitation('second', { role: 'administration', organization: 'Elsewhere', plans: [] }))).toEqual({ outcome: 'reset', role: 'mco', organization: 'Molina Healthcare of Illinois' });
    expect(await findSessionActor(id, new Date())).toBeNull();
    expect(await findSignInPerson('new@molina.example')).toBeNull();
    expect(await personOfLink('never used')).toBeNull();
    expect(await placesOf('new@molina.example')).toEqual([{ role: 'mco', organization: 'Molina Healthcare of Illinois', ended: false }]);
  });

  it('is over after its time', async () => {
    await db.owner.query(`UPDATE password_links SET expires_at = now() - interval '1 second' WHERE token_hash = $1`, [tokenHash('second')]);
    expect([await personOfLink('second'), await setPasswordByLink('second', 'a good long password')]).toEqual([null, false]);
  });

  it('of a colleague finds the organization again, however its name is written', async () => {
    await invitePerson(db.owner, invitation('hfs', { email: 'first@hfs.example', role: 'administration', organization: 'HFS', plans: [], isPrimary: false }));
    await invitePerson(db.owner, invitation('manager', { email: 'manager@hfs.example', role: 'account_manager', organization: 'hfs', plans: ['MOLINA', 'COUNTYCARE'], isPrimary: false }));
    await invitePerson(db.owner, invitation('colleague', { email: 'colleague@molina.example', organization: null, isPrimary: false }));
    const { rows } = await db.owner.query<{ name: string }>(`SELECT name FROM organizations WHERE kind = 'hfs' OR plan_code = 'MOLINA' ORDER BY name`);
    expect(rows.map((r) => r.name)).toEqual(['HFS', 'Molina Healthcare of Illinois']);
    const plans = await db.owner.query<{ plan_code: string }>('SELECT a.plan_code FROM account_manager_plans a JOIN people p ON p.id = a.person_id WHERE p.email = $1 ORDER BY 1', ['manager@hfs.example']);
    expect(plans.rows.map((r) => r.plan_code)).toEqual(['COUNTYCARE', 'MOLINA']);
  });

  it('gives a former employee of one plan the new place at another', async () => {
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = (SELECT id FROM people WHERE email = $1)', ['colleague@molina.example']);
    expect(await invitePerson(db.owner, invitation('moved', { email: 'colleague@molina.example', organization: 'CountyCare Health Plan', plans: ['COUNTYCARE'] }))).toEqual({ outcome: 'reset', role: 'mco', organization: 'CountyCare Health Plan' });
    expect(await placesOf('colleague@molina.example')).toEqual([
      { role: 'mco', organization: 'Molina Healthcare of Illinois', ended: true },
      { role: 'mco', organization: 'CountyCare Health Plan', ended: false },
    ]);
  });

  it('is refused for a person who was shut out', async () => {
    const person = await givenPerson(db.owner, await givenOrganization(db.owner, 'provider', 'Otter Bend Radiology'), 'provider');
    await db.owner.query('UPDATE people SET disabled_at = now() WHERE id = $1', [person.personId]);
    expect(await invitePerson(db.owner, invitation('shut out', { email: person.email }))).toBeNull();
    expect(await personOfLink('shut out')).toBeNull();
  });
});
