import type { Tx } from './database';

export type ContactPerson = { personId: string; name: string; isOrgAdmin: boolean };

/** The active people of an organization, as far as the actor may know them, by name. */
export function findContactPeople(tx: Tx, organizationId: string): Promise<ContactPerson[]> {
  return tx.$queryRaw<ContactPerson[]>`
    SELECT p.id AS "personId", p.name, m.is_org_admin AS "isOrgAdmin" FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organization_id = ${organizationId}::uuid AND m.ended_at IS NULL AND p.disabled_at IS NULL ORDER BY p.name, p.id`;
}
