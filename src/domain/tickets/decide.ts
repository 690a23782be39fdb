import { assertNever } from '@/shared/assert-never';
import type { DomainError } from '@/shared/domain-error';
import { err, ok } from '@/shared/result';
import type { Actor } from '@/domain/access/actor';
import type { TicketCommand } from './commands';
import { decideAccept, decideCloseNotContested, decideCloseReviewNotRequested, decideConfirmResolved, decideWithdraw } from './decide-closing';
import { decideCorrect, decidePresent, decideReturnAsClosed, decideSubmit } from './decide-filing';
import { decideIssueFine, decideRescindFine, decideWaiveFine } from './decide-fines';
import { decideRequests, isRequestCommand } from './decide-requests';
import { decideContest, decideRecordFirstView, decideRecordNotice, decideRequestReview, decideResendNotice, decideRespond } from './decide-response';
import { decidePostMessage } from './decide-message';
import { decideAnswerPortalTeam, decideAskMco } from './decide-portal-team-request';
import { decideReopen } from './decide-reopen';
import { decideAlertHfs, decideAssign, decideLapseWindow, decideMarkOverdue } from './decide-staff';
import { decideRefuseFile } from './decide-refuse-file';
import { decideAskParty, decideAnswerQuestion } from './decide-questions';
import { decideBeginReview, decideDeliverInformation, decideRecommendSme, decideReassignReview, decideReferToSme, decideReturnFromSme } from './decide-review';
import { decideHfsDecision, decideReturnDecision, decideShareDecision } from './decide-ruling';
import { decideTransfer } from './decide-transfer';
import type { DecideContext, Decision } from './decision';
import { GUARDS, type GuardContext } from './guards';
import { withWindowsFound } from './lapse';
import { decideMoveDates } from './move-dates';
import { dutiesFound } from './overdue';
import type { Ticket } from './ticket';
import { transitionOf, type Action } from './transitions';
import { standsSince, whereItStands } from './where-it-stands';

/** Has this role this action at all? Whoever has it not, is told that it does not exist. */
export function hasAction(actor: Pick<Actor, 'role'>, action: Action): boolean {
  return transitionOf(action).by.includes(actor.role);
}

/** What stands in the way of an action that the actor has, in words; null when nothing does. */
export function refusalReason(ticket: Ticket, action: Action, actor: Actor, ctx: GuardContext): string | null {
  const transition = transitionOf(action);
  if (!transition.from.includes(ticket.status)) return `This cannot be done now: the ticket ${whereItStands({ ...ticket, since: standsSince(ticket) })}.`;
  if (transition.onlyContact && actor.personId !== ticket.contact.personId)
    return `Only ${ticket.contact.name}, the provider contact of this ticket, can do this (R7).`;
  if (transition.onlyFilingAdmin && actor.role === 'provider' && !(actor.isOrgAdmin && actor.organizationId === ticket.filedByOrganizationId))
    return 'Only an administrator of the organization that filed this ticket, or the Portal Team, can do this (R7).';
  for (const name of transition.guards) {
    const reason = GUARDS[name](ticket, ctx, actor);
    if (reason !== null) return reason;
  }
  return null;
}

function refusal(ticket: Ticket | null, command: TicketCommand, ctx: DecideContext): DomainError | null {
  if (!hasAction(ctx.actor, command.action)) return { kind: 'not_found' };
  if (command.action === 'submit') return ticket === null ? null : { kind: 'conflict', reason: 'This complaint was sent already.' };
  if (ticket === null) return { kind: 'not_found' };
  const reason = refusalReason(ticket, command.action, ctx.actor, ctx);
  return reason === null ? null : { kind: 'not_allowed', reason };
}

