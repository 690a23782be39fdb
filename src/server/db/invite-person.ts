import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonRole } from '@/domain/access/actor';

export type Invitation = {
  email: string;
  name: string | null;
  role: PersonRole;
  organization: string | null;
  plans: string[];
  isPrimary: boolean;
  isOrgAdmin: boolean;
  tokenHash: string;
  expiresAt: Date;
};

/** What is known of an address: nobody, somebody who works for no organization now, a member of one, or a person who was shut out. */
export type KnownPerson = { state: 'unknown' } | { state: 'disabled' | 'left'; id: string } | { state: 'active'; id: string; role: PersonRole; organization: string };

const KINDS: Record<PersonRole, string> = { provider: 'provider', mco: 'mco', portal_team: 'portal_team', account_manager: 'hfs', sme: 'hfs', administration: 'hfs' };

type KnownRow = { id: string; disabled: boolean; role: PersonRole | null; organization: string | null };

export async function findKnownPerson(client: Client, email: string): Promise<KnownPerson> {
  const { rows } = await client.query<KnownRow>(
    `SELECT p.id, p.disabled_at IS NOT NULL AS disabled, m.role, o.name AS organization FROM people p
       LEFT JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL LEFT JOIN organizations o ON o.id = m.organization_id
       WHERE p.email = $1 FOR UPDATE OF p`,
    [email],
  );
  const [row] = rows;
  if (row === undefined) return { state: 'unknown' };
  if (row.disabled) return { state: 'disabled', id: row.id };
  return row.role === null || row.organization === null ? { state: 'left', id: row.id } : { state: 'active', id: row.id, role: row.role, organization: row.organization };
}

type OrganizationRow = { id: string; name: string };

/** The organization of a plan, or the one of that name among the role's kind, in capitals or not. */
async function findOrganization(client: Client, { role, organization, plans }: Pick<Invitation, 'role' | 'organization' | 'plans'>): Promise<OrganizationRow | null> {
  const { rows } =
    role === 'mco'
      ? await client.query<OrganizationRow>('SELECT id, name FROM organizations WHERE plan_code = $1', [plans[0]])
      : await client.query<OrganizationRow>('SELECT id, name FROM organizations WHERE kind = $1 AND lower(name) = lower($2) ORDER BY id LIMIT 1', [KINDS[role], organization]);
  return rows[0] ?? null;
}

/** Whether a plan's organization is there already, so that nobody has to name it again. */
export async function hasPlanOrganization(client: Client, planCode: string): Promise<boolean> {
  return (await findOrganization(client, { role: 'mco', organization: null, plans: [planCode] })) !== null;
}

async function findOrMakeOrganization(client: Client, invitation: Invitation): Promise<OrganizationRow> {
  const known = await findOrganization(client, invitation);
  if (known !== null) return known;
  const made = { id: randomUUID(), name: invitation.organization ?? '' };
  await client.query('INSERT INTO organizations (id, kind, name, plan_code) VALUES ($1, $2, $3, $4)', [made.id, KINDS[invitation.role], made.name, invitation.role === 'mco' ? invitation.plans[0] : null]);
  return made;
}

/** Makes the membership, with the organization when that is new; returns the organization's name. */
async function makeMembership(client: Client, invitation: Invitation, personId: string): Promise<string> {
  const organization = await findOrMakeOrganization(client, invitation);
  await client.query('INSERT INTO memberships (id, person_id, organization_id, role, is_primary, is_org_admin) VALUES ($1, $2, $3, $4, $5, $6)', [randomUUID(), personId, organization.id, invitation.role, invitation.isPrimary, invitation.isOrgAdmin]);
  await client.query('DELETE FROM account_manager_plans WHERE person_id = $1', [personId]);
  if (invitation.role === 'account_manager')
    for (const plan of new Set(invitation.plans)) await client.query('INSERT INTO account_manager_plans (person_id, plan_code) VALUES ($1, $2)', [personId, plan]);
  return organization.name;
}

async function endAccess(client: Client, personId: string): Promise<void> {
  await client.query('UPDATE people SET password_hash = NULL WHERE id = $1', [personId]);
  await client.query('UPDATE sessions SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL', [personId]);
  await client.query('UPDATE password_links SET used_at = now() WHERE person_id = $1 AND used_at IS NULL', [personId]);
}

export type Invited = { outcome: 'invited' | 'reset'; role: PersonRole; organization: string };

/**
 * Makes the person, and the organization when it is new, with a one-time link. For a known address: a new link, the
 * password taken away and all sessions ended; who is with an organization keeps that place, who left one gets the new
 * one. Runs as the owner, in one transaction; null for a person who was shut out.
 */
export async function invitePerson(client: Client, invitation: Invitation): Promise<Invited | null> {
  await client.query('BEGIN');
  try {
    // One invitation at a time: two that make the same organization must not make it twice.
    await client.query('LOCK TABLE organizations IN SHARE ROW EXCLUSIVE MODE');
    const invited = await invite(client, invitation);
    await client.query('COMMIT');
    return invited;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function invite(client: Client, invitation: Invitation): Promise<Invited | null> {
  const known = await findKnownPerson(client, invitation.email);
  if (known.state === 'disabled') return null;
  const personId = known.state === 'unknown' ? randomUUID() : known.id;
  if (known.state === 'unknown') await client.query('INSERT INTO people (id, email, name) VALUES ($1, $2, $3)', [personId, invitation.email, invitation.name ?? invitation.email]);
  else await endAccess(client, personId);
  const place = known.state === 'active' ? known : { role: invitation.role, organization: await makeMembership(client, invitation, personId) };
  await client.query('INSERT INTO password_links (token_hash, person_id, expires_at) VALUES ($1, $2, $3)', [invitation.tokenHash, personId, invitation.expiresAt]);
  return { outcome: known.state === 'unknown' ? 'invited' : 'reset', role: place.role, organization: place.organization };
}

/** The codes of all plans, and which of those asked for are none, for a message that names both. */
export async function sortPlans(client: Client, codes: readonly string[]): Promise<{ known: string[]; unknown: string[] }> {
  const { rows } = await client.query<{ code: string }>('SELECT code FROM plans ORDER BY code');
  const known = rows.map((r) => r.code);
  return { known, unknown: codes.filter((code) => !known.includes(code)) };
}
