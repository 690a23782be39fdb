import { chicagoInstant } from '@/shared/chicago';
import { err, ok } from '@/shared/result';
import type { CommandInput } from './commands';
import { attachedOf, type DecideOpen } from './decision';
import { noteEvent } from './make-event';

const invalid = (field: string, message: string) => err({ kind: 'invalid' as const, issues: [{ field, message }] });

/** R7: another person of the filing organization is the contact from now on. */
export const decideChangeProviderContact: DecideOpen<CommandInput<'changeProviderContact'>> = (ticket, input, ctx) => {
  const person = ctx.facts.providerContact ?? null;
  if (person === null) return invalid('contactId', 'Choose a person of the organization that filed this ticket.');
  const isSame = person.personId === ticket.contact.personId;
  // A number that was given for this ticket stays with its contact.
  const phone = input.contactPhone ?? (isSame ? ticket.contact.phone : person.phone);
  if (phone === null) return invalid('contactPhone', `Enter the phone number at which the plan reaches ${person.name}.`);
  if (isSame && phone === ticket.contact.phone && person.email === ticket.contact.email) return invalid('contactId', `${person.name} is the contact already.`);
  const after = { personId: person.personId, name: person.name, phone, email: person.email };
  return ok([noteEvent(ticket, 'ProviderContactChanged', { before: ticket.contact, after }, ctx)]);
};

/** R12: the plan's direct contact alone can be put right; what it replaces stays in the history. */
export const decideCorrectResponse: DecideOpen<CommandInput<'correctResponse'>> = (ticket, input, ctx) => {
  const before = ctx.facts.responseContact;
  if (before === undefined) throw new Error('an answered ticket has the contact of its answer');
  const { ticketId: _ticketId, ...after } = input;
  if (after.contactName === before.contactName && after.contactPhone === before.contactPhone && after.contactEmail === before.contactEmail)
    return invalid('contactName', 'Nothing was changed. Change what is wrong, then save.');
  return ok([noteEvent(ticket, 'ResponseContactCorrected', { before, after }, ctx)]);
};

/** R7: what the plan and the provider said to each other, for the plan's own record and the State. */
export const decideLogContact: DecideOpen<CommandInput<'logContact'>> = (ticket, input, ctx) => {
  if (chicagoInstant(input.on, input.time) > ctx.arrivedAt) return invalid('on', 'This is in the future. Log a contact once it has happened.');
  const { ticketId: _ticketId, files: _files, ...contact } = input;
  return ok([noteEvent(ticket, 'ContactLogged', { ...contact, planCode: ticket.planCode, ...attachedOf(ctx) }, ctx)]);
};
