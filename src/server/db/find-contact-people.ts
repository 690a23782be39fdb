import { isId } from './find-draft';
import type { Tx } from './database';

export type ContactPerson = { personId: string; name: string; isOrgAdmin: boolean };

/** The active people of the organization that filed a ticket, as far as the actor sees the ticket and may know them, by name. */
export async function findContactPeople(tx: Tx, ticketId: string): Promise<ContactPerson[]> {
  if (!isId(ticketId)) return [];
  return tx.$queryRaw<ContactPerson[]>`
    SELECT p.id AS "personId", p.name, m.is_org_admin AS "isOrgAdmin"
    FROM tickets t JOIN memberships m ON m.organization_id = t.filed_by_organization_id JOIN people p ON p.id = m.person_id
    WHERE t.id = ${ticketId}::uuid AND m.ended_at IS NULL AND p.disabled_at IS NULL ORDER BY p.name, p.id`;
}
