import type { RuleId } from '@/domain/deadlines';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import { latestClock, RESPONSE_RULES, type Clock } from './clock';
import type { Status } from './status';
import type { Ticket } from './ticket';

/** The clock that says by when the status's turn is to be taken. */
const TURN_RULE: Record<Exclude<Status, 'draft' | 'presented'>, RuleId | null> = {
  submitted: 'presentation',
  responded: 'contest',
  contested: 'review-request',
  review_requested: 'review-information',
  administrative_review: 'hfs-decision',
  decided: null,
  closed: null,
};

/** The plan's response clock in force: the extended one where there is one (R26). */
export function responseClock(clocks: readonly Clock[]): Clock | null {
  return clocks.filter((c) => RESPONSE_RULES.has(c.ruleId) && c.endReason !== 'superseded').at(-1) ?? null;
}

/** The clock of whoever's turn it is; null once closed. */
export function turnClock(ticket: Pick<Ticket, 'status' | 'clocks'>): Clock | null {
  if (ticket.status === 'presented') return responseClock(ticket.clocks);
  const ruleId = TURN_RULE[ticket.status];
  return ruleId === null ? null : latestClock(ticket.clocks, ruleId);
}

/** The same as pages show it: a clock that was stopped has no date that anybody must keep (D18). */
export function shownTurnClock(ticket: Pick<Ticket, 'status' | 'clocks'>): Clock | null {
  const clock = turnClock(ticket);
  return clock?.endReason === 'stopped' ? null : clock;
}

/** Duties of a side beside the turn that the status gives it: what the plan, HFS or the Portal Team waits for (R10, R16, R17, R29). */
const OWN_DUTIES: ReadonlySet<RuleId> = new Set<RuleId>(['information-answer', 'review-information', 'hfs-question', 'portal-team-request']);

/** What a side owes now beside the status's turn, the earliest date first. */
export function ownDuties(clocks: readonly Clock[], party: 'provider' | 'mco'): Clock[] {
  return clocks.filter((c) => c.owedBy === party && c.endedOn === null && OWN_DUTIES.has(c.ruleId)).sort((a, b) => compareDays(a.dueOn, b.dueOn));
}

export type QueueDates = { turnDueOn: CalendarDate | null; responseDueOn: CalendarDate | null; providerOwesOn: CalendarDate | null; mcoOwesOn: CalendarDate | null };

/** The dates that queues are sorted and chosen by, kept beside the status and always equal to the clocks. */
export function queueDates(ticket: Ticket): QueueDates {
  return {
    turnDueOn: turnClock(ticket)?.dueOn ?? null,
    responseDueOn: responseClock(ticket.clocks)?.dueOn ?? null,
    providerOwesOn: ownDuties(ticket.clocks, 'provider')[0]?.dueOn ?? null,
    mcoOwesOn: ownDuties(ticket.clocks, 'mco')[0]?.dueOn ?? null,
  };
}
