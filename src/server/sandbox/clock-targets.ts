import { nthBusinessDayAfter, type HolidayTable } from '@/domain/deadlines';
import { addDays, calendarDate, compareDays, formatDay, lastDayOfQuarter, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';

export const MOVE_KINDS = ['business_day', 'week', 'next_due', 'quarter_end', 'date'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Where the clock can be moved from today: null where there is no such day before the holiday table ends. */
export type ClockTargets = Record<Exclude<MoveKind, 'date'>, CalendarDate | null> & { lastDay: CalendarDate };

/** The clock stops where the holiday table ends. */
export function lastDayOf(holidays: Pick<HolidayTable, 'lastYear'>): CalendarDate {
  return calendarDate(`${holidays.lastYear}-12-31`);
}

function quarterEnd(today: CalendarDate): CalendarDate {
  const end = lastDayOfQuarter(today);
  return end === today ? lastDayOfQuarter(addDays(today, 1)) : end;
}

/** The days to which the ribbon's clock offers to go; `nextDue` is the next day on which something is due. */
export function clockTargets(today: CalendarDate, nextDue: CalendarDate | null, holidays: HolidayTable): ClockTargets {
  const lastDay = lastDayOf(holidays);
  const upTo = (day: CalendarDate | null) => (day !== null && compareDays(day, lastDay) <= 0 ? day : null);
  const business = nthBusinessDayAfter(today, 1, holidays);
  return {
    business_day: business.ok ? business.value : null,
    week: upTo(addDays(today, 7)),
    next_due: upTo(nextDue),
    quarter_end: upTo(quarterEnd(today)),
    lastDay,
  };
}

/** The day that was asked for, if the clock can go there: later than today, and not beyond the holiday table. */
export function targetOf(kind: MoveKind, date: CalendarDate | null, today: CalendarDate, targets: ClockTargets): Result<CalendarDate, string> {
  const day = kind === 'date' ? date : targets[kind];
  if (day === null) return err(kind === 'next_due' ? 'Nothing is due after today.' : `The holiday table ends with ${formatDay(targets.lastDay)}, so the clock cannot go there.`);
  if (compareDays(day, today) <= 0) return err(`The clock goes forward only. Choose a day after ${formatDay(today)}.`);
  if (compareDays(day, targets.lastDay) > 0) return err(`The holiday table ends with ${formatDay(targets.lastDay)}. Choose that day or an earlier one.`);
  return ok(day);
}
