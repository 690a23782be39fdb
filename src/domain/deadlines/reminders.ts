import { addDays, compareDays, isAfter, type CalendarDate } from '@/shared/calendar-date';
import type { DeadlineError } from './deadline-error';
import type { RuleKind } from './deadline-rules';
import { nthBusinessDayAfter, previousBusinessDayOnOrBefore, type HolidayTable } from './holiday-table';
import type { Result } from '@/shared/result';

/** When a reminder goes out, seen from the due date; a later one of the list stands for an earlier one of the same day. */
export const REMINDER_KINDS = ['week_before', 'day_before', 'on_the_day', 'day_after'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
export type Reminder = { kind: ReminderKind; on: CalendarDate };

type Reminded = { kind: RuleKind; day0: CalendarDate; dueOn: CalendarDate };

function dayOfReminder(kind: ReminderKind, dueOn: CalendarDate, holidays: HolidayTable): Result<CalendarDate, DeadlineError> {
  switch (kind) {
    case 'week_before': return previousBusinessDayOnOrBefore(addDays(dueOn, -7), holidays);
    case 'day_before': return previousBusinessDayOnOrBefore(addDays(dueOn, -1), holidays);
    case 'on_the_day': return previousBusinessDayOnOrBefore(dueOn, holidays);
    case 'day_after': return nthBusinessDayAfter(dueOn, 1, holidays);
  }
}

/**
 * The reminders of a duty or a window, by their days (lifecycle, "Clocks"): 7 calendar days and 1 business day ahead, on
 * the day, and for duties the business day after; one that falls on another day goes on the business day before. None at
 * or before day 0, one a day at most, none where the holiday table ends, none of a target.
 */
export function remindersOf({ kind, day0, dueOn }: Reminded, holidays: HolidayTable): Reminder[] {
  if (kind === 'target') return [];
  const byDay = new Map<CalendarDate, ReminderKind>();
  for (const reminder of REMINDER_KINDS) {
    if (reminder === 'day_after' && kind !== 'duty') continue;
    const on = dayOfReminder(reminder, dueOn, holidays);
    if (on.ok && isAfter(on.value, day0)) byDay.set(on.value, reminder);
  }
  return [...byDay].map(([on, reminder]) => ({ kind: reminder, on })).sort((a, b) => compareDays(a.on, b.on));
}

/** After a gap only the newest is sent: the last reminder of the days after `after`, up to and including `today`. */
export function newestReminder(reminded: Reminded, days: { after: CalendarDate; today: CalendarDate }, holidays: HolidayTable): Reminder | null {
  return remindersOf(reminded, holidays).findLast(({ on }) => isAfter(on, days.after) && !isAfter(on, days.today)) ?? null;
}

/** A weekend beside holidays shifts a reminder by less than this many days. */
const MOST_SHIFT = 14;

/** The due dates of which some reminder may fall on the days after `after`, up to and including `today`. */
export function remindedDueDates(days: { after: CalendarDate; today: CalendarDate }, holidays: HolidayTable): CalendarDate[] {
  const dates: CalendarDate[] = [];
  const day0 = addDays(days.after, -100);
  for (let dueOn = addDays(days.after, -MOST_SHIFT); compareDays(dueOn, addDays(days.today, 7 + MOST_SHIFT)) <= 0; dueOn = addDays(dueOn, 1))
    if (newestReminder({ kind: 'duty', day0, dueOn }, days, holidays) !== null) dates.push(dueOn);
  return dates;
}
