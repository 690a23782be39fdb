import type { Tx } from './database';

export type ContactPerson = { personId: string; name: string; email: string; isOrgAdmin: boolean };

/** The active people of an organization, as far as the actor may know them, by name. */
export async function findContactPeople(tx: Tx, organizationId: string): Promise<ContactPerson[]> {
  const members = await tx.membership.findMany({
    where: { organizationId, endedAt: null, person: { disabledAt: null } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
    select: { isOrgAdmin: true, person: { select: { id: true, name: true, email: true } } },
  });
  return members.map(({ isOrgAdmin, person }) => ({ personId: person.id, name: person.name, email: person.email, isOrgAdmin }));
}
