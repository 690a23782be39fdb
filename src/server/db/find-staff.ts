import { STATE_ROLES, type PersonActor } from '@/domain/access/actor';
import type { Assignee } from '@/domain/tickets/ticket';
import type { Prisma } from '@generated/prisma/client';
import type { Tx } from './database';

/** Active people of the actor's own organization; at the State of any State organization. */
function isColleagueOf(actor: PersonActor): Prisma.PersonWhereInput {
  const organization = actor.role === 'mco' ? { organizationId: actor.organizationId } : { role: { in: [...STATE_ROLES] } };
  return { disabledAt: null, memberships: { some: { endedAt: null, ...organization } } };
}

/** To whom the actor may assign a ticket: active people of the own plan, or of the State; by name. */
export async function findColleagues(tx: Tx, actor: PersonActor): Promise<Assignee[]> {
  const people = await tx.person.findMany({ where: isColleagueOf(actor), orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } });
  return people.map((p) => ({ personId: p.id, name: p.name }));
}

/** One of them; null for anybody else. */
export async function findColleague(tx: Tx, actor: PersonActor, personId: string): Promise<Assignee | null> {
  const person = await tx.person.findFirst({ where: { ...isColleagueOf(actor), id: personId }, select: { id: true, name: true } });
  return person === null ? null : { personId: person.id, name: person.name };
}