/** The lifecycle's only decision: may this be done, and what has happened then? Pure; the door records the events. */
export function decide(ticket: Ticket | null, command: TicketCommand, ctx: DecideContext): Decision {
  const refused = refusal(ticket, command, ctx);
  if (refused !== null) return err(refused);
  if (command.action === 'submit') return decideSubmit(command.input, ctx);
  if (ticket === null) return err({ kind: 'not_found' });
  const decided = decideOpen(ticket, command, ctx);
  return decided.ok ? ok([...dutiesFound(ticket, decided.value, ctx), ...withWindowsFound(ticket, decided.value, ctx)]) : decided;
}

function decideOpen(ticket: Ticket, command: Exclude<TicketCommand, { action: 'submit' }>, ctx: DecideContext): Decision {
  if (isRequestCommand(command)) return decideRequests(ticket, command, ctx);
  switch (command.action) {
    case 'returnAsClosed': return decideReturnAsClosed(ticket, command.input, ctx);
    case 'present': return decidePresent(ticket, command.input, ctx);
    case 'transfer': return decideTransfer(ticket, command.input, ctx);
    case 'reopen': return decideReopen(ticket, command.input, ctx);
    case 'postMessage': return decidePostMessage(ticket, command.input, ctx);
    case 'askMco': return decideAskMco(ticket, command.input, ctx);
    case 'answerPortalTeam': return decideAnswerPortalTeam(ticket, command.input, ctx);
    case 'correct': return decideCorrect(ticket, command.input, ctx);
    case 'respond': return decideRespond(ticket, command.input, ctx);
    case 'accept': return decideAccept(ticket, command.input, ctx);
    case 'confirmResolved': return decideConfirmResolved(ticket, command.input, ctx);
    case 'withdraw': return decideWithdraw(ticket, command.input, ctx);
    case 'contest': return decideContest(ticket, command.input, ctx);
    case 'requestReview': return decideRequestReview(ticket, command.input, ctx);
    case 'beginAdministrativeReview': return decideBeginReview(ticket, command.input, ctx);
    case 'deliverInformation': return decideDeliverInformation(ticket, command.input, ctx);
    case 'recommendSme': return decideRecommendSme(ticket, command.input, ctx);
    case 'referToSme': return decideReferToSme(ticket, command.input, ctx);
    case 'returnFromSme': return decideReturnFromSme(ticket, command.input, ctx);
    case 'reassignReview': return decideReassignReview(ticket, command.input, ctx);
    case 'askParty': return decideAskParty(ticket, command.input, ctx);
    case 'answerQuestion': return decideAnswerQuestion(ticket, command.input, ctx);
    case 'decide': return decideHfsDecision(ticket, command.input, ctx);
    case 'returnDecision': return decideReturnDecision(ticket, command.input, ctx);
    case 'shareDecision': return decideShareDecision(ticket, command.input, ctx);
    case 'closeNotContested': return decideCloseNotContested(ticket, command.input, ctx);
    case 'closeReviewNotRequested': return decideCloseReviewNotRequested(ticket, command.input, ctx);
    case 'alertHfs': return decideAlertHfs(ticket, command.input, ctx);
    case 'assign': return decideAssign(ticket, command.input, ctx);
    case 'issueFine': return decideIssueFine(ticket, command.input, ctx);
    case 'waiveFine': return decideWaiveFine(ticket, command.input, ctx);
    case 'rescindFine': return decideRescindFine(ticket, command.input, ctx);
    case 'resendNotice': return decideResendNotice(ticket, command.input, ctx);
    case 'recordNotice': return decideRecordNotice(ticket, command.input, ctx);
    case 'recordFirstView': return decideRecordFirstView(ticket, command.input, ctx);
    case 'refuseFile': return decideRefuseFile(ticket, command.input, ctx);
    case 'markOverdue': return decideMarkOverdue(ticket, command.input, ctx);
    case 'moveDates': return decideMoveDates(ticket, command.input, ctx);
    case 'lapseWindow': return decideLapseWindow(ticket, command.input, ctx);
    default: return assertNever(command);
  }
}
