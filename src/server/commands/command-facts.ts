import type { Actor } from '@/domain/access/actor';
import type { TicketCommand } from '@/domain/tickets/commands';
import type { CommandFacts } from '@/domain/tickets/decision';
import type { Scope } from '../db/as-actor';
import { findColleague } from '../db/find-staff';
import { err, ok, type Result } from '@/shared/result';
import { findRefusedFile } from '../db/files';
import { fileFacts } from './file-facts';
import { findQuestion, findReviewer, findRuling } from '../db/find-review-facts';
import { findStatusesHad } from '../db/find-statuses-had';
import { findNewContact, findResponseContact } from './contact-facts';
import { filingFacts } from './filing-facts';

/** The database's CHECK allows no fourth. */
function deliveryOf(status: string): 'queued' | 'accepted' | 'failed' {
  return status === 'accepted' || status === 'failed' ? status : 'queued';
}

/** Was a message to somebody at the plan that had the ticket before its last transfer? That plan has nothing of it any more. */
async function isOfFormerPlan({ tx }: Scope, ticketId: string, message: { recipientId: string | null; enqueuedAt: Date }): Promise<boolean> {
  if (message.recipientId === null) return false;
  const transferred = await tx.ticket.count({ where: { id: ticketId, transferredAt: { gt: message.enqueuedAt } } });
  return transferred > 0 && (await tx.membership.count({ where: { personId: message.recipientId, role: 'mco' } })) > 0;
}

async function findMessage(scope: Scope, ticketId: string, messageId: string): Promise<CommandFacts['message'] | null> {
  const row = await scope.tx.outboxMessage.findFirst({ where: { id: messageId, ticketId }, select: { id: true, clockRole: true, status: true, sentAgainAs: true, recipientId: true, enqueuedAt: true } });
  if (row === null) return null;
  const isNotice = row.clockRole === 'response-notice';
  // D18: of several notices the last one counts: of the last answer, to the contact of now.
  const last = isNotice ? await scope.tx.outboxMessage.findFirst({ where: { ticketId, clockRole: 'response-notice', sentAgainAs: null }, orderBy: [{ enqueuedAt: 'desc' }, { id: 'desc' }], select: { id: true } }) : null;
  const isLast = last?.id === row.id;
  return { id: row.id, isResponseNotice: isLast, status: deliveryOf(row.status), isSentAgain: row.sentAgainAs !== null || (isNotice && !isLast), isOfFormerPlan: await isOfFormerPlan(scope, ticketId, row) };
}

/** What one action needs to know beyond its ticket, looked up in the actor's scope; for every action the files it attaches. */
export async function commandFacts(scope: Scope, actor: Actor, command: TicketCommand, seenSeq?: number): Promise<Result<CommandFacts>> {
  const facts = await factsOfAction(scope, actor, command, seenSeq);
  if (!facts.ok || !('files' in command.input) || command.input.files.length === 0) return facts;
  const files = await fileFacts(scope, actor, command, command.input.files);
  return files.ok ? ok({ ...facts.value, files: files.value }) : files;
}

async function factsOfAction(scope: Scope, actor: Actor, command: TicketCommand, seenSeq?: number): Promise<Result<CommandFacts>> {
  switch (command.action) {
    case 'submit': {
      if (actor.role !== 'provider') return err({ kind: 'not_found' });
      const filing = await filingFacts(scope, actor, command.input, seenSeq);
      return filing.ok ? ok({ filing: filing.value }) : filing;
    }
    case 'assign':
      return ok({ assignee: actor.role === 'system' || command.input.assigneeId === null ? null : await findColleague(scope.tx, actor, command.input.assigneeId) });
    case 'changeProviderContact':
      return ok({ providerContact: await findNewContact(scope, command.input.ticketId, command.input.contactId) });
    case 'correctResponse':
      return ok({ responseContact: await findResponseContact(scope, command.input.ticketId) });
    case 'resendNotice':
    case 'recordNotice': {
      const message = await findMessage(scope, command.input.ticketId, command.input.messageId);
      return message === null ? err({ kind: 'not_found' }) : ok({ message });
    }
    case 'refuseFile':
      return ok({ refusedFile: (await findRefusedFile(scope.tx, command.input.ticketId, command.input.fileId)) ?? undefined });
    case 'referToSme':
      return ok({ reviewer: await findReviewer(scope, command.input.ticketId, command.input.smeId) });
    case 'reassignReview':
      return ok({ reviewer: await findReviewer(scope, command.input.ticketId, command.input.reviewerId) });
    case 'answerQuestion':
      return ok({ question: await findQuestion(scope, command.input.ticketId, command.input.questionId) });
    case 'returnDecision':
    case 'shareDecision':
      return ok({ ruling: await findRuling(scope, command.input.ticketId) });
    case 'reopen':
      return ok({ statusesHad: await findStatusesHad(scope.tx, command.input.ticketId) });
    default:
      return ok({});
  }
}
