import { dueDate, withBegun, type Begun, type RuleId } from '@/domain/deadlines';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { CLOCK_OWNERS, CLOCK_STATUSES, type Clock, type ClockChanges, type ClockEnd } from './clock';
import type { DecideContext } from './decision';
import type { Party, Status } from './status';
import type { Ticket } from './ticket';
import type { Transition } from './transitions';

export const NO_CLOCK_CHANGES: ClockChanges = { started: [], ended: [], marked: [] };

/** Starts a rule's clocks on `day0`, one for each party that owes it; fails where the holiday table ends. `begun` says what day 0 is, where that is not what the rule names. */
export function startClocks(ruleId: RuleId, day0: CalendarDate, ctx: DecideContext, begun?: Begun): Result<Clock[]> {
  const due = dueDate(ruleId, day0, ctx.holidays, ctx.ruleSet);
  if (!due.ok) return err({ kind: 'unavailable', reason: due.error.message });
  return ok(
    CLOCK_OWNERS[ruleId].map((owedBy) => ({
      id: ctx.newId(),
      ruleId,
      kind: ctx.ruleSet.rules[ruleId].kind,
      owedBy,
      subject: '',
      day0,
      dueOn: due.value.due,
      steps: withBegun(due.value.steps, begun),
      ruleSetVersion: due.value.ruleSetVersion,
      holidayVersion: due.value.holidayVersion,
      restsOnUnconfirmed: due.value.restsOnUnconfirmed.length > 0,
      startedAt: ctx.arrivedAt,
      endedOn: null,
      endReason: null,
      overdueOn: null,
    })),
  );
}

/** Starts a clock whose date was set by whoever asked (R17, R29); `subject` tells several open ones apart. */
export function startAskedClock(ruleId: RuleId, asked: { owedBy: Party; subject: string; dueOn: CalendarDate }, ctx: DecideContext): Clock {
  return {
    id: ctx.newId(),
    ruleId,
    kind: ctx.ruleSet.rules[ruleId].kind,
    ...asked,
    day0: ctx.today,
    steps: [{ type: 'day0', on: ctx.today }, { type: 'due', on: asked.dueOn }],
    ruleSetVersion: ctx.ruleSet.version,
    holidayVersion: ctx.holidays.version,
    restsOnUnconfirmed: false,
    startedAt: ctx.arrivedAt,
    endedOn: null,
    endReason: null,
    overdueOn: null,
  };
}

/** How an act on `today` ends a clock: met on or before its due date, late after it. */
export function endedByAct(clock: Clock, today: CalendarDate): ClockEnd {
  return { clockId: clock.id, endedOn: today, reason: compareDays(today, clock.dueOn) <= 0 ? 'met' : 'met_late' };
}

/**
 * The clocks of one move, from the table alone: those that the act ends, those that the new status stops, those that
 * start with it. A rule that does not belong to the new status does not start.
 */
export function clocksOfMove(ticket: Ticket | null, transition: Transition, to: Status, ctx: DecideContext): Result<ClockChanges> {
  const open = ticket?.clocks.filter((c) => c.endedOn === null) ?? [];
  const ended = open.flatMap((clock): ClockEnd[] => {
    if (transition.ends.includes(clock.ruleId)) return [endedByAct(clock, ctx.today)];
    if (!CLOCK_STATUSES[clock.ruleId].includes(to)) return [{ clockId: clock.id, endedOn: ctx.today, reason: 'stopped' }];
    return [];
  });
  const started: Clock[] = [];
  for (const ruleId of transition.starts) {
    if (!CLOCK_STATUSES[ruleId].includes(to)) continue;
    const clocks = startClocks(ruleId, ctx.today, ctx);
    if (!clocks.ok) return clocks;
    started.push(...clocks.value);
  }
  return ok({ started, ended, marked: [] });
}
