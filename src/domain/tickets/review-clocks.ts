import { addDays, isBefore, laterOf, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { Clock } from './clock';
import { startClocks } from './clock-engine';
import type { DecideContext, Decision, NewEvent } from './decision';
import type { Ticket } from './ticket';

export type ReviewParty = 'provider' | 'mco';
export const REVIEW_PARTIES: readonly ReviewParty[] = ['provider', 'mco'];

/** The newest duty of a side to deliver (R16) that was not stopped before its time; null where none began. */
export function informationClock(clocks: readonly Clock[], party: ReviewParty): Clock | null {
  return clocks.filter((c) => c.ruleId === 'review-information' && c.owedBy === party && c.endReason !== 'stopped' && c.endReason !== 'superseded').at(-1) ?? null;
}

/** From when a side's information is no longer awaited: the day it was delivered, at the latest the day after its date. */
function settledOn(clock: Clock | null, today: CalendarDate): CalendarDate | null {
  if (clock === null) return today;
  const passed = addDays(clock.dueOn, 1);
  if (clock.endedOn !== null) return isBefore(clock.endedOn, passed) ? clock.endedOn : passed;
  return isBefore(today, passed) ? null : passed;
}

/** R16: the sides whose information is still awaited on a day, because they have not delivered and can still in time. */
export function awaitedParties(clocks: readonly Clock[], today: CalendarDate): ReviewParty[] {
  return REVIEW_PARTIES.filter((party) => settledOn(informationClock(clocks, party), today) === null);
}

/** The sides that have not delivered at all, in time or late. */
export function missingParties(clocks: readonly Clock[]): ReviewParty[] {
  return REVIEW_PARTIES.filter((party) => informationClock(clocks, party)?.endedOn === null);
}

/** R17: the day 0 of HFS's target to decide: the information is complete or its date has passed, but not before the review began. */
function decisionDay0(clocks: readonly Clock[], beganOn: CalendarDate, today: CalendarDate): CalendarDate | null {
  let day0 = beganOn;
  for (const party of REVIEW_PARTIES) {
    const settled = settledOn(informationClock(clocks, party), today);
    if (settled === null) return null;
    day0 = laterOf(day0, settled);
  }
  return day0;
}

/**
 * The start of `hfs-decision` that the clocks of a ticket in review call for. One that had begun too late, because a
 * delivery had arrived before a sweep and was entered after it, is replaced.
 */
export function decisionClock(ticket: Pick<Ticket, 'clocks'>, beganOn: CalendarDate, ctx: DecideContext): Result<{ started: Clock[]; superseded: Clock[] }> {
  const day0 = decisionDay0(ticket.clocks, beganOn, ctx.today);
  const open = ticket.clocks.filter((c) => c.ruleId === 'hfs-decision' && c.endedOn === null);
  if (day0 === null || open.some((c) => !isBefore(day0, c.day0))) return ok({ started: [], superseded: [] });
  // Complete before it began, the information does not tell why the time starts on that day.
  const started = startClocks('hfs-decision', day0, ctx, day0 === beganOn ? 'in_review' : undefined);
  return started.ok ? ok({ started: started.value, superseded: open }) : started;
}

/** The sweep that marks the last missing delivery as overdue starts HFS's target to decide with it. */
export function withDecisionClock(ticket: Ticket, clock: Clock, events: NewEvent[], ctx: DecideContext): Decision {
  if (clock.ruleId !== 'review-information' || ticket.status !== 'administrative_review' || events.length === 0) return ok(events);
  const decision = decisionClock(ticket, ticket.reviewBeganOn ?? ctx.today, ctx);
  if (!decision.ok) return err(decision.error);
  const [first, ...rest] = events;
  return first === undefined ? ok(events) : ok([{ ...first, clocks: { ...first.clocks, started: [...first.clocks.started, ...decision.value.started] } }, ...rest]);
}

/** The open questions of HFS to a side, the earliest date first (R17). */
export function openQuestions(clocks: readonly Clock[], owedBy: string): Clock[] {
  return clocks.filter((c) => c.ruleId === 'hfs-question' && c.owedBy === owedBy && c.endedOn === null).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
