import type { Tx } from './database';

const PARTY_ROLES = ['provider', 'mco'];

/** Does a person belong to a provider or a plan, and not to the State? Only their address is the Portal Team's to correct. */
export async function isCorrectable(tx: Tx, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const memberships = { some: { role: { in: PARTY_ROLES } }, none: { role: { notIn: PARTY_ROLES }, endedAt: null } };
  return (await tx.person.count({ where: { id: personId, memberships } })) > 0;
}
