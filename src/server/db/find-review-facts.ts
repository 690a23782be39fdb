import { stoppedBy, type ClockChanges } from '@/domain/tickets/clock';
import type { CommandFacts } from '@/domain/tickets/decision';
import { REVIEW_EVENT_DATA, type Reviewer } from '@/domain/tickets/review-events';
import type { Scope } from './as-actor';
import { dayOf } from './dates';
import { findPeopleToName } from './find-people-to-name';

/** The person whom a command names as reviewer of a ticket; null where that person cannot be one. */
export async function findReviewer(scope: Scope, ticketId: string, personId: string): Promise<Reviewer | null> {
  const ticket = await scope.tx.ticket.findUnique({ where: { id: ticketId }, select: { planCode: true } });
  if (ticket === null) return null;
  const { reviewers } = await findPeopleToName(scope, ticket.planCode);
  return reviewers.find((r) => r.personId === personId) ?? null;
}

/** The question of HFS that is being answered. */
export async function findQuestion(scope: Scope, ticketId: string, questionId: string): Promise<CommandFacts['question']> {
  const row = await scope.tx.ticketEvent.findFirst({ where: { ticketId, type: 'QuestionAsked', data: { path: ['questionId'], equals: questionId } }, select: { data: true, actorId: true } });
  if (row === null || row.actorId === null) return null;
  return { party: REVIEW_EVENT_DATA.QuestionAsked.parse(row.data).party, askedById: row.actorId };
}

/** The newest decision of HFS on a ticket, as far as the actor may read it (R18). */
export async function findRuling(scope: Scope, ticketId: string): Promise<CommandFacts['ruling']> {
  const row = await scope.tx.ticketEvent.findFirst({ where: { ticketId, type: 'HfsDecided' }, orderBy: { seq: 'desc' }, select: { data: true, clocks: true, actorId: true, effectiveOn: true } });
  if (row === null || row.actorId === null) return null;
  // The door wrote them as `decide` had made them; days and ids are text in both.
  const clocks = row.clocks as unknown as Pick<ClockChanges, 'ended'>;
  return { data: REVIEW_EVENT_DATA.HfsDecided.parse(row.data), decidedById: row.actorId, decidedOn: dayOf(row.effectiveOn), stoppedIds: stoppedBy(clocks) };
}

