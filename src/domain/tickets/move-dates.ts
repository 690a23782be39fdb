import { begunBy, dueDate, dueOn, withBegun, type DueDate, type HolidayTable, type RuleSet } from '@/domain/deadlines';
import { addDays, compareDays, isBefore, type CalendarDate } from '@/shared/calendar-date';
import { ok } from '@/shared/result';
import type { FineStatus } from '@/domain/fines/fine';
import { CLOCK_STATUSES, RESPONSE_RULES, type Clock, type ClockMove } from './clock';
import type { CommandInput } from './commands';
import type { DecideContext, DecideOpen, NewEvent } from './decision';
import { noteEvent } from './make-event';
import { overdueEvents } from './overdue';
import type { Status } from './status';
import { standingFine, type Ticket } from './ticket';

/** What of a clock decides whether a change of the holidays moves it. */
export type MovableClock = Pick<Clock, 'ruleId' | 'kind' | 'day0' | 'dueOn' | 'endedOn' | 'endReason' | 'overdueOn'>;

/**
 * D16: the later day on which a clock falls due under another holiday table; null when it stays. Dates only ever move
 * later. What a party did too late, or a right that lapsed, is judged again as long as its ticket is open.
 */
export function laterDue(clock: MovableClock, status: Status, table: HolidayTable, ruleSet: RuleSet, today: CalendarDate): CalendarDate | null {
  const isMissed = clock.endReason === 'met_late' || clock.endReason === 'lapsed';
  if (clock.endedOn !== null && !isMissed) return null;
  const { arithmetic } = ruleSet.rules[clock.ruleId];
  if (arithmetic.type !== 'business' && arithmetic.type !== 'calendar_roll') return null;
  const due = dueOn({ arithmetic }, clock.day0, table);
  if (!due.ok || compareDays(due.value, clock.dueOn) <= 0) return null;
  // A right that lapsed comes back only where it can still be used.
  return clock.endReason === 'lapsed' && (isBefore(due.value, today) || !CLOCK_STATUSES[clock.ruleId].includes(status)) ? null : due.value;
}

/** How a clock stands once it falls due on a later day. */
function standingAfter(clock: MovableClock, due: CalendarDate, today: CalendarDate): Pick<Clock, 'endedOn' | 'endReason' | 'overdueOn'> {
  if (clock.endReason === 'lapsed') return { endedOn: null, endReason: null, overdueOn: null };
  const doneOrNow = clock.endedOn ?? today;
  const isInTime = compareDays(doneOrNow, due) <= 0;
  return {
    endedOn: clock.endedOn,
    endReason: isInTime && clock.endReason === 'met_late' ? 'met' : clock.endReason,
    overdueOn: isInTime || clock.overdueOn === null ? null : addDays(due, 1),
  };
}

export type FineFate = 'void' | 'rescinded' | 'proposed_anew' | 'stays';

/** What a later due date does to the fine that rests on it: undone when the duty is not missed any more. */
export function fineFate(status: FineStatus, clock: MovableClock, due: CalendarDate, today: CalendarDate): FineFate {
  const isMissed = standingAfter(clock, due, today).overdueOn !== null;
  if (status === 'proposed') return isMissed ? 'proposed_anew' : 'void';
  return status === 'issued' && !isMissed ? 'rescinded' : 'stays';
}

type Move = { clock: Clock; due: DueDate };

function moveOf(clock: Clock, status: Status, ctx: DecideContext): Move | null {
  if (laterDue(clock, status, ctx.holidays, ctx.ruleSet, ctx.today) === null) return null;
  const due = dueDate(clock.ruleId, clock.day0, ctx.holidays, ctx.ruleSet);
  return due.ok ? { clock, due: due.value } : null;
}

/** D16: an open clock as the holidays in force now give it: moved later, or null when it stays. */
export function moveUnderHolidays(clock: Clock, status: Status, ctx: DecideContext): ClockMove | null {
  const move = moveOf(clock, status, ctx);
  return move === null ? null : clockMove(move, ctx.today);
}

function movesOf(ticket: Ticket, ctx: DecideContext): Move[] {
  return ticket.clocks.flatMap((clock): Move[] => {
    // What was asked or answered twice runs under its newest clock; an older one is history.
    if (clock.endedOn !== null && ticket.clocks.some((c) => c.ruleId === clock.ruleId && c.owedBy === clock.owedBy && c.subject === clock.subject && c.startedAt > clock.startedAt)) return [];
    const move = moveOf(clock, ticket.status, ctx);
    return move === null ? [] : [move];
  });
}

function clockMove({ clock, due }: Move, today: CalendarDate): ClockMove {
  return {
    clockId: clock.id,
    dueOn: due.due,
    steps: withBegun(due.steps, begunBy(clock.steps)),
    holidayVersion: due.holidayVersion,
    restsOnUnconfirmed: due.restsOnUnconfirmed.length > 0,
    ...standingAfter(clock, due.due, today),
  };
}

/** The fine after its due date moved: void, rescinded, or proposed anew with the date that is in force (D11, R21). */
function fineEvents(ticket: Ticket, moves: readonly Move[], reason: string, ctx: DecideContext): NewEvent[] {
  const fine = standingFine(ticket);
  const move = moves.find((m) => m.clock.id === fine?.clockId);
  if (fine === null || move === undefined) return [];
  const fate = fineFate(fine.status, move.clock, move.due.due, ctx.today);
  switch (fate) {
    case 'void': return [noteEvent(ticket, 'FineVoided', { fineId: fine.id, reason }, ctx)];
    case 'rescinded': return [noteEvent(ticket, 'FineRescinded', { fineId: fine.id, reason }, ctx)];
    case 'stays': return [];
    case 'proposed_anew': {
      const voided = noteEvent(ticket, 'FineVoided', { fineId: fine.id, reason }, ctx);
      const clock = { ...move.clock, dueOn: move.due.due, overdueOn: addDays(move.due.due, 1) };
      return [voided, ...overdueEvents({ ...ticket, fines: [] }, clock, ctx)];
    }
  }
}

/**
 * D16: the State's calendar has a new day, so the ticket's dates that rest on it move later, and what was called late
 * only because of it is so no longer. Decided once by HFS for all tickets; run again it changes nothing.
 */
export const decideMoveDates: DecideOpen<CommandInput<'moveDates'>> = (ticket, input, ctx) => {
  const moves = movesOf(ticket, ctx);
  if (moves.length === 0) return ok([]);
  const changes = moves.map((move) => clockMove(move, ctx.today));
  const answerInTime = moves.some(({ clock }, i) => RESPONSE_RULES.has(clock.ruleId) && clock.endReason === 'met_late' && changes[i]?.endReason === 'met');
  const moved = noteEvent(ticket, 'DatesMoved', {
    holidayVersion: ctx.holidays.version,
    reason: input.reason,
    moves: moves.map(({ clock, due }) => ({ ruleId: clock.ruleId, owedBy: clock.owedBy, from: clock.dueOn, to: due.due })),
    answerInTime,
  }, ctx, { clocks: { moved: changes } });
  return ok([moved, ...fineEvents(ticket, moves, `The due date moved later: ${input.reason}`, ctx)]);
};
