import type { Client } from 'pg';
import { chicagoInstant } from '@/shared/chicago';
import { calendarDate } from '@/shared/calendar-date';
import { seededId } from '../seeded';
import { facilityId, npiFrom, organizationId, ORGANIZATIONS, organizationOf, PEOPLE, personId, personOf, type OrganizationKey, type PersonKey } from './cast';
import { ACCOUNT_MANAGERS } from './plans-and-state';
import { BILLING_GRANTS } from './providers';

/** Everybody joined before the first ticket of the sandbox. */
const JOINED_AT = chicagoInstant(calendarDate('2025-09-02'), '09:00');

const membershipId = (key: PersonKey) => seededId(`membership:${key}`);

async function insertOrganization(owner: Client, key: OrganizationKey): Promise<void> {
  const o = organizationOf(key);
  const npi = (start: string | undefined) => (start === undefined ? null : npiFrom(start));
  await owner.query('INSERT INTO organizations (id, kind, name, plan_code, is_billing_agent, npi, medicaid_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
    organizationId(key), o.kind, o.name, o.planCode ?? null, o.isBillingAgent ?? false, npi(o.npiStart), o.medicaidId ?? null, JOINED_AT,
  ]);
  for (const [facility, f] of Object.entries(o.facilities ?? {}))
    await owner.query('INSERT INTO facilities (id, organization_id, name, npi, medicaid_id) VALUES ($1, $2, $3, $4, $5)', [
      facilityId(key, facility), organizationId(key), f.name, npi(f.npiStart), f.medicaidId,
    ]);
}

async function insertPerson(owner: Client, key: PersonKey, passwordHash: string): Promise<void> {
  const p = personOf(key);
  await owner.query('INSERT INTO people (id, email, name, phone, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    personId(key), p.email, p.name, p.phone, passwordHash, JOINED_AT,
  ]);
  await owner.query('INSERT INTO memberships (id, person_id, organization_id, role, is_org_admin, is_primary, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    membershipId(key), personId(key), organizationId(p.organization), p.role, p.isOrgAdmin ?? false, p.isPrimary ?? false, JOINED_AT,
  ]);
}

/** Everybody of the sandbox, with one password, as the owner of the tables; in the caller's transaction. */
export async function insertCast(owner: Client, passwordHash: string): Promise<void> {
  for (const key of Object.keys(ORGANIZATIONS) as OrganizationKey[]) await insertOrganization(owner, key);
  for (const key of Object.keys(PEOPLE) as PersonKey[]) await insertPerson(owner, key, passwordHash);
  for (const { agent, client, endedOn } of BILLING_GRANTS)
    await owner.query('INSERT INTO billing_agent_grants (agent_id, client_id, granted_at, ended_at) VALUES ($1, $2, $3, $4)', [
      organizationId(agent), organizationId(client), JOINED_AT, endedOn === null ? null : chicagoInstant(calendarDate(endedOn), '17:00'),
    ]);
  for (const [manager, plans] of Object.entries(ACCOUNT_MANAGERS) as [PersonKey, readonly string[]][])
    for (const plan of plans) await owner.query('INSERT INTO account_manager_plans (person_id, plan_code, assigned_at) VALUES ($1, $2, $3)', [personId(manager), plan, JOINED_AT]);
}

/** A person leaves the organization at an instant: the membership ends, what was done stays. */
export async function endMembership(owner: Client, key: PersonKey, at: Date): Promise<void> {
  await owner.query('UPDATE memberships SET ended_at = $2 WHERE id = $1', [membershipId(key), at]);
}
