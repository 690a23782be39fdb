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

const KINDS: Record<PersonRole, string> = { provider: 'provider', mco: 'mco', portal_team: 'portal_team', account_manager: 'hfs', sme: 'hfs', administration: 'hfs' };

async function findOrMakeOrganization(client: Client, invitation: Invitation): Promise<string> {
  const kind = KINDS[invitation.role];
  const planCode = invitation.role === 'mco' ? (invitation.plans[0] ?? null) : null;
  const known = await client.query<{ id: string }>(
    planCode === null ? 'SELECT id FROM organizations WHERE kind = $1 AND name = $2' : 'SELECT id FROM organizations WHERE kind = $1 AND plan_code = $2',
    [kind, planCode ?? invitation.organization],
  );
  const [row] = known.rows;
  if (row !== undefined) return row.id;
  const id = randomUUID();
  await client.query('INSERT INTO organizations (id, kind, name, plan_code) VALUES ($1, $2, $3, $4)', [id, kind, invitation.organization, planCode]);
  return id;
}

async function makePerson(client: Client, invitation: Invitation): Promise<string> {
  const organizationId = await findOrMakeOrganization(client, invitation);
  const id = randomUUID();
  await client.query('INSERT INTO people (id, email, name) VALUES ($1, $2, $3)', [id, invitation.email, invitation.name ?? invitation.email]);
  await client.query('INSERT INTO memberships (id, person_id, organization_id, role, is_primary, is_org_admin) VALUES ($1, $2, $3, $4, $5, $6)', [randomUUID(), id, organizationId, invitation.role, invitation.isPrimary, invitation.isOrgAdmin]);
  if (invitation.role === 'account_manager')
    for (const plan of invitation.plans) await client.query('INSERT INTO account_manager_plans (person_id, plan_code) VALUES ($1, $2)', [id, plan]);
  return id;
}

/**
 * Makes the person, and the organization when it is new, with a one-time link; for a known address it makes a new link
 * alone, takes the password away and ends the person's sessions. Runs as the owner, in one transaction.
 */
export async function invitePerson(client: Client, invitation: Invitation): Promise<'invited' | 'reset'> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM people WHERE email = $1 FOR UPDATE', [invitation.email]);
    const known = rows[0]?.id;
    const personId = known ?? (await makePerson(client, invitation));
    if (known !== undefined) {
      await client.query('UPDATE people SET password_hash = NULL WHERE id = $1', [known]);
      await client.query('UPDATE sessions SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL', [known]);
      await client.query('UPDATE password_links SET used_at = now() WHERE person_id = $1 AND used_at IS NULL', [known]);
    }
    await client.query('INSERT INTO password_links (token_hash, person_id, expires_at) VALUES ($1, $2, $3)', [invitation.tokenHash, personId, invitation.expiresAt]);
    await client.query('COMMIT');
    return known === undefined ? 'invited' : 'reset';
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The plan codes that are not known, for a message that names them. */
export async function unknownPlans(client: Client, codes: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>('SELECT code FROM plans WHERE code = ANY ($1)', [codes]);
  const known = new Set(rows.map((r) => r.code));
  return codes.filter((code) => !known.has(code));
}

export async function isKnownPerson(client: Client, email: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM people WHERE email = $1', [email])).rowCount === 1;
}
