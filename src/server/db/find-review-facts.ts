import type { CommandFacts } from '@/domain/tickets/decision';
import { planHolder } from '@/domain/tickets/plan-succession';
import { REVIEW_EVENT_DATA, REVIEWER_ROLES, type Reviewer } from '@/domain/tickets/review-events';
import type { Scope } from './as-actor';
import { dayOf } from './dates';

/**
 * The people of HFS who may have a review: experts and Administration, and those Account Managers who have the plan and
 * so see its tickets. By name; `personId` asks for one of them.
 */
export async function findReviewers(scope: Scope, planCode: string, personId?: string): Promise<Reviewer[]> {
  const holder = planHolder(scope.reference, planCode, scope.today);
  const rows = await scope.tx.membership.findMany({
    where: {
      endedAt: null,
      ...(personId !== undefined && { personId }),
      person: { disabledAt: null },
      OR: [{ role: { in: ['sme', 'administration'] } }, { role: 'account_manager', person: { planAssignments: { some: { planCode: { in: [planCode, holder] } } } } }],
    },
    select: { role: true, person: { select: { id: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
  });
  return rows.flatMap((row) => {
    const role = REVIEWER_ROLES.find((r) => r === row.role);
    return role === undefined ? [] : [{ personId: row.person.id, name: row.person.name, role }];
  });
}

/** The person whom a command names as reviewer of a ticket; null where that person cannot be one. */
export async function findReviewer(scope: Scope, ticketId: string, personId: string): Promise<Reviewer | null> {
  const ticket = await scope.tx.ticket.findUnique({ where: { id: ticketId }, select: { planCode: true } });
  if (ticket === null) return null;
  const [reviewer] = await findReviewers(scope, ticket.planCode, personId);
  return reviewer ?? null;
}

/** The question of HFS that is being answered. */
export async function findQuestion(scope: Scope, ticketId: string, questionId: string): Promise<CommandFacts['question']> {
  const row = await scope.tx.ticketEvent.findFirst({ where: { ticketId, type: 'QuestionAsked', data: { path: ['questionId'], equals: questionId } }, select: { data: true, actorId: true } });
  if (row === null || row.actorId === null) return null;
  return { party: REVIEW_EVENT_DATA.QuestionAsked.parse(row.data).party, askedById: row.actorId };
}

/** The newest decision of HFS on a ticket, as far as the actor may read it (R18). */
export async function findRuling(scope: Scope, ticketId: string): Promise<CommandFacts['ruling']> {
  const row = await scope.tx.ticketEvent.findFirst({ where: { ticketId, type: 'HfsDecided' }, orderBy: { seq: 'desc' }, select: { data: true, actorId: true, effectiveOn: true } });
  if (row === null || row.actorId === null) return null;
  return { data: REVIEW_EVENT_DATA.HfsDecided.parse(row.data), decidedById: row.actorId, decidedOn: dayOf(row.effectiveOn) };
}

