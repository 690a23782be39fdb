import {
  LAST_DAY_NUMBER,
  formatDay,
  fromDayNumber,
  lastDayOfMonth,
  lastDayOfQuarter,
  toDayNumber,
  type CalendarDate,
} from '@/shared/calendar-date';
import { assertNever } from '@/shared/assert-never';
import { err, ok, type Result } from '@/shared/result';
import type { DeadlineError } from './deadline-error';
import type { Arithmetic, RuleId } from './deadline-rules';
import { stepsTo, unconfirmedIn, type DeadlineStep } from './deadline-steps';
import { nextBusinessDayNumber, nthBusinessDayNumber, type HolidayRow, type HolidayTable } from './holiday-table';
import type { RuleSet } from './rule-sets';

/** A due date with the whole of its reason. */
export type DueDate = {
  ruleId: RuleId;
  day0: CalendarDate;
  due: CalendarDate;
  steps: DeadlineStep[];
  ruleSetVersion: number;
  holidayVersion: number;
  /** D15: the holidays not confirmed by HFS without which the date would be another. */
  restsOnUnconfirmed: HolidayRow[];
};

/** The kinds of arithmetic that need only a start and a number of days. */
export const COUNTING_KINDS = ['calendar', 'calendar_roll', 'business'] as const;
export type CountingKind = (typeof COUNTING_KINDS)[number];

const SET_BY_ASKER = 'The date is set by the asker, so it cannot be worked out from a start.';

function plusDays(day0Number: number, days: number): Result<number, DeadlineError> {
  const landed = day0Number + days;
  if (landed <= LAST_DAY_NUMBER) return ok(landed);
  return err({ kind: 'date_out_of_range', message: `Day ${days} lies after the year 9999.` });
}

function noticeDay(day0: CalendarDate): Result<number, DeadlineError> {
  if (day0 !== lastDayOfQuarter(day0)) {
    const message = `The start must be the last day of a quarter (Mar 31, Jun 30, Sep 30 or Dec 31). ${formatDay(day0)} is not.`;
    return err({ kind: 'not_quarter_end', message });
  }
  const nextMonth = plusDays(toDayNumber(day0), 1);
  return nextMonth.ok ? ok(toDayNumber(lastDayOfMonth(fromDayNumber(nextMonth.value)))) : nextMonth;
}

function dueDayNumber(arithmetic: Arithmetic, day0: CalendarDate, table: HolidayTable): Result<number, DeadlineError> {
  switch (arithmetic.type) {
    case 'calendar':
      return plusDays(toDayNumber(day0), arithmetic.days);
    case 'calendar_roll': {
      const landed = plusDays(toDayNumber(day0), arithmetic.days);
      return landed.ok ? nextBusinessDayNumber(landed.value, table) : landed;
    }
    case 'business':
      return nthBusinessDayNumber(toDayNumber(day0), arithmetic.days, table);
    case 'end_of_next_month':
      return noticeDay(day0);
    case 'set_by_asker':
      return err({ kind: 'set_by_asker', message: SET_BY_ASKER });
    default:
      return assertNever(arithmetic);
  }
}

/**
 * The due date alone, without its steps; O(1) for every kind. Errors: a year that the holiday table lacks, a date that
 * the asker sets, a sanction notice that does not start on a quarter's last day (R23).
 */
export function dueOn(rule: { arithmetic: Arithmetic }, day0: CalendarDate, table: HolidayTable): Result<CalendarDate, DeadlineError> {
  const due = dueDayNumber(rule.arithmetic, day0, table);
  return due.ok ? ok(fromDayNumber(due.value)) : due;
}

/** The due date of a rule with its steps, under a rule set (R28) and a version of the holidays (D15). Errors as `dueOn`. */
export function dueDate(ruleId: RuleId, day0: CalendarDate, table: HolidayTable, ruleSet: RuleSet): Result<DueDate, DeadlineError> {
  const { arithmetic } = ruleSet.rules[ruleId];
  const due = dueOn({ arithmetic }, day0, table);
  if (!due.ok) return due;
  const steps = stepsTo(arithmetic, day0, due.value, table);
  return ok({
    ruleId,
    day0,
    due: due.value,
    steps,
    ruleSetVersion: ruleSet.version,
    holidayVersion: table.version,
    restsOnUnconfirmed: unconfirmedIn(steps),
  });
}

/** Day 0, its due date and the steps for a kind of counting that belongs to no rule (the command line, the calculator). */
export function dueByKind(
  kind: CountingKind,
  start: CalendarDate,
  days: number,
  table: HolidayTable,
): Result<{ due: CalendarDate; steps: DeadlineStep[] }, DeadlineError> {
  const arithmetic: Arithmetic = { type: kind, days };
  const due = dueOn({ arithmetic }, start, table);
  return due.ok ? ok({ due: due.value, steps: stepsTo(arithmetic, start, due.value, table) }) : due;
}
