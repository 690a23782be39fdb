import type { RuleId } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
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

/** The two dates that queues are sorted by, kept beside the status and always equal to the clocks. */
export function queueDates(ticket: Ticket): { turnDueOn: CalendarDate | null; responseDueOn: CalendarDate | null } {
  return { turnDueOn: turnClock(ticket)?.dueOn ?? null, responseDueOn: responseClock(ticket.clocks)?.dueOn ?? null };
}
