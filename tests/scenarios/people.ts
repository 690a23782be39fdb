import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonActor, PersonRole } from '@/domain/access/actor';

export type TestOrganization = { id: string; name: string; planCode: string | null };

export async function givenOrganization(owner: Client, kind: 'provider' | 'mco' | 'portal_team' | 'hfs', name: string, planCode: string | null = null): Promise<TestOrganization> {
  const id = randomUUID();
  await owner.query('INSERT INTO organizations (id, kind, name, plan_code) VALUES ($1, $2, $3, $4)', [id, kind, name, planCode]);
  return { id, name, planCode };
}

/** A person with an active membership, as the actor that a session of theirs would be. */
export async function givenPerson(owner: Client, organization: TestOrganization, role: PersonRole, change: Partial<PersonActor> = {}): Promise<PersonActor> {
  const personId = randomUUID();
  const name = change.name ?? `Person ${personId.slice(0, 4)}`;
  const email = `${personId.slice(0, 8)}@${role.replace('_', '-')}.example`;
  await owner.query('INSERT INTO people (id, email, name, phone) VALUES ($1, $2, $3, $4)', [personId, email, name, '(217) 555-0101']);
  const actor: PersonActor = {
    role, personId, name, email, phone: '(217) 555-0101', organizationId: organization.id, organizationName: organization.name,
    planCode: organization.planCode, isOrgAdmin: false, isPrimary: role === 'mco', isBillingAgent: false, ...change,
  };
  await owner.query('INSERT INTO memberships (id, person_id, organization_id, role, is_org_admin, is_primary) VALUES ($1, $2, $3, $4, $5, $6)', [randomUUID(), personId, organization.id, role, actor.isOrgAdmin, actor.isPrimary]);
  return actor;
}

export type Cast = { provider: PersonActor; colleague: PersonActor; otherProvider: PersonActor; mco: PersonActor; otherMco: PersonActor; team: PersonActor; accountManager: PersonActor; otherAccountManager: PersonActor; sme: PersonActor; administration: PersonActor };

/** One person of every kind, and a second provider, plan and Account Manager who must see nothing of the first. */
export async function givenCast(owner: Client): Promise<Cast> {
  const kestrel = await givenOrganization(owner, 'provider', 'Kestrel Park Family Health Center');
  const otter = await givenOrganization(owner, 'provider', 'Otter Bend Radiology');
  const county = await givenOrganization(owner, 'mco', 'CountyCare Health Plan', 'COUNTYCARE');
  const molina = await givenOrganization(owner, 'mco', 'Molina Healthcare of Illinois', 'MOLINA');
  const hfs = await givenOrganization(owner, 'hfs', 'HFS Bureau of Managed Care');
  const team = await givenOrganization(owner, 'portal_team', 'Portal Team');
  const cast = {
    provider: await givenPerson(owner, kestrel, 'provider'),
    colleague: await givenPerson(owner, kestrel, 'provider'),
    otherProvider: await givenPerson(owner, otter, 'provider'),
    mco: await givenPerson(owner, county, 'mco'),
    otherMco: await givenPerson(owner, molina, 'mco'),
    team: await givenPerson(owner, team, 'portal_team'),
    accountManager: await givenPerson(owner, hfs, 'account_manager'),
    otherAccountManager: await givenPerson(owner, hfs, 'account_manager'),
    sme: await givenPerson(owner, hfs, 'sme'),
    administration: await givenPerson(owner, hfs, 'administration'),
  };
  await owner.query('INSERT INTO account_manager_plans (person_id, plan_code) VALUES ($1, $2), ($3, $4)', [cast.accountManager.personId, 'COUNTYCARE', cast.otherAccountManager.personId, 'MOLINA']);
  return cast;
}
