import type { PersonActor } from '@/domain/access/actor';
import type { Assignee } from '@/domain/tickets/ticket';
import type { Tx } from './database';

/** To whom the actor may assign a ticket: active people of the own plan, or of the State; by name. */
export async function findColleagues(tx: Tx, actor: PersonActor): Promise<Assignee[]> {
  const organization = actor.role === 'mco' ? { organizationId: actor.organizationId } : { role: { in: ['portal_team', 'account_manager', 'sme', 'administration'] } };
  const people = await tx.person.findMany({
    where: { disabledAt: null, memberships: { some: { endedAt: null, ...organization } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
  return people.map((p) => ({ personId: p.id, name: p.name }));
}
