import type { PersonActor } from '@/domain/access/actor';
import { isSoon } from '@/domain/deadlines';
import type { PlanRequestStatus } from '@/domain/tickets/plan-request';
import { planName } from '@/domain/tickets/reference';
import { isAfter, type CalendarDate } from '@/shared/calendar-date';
import { asReader } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { isId } from '../db/find-draft';
import { findPlanRequest, findRequestEvents, type RequestEventRow } from '../db/find-plan-requests';
import { planStaffOf } from '../db/plan-staff-of';

type Said = { text: string; by: string; at: Date; on: CalendarDate };
export type PlanRequestView = {
  id: string;
  number: string;
  planName: string;
  subject: string;
  status: PlanRequestStatus;
  answerOn: CalendarDate;
  soon: boolean;
  today: CalendarDate;
  asked: Said;
  answer: (Said & { late: boolean }) | null;
  withdrawn: Said | null;
  canAnswer: boolean;
  canWithdraw: boolean;
  /** Who at the plan is told; the State alone sees that. */
  readers: string[] | null;
};

function said(events: readonly RequestEventRow[], type: RequestEventRow['type'], actor: PersonActor): Said | null {
  const event = events.find((e) => e.type === type);
  if (event === undefined) return null;
  const by = event.actorId === actor.personId ? 'You' : `${event.actorName}, ${event.actorOrganization}`;
  return { text: event.text, by, at: event.recordedAt, on: dayOf(event.effectiveOn) };
}

/** R29: a request about no ticket with what was answered; null where it does not exist for the reader. */
export function getPlanRequest(actor: PersonActor, requestId: string): Promise<PlanRequestView | null> {
  if (!isId(requestId)) return Promise.resolve(null);
  return asReader(actor, async (scope) => {
    const request = await findPlanRequest(scope, actor, requestId);
    if (request === null) return null;
    const events = await findRequestEvents(scope, requestId);
    const asked = said(events, 'asked', actor);
    if (asked === null) throw new Error(`Request ${requestId} has no question`);
    const answer = said(events, 'answered', actor);
    const answerOn = dayOf(request.answerOn);
    const isOpen = request.status === 'open';
    return {
      id: request.id,
      number: request.number,
      planName: planName(scope.reference, request.planCode),
      subject: request.subject,
      status: request.status,
      answerOn,
      soon: isOpen && isSoon(scope.today, answerOn, scope.holidays),
      today: scope.today,
      asked,
      answer: answer === null ? null : { ...answer, late: isAfter(answer.on, answerOn) },
      withdrawn: said(events, 'withdrawn', actor),
      canAnswer: isOpen && actor.role === 'mco',
      canWithdraw: isOpen && actor.role === 'portal_team',
      readers: actor.role === 'portal_team' ? (await planStaffOf(scope)(request.planCode)).readers.map((r) => r.name) : null,
    };
  });
}
