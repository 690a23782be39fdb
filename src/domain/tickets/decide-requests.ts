import { assertNever } from '@/shared/assert-never';
import type { TicketCommand } from './commands';
import { decideChangeProviderContact, decideCorrectResponse, decideLogContact } from './decide-contacts';
import { decideDecideExtension, decideRequestExtension } from './decide-extension';
import { decideProvideInformation, decideRequestInformation } from './decide-information';
import { decideDecideFineObjection, decideObjectToFine } from './decide-objection';
import type { DecideContext, Decision } from './decision';
import { REQUEST_INPUTS } from './request-inputs';
import type { Ticket } from './ticket';

type RequestCommand = Extract<TicketCommand, { action: keyof typeof REQUEST_INPUTS }>;

export function isRequestCommand(command: TicketCommand): command is RequestCommand {
  return command.action in REQUEST_INPUTS;
}

/** What is asked, answered and decided beside the moves of a ticket, and what concerns its contacts and an issued fine. */
export function decideRequests(ticket: Ticket, command: RequestCommand, ctx: DecideContext): Decision {
  switch (command.action) {
    case 'requestInformation': return decideRequestInformation(ticket, command.input, ctx);
    case 'provideInformation': return decideProvideInformation(ticket, command.input, ctx);
    case 'requestExtension': return decideRequestExtension(ticket, command.input, ctx);
    case 'decideExtension': return decideDecideExtension(ticket, command.input, ctx);
    case 'changeProviderContact': return decideChangeProviderContact(ticket, command.input, ctx);
    case 'correctResponse': return decideCorrectResponse(ticket, command.input, ctx);
    case 'logContact': return decideLogContact(ticket, command.input, ctx);
    case 'objectToFine': return decideObjectToFine(ticket, command.input, ctx);
    case 'decideFineObjection': return decideDecideFineObjection(ticket, command.input, ctx);
    default: return assertNever(command);
  }
}
