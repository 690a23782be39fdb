import { EVENT_DATA } from '@/domain/tickets/events';
import type { CommandFacts } from '@/domain/tickets/decision';
import type { Scope } from '../db/as-actor';

/** R7: the person who is to be the contact, if that is an active person of the organization that filed the ticket. */
export async function findNewContact({ tx }: Scope, ticketId: string, personId: string): Promise<CommandFacts['providerContact']> {
  const ticket = await tx.ticket.findUnique({ where: { id: ticketId }, select: { filedByOrganizationId: true } });
  if (ticket === null) return null;
  const person = await tx.person.findFirst({
    where: { id: personId, disabledAt: null, memberships: { some: { endedAt: null, organizationId: ticket.filedByOrganizationId } } },
    select: { id: true, name: true, email: true, phone: true },
  });
  return person === null ? null : { personId: person.id, name: person.name, email: person.email, phone: person.phone };
}

/** R12: the plan's direct contact as its answer, or the last correction of it, gave it. */
export async function findResponseContact({ tx }: Scope, ticketId: string): Promise<CommandFacts['responseContact']> {
  const last = await tx.ticketEvent.findFirst({ where: { ticketId, type: { in: ['ResponseSubmitted', 'ResponseContactCorrected'] } }, orderBy: { seq: 'desc' }, select: { data: true, type: true } });
  if (last === null) return undefined;
  if (last.type === 'ResponseContactCorrected') return EVENT_DATA.ResponseContactCorrected.parse(last.data).after;
  const { contactName, contactPhone, contactEmail } = EVENT_DATA.ResponseSubmitted.parse(last.data);
  return { contactName, contactPhone, contactEmail };
}
