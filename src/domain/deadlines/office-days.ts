import { addDays, compareDays, dayOfWeek, isWeekend, toDayNumber, type CalendarDate } from '@/shared/calendar-date';
import { isBusinessDay, nextBusinessDayOnOrAfter, nthBusinessDayAfter, type HolidayRow, type HolidayTable } from './holiday-table';

/** How far ahead a page warns of a closed office, in calendar days. */
const WARNED_DAYS = 7;

/** The Sunday that ends the week of a day; weeks begin on Monday. */
export function endOfWeek(day: CalendarDate): CalendarDate {
  return addDays(day, (7 - dayOfWeek(day)) % 7);
}

/** The last day that counts as soon: the third business day from now. Where the table lacks its year, three days on. */
export function soonUntil(today: CalendarDate, table: HolidayTable): CalendarDate {
  const third = nthBusinessDayAfter(today, 3, table);
  return third.ok ? third.value : addDays(today, 3);
}

/** State holidays on weekdays ahead, the day on which the office opens again, and the business days left up to it. */
export type ClosureAhead = { holidays: HolidayRow[]; opensOn: CalendarDate; openDays: CalendarDate[] };

/** Whether the State's offices close on a weekday within the next week (D15); null when they do not. */
export function closureAhead(today: CalendarDate, table: HolidayTable): ClosureAhead | null {
  const holidays: HolidayRow[] = [];
  for (let i = 1; i <= WARNED_DAYS; i++) {
    const holiday = table.byDayNumber.get(toDayNumber(today) + i);
    if (holiday !== undefined && !isWeekend(holiday.on)) holidays.push(holiday);
  }
  const last = holidays.at(-1);
  const opens = last === undefined ? null : nextBusinessDayOnOrAfter(last.on, table);
  if (opens === null || !opens.ok) return null;
  const openDays: CalendarDate[] = [];
  for (let day = today; compareDays(day, opens.value) <= 0; day = addDays(day, 1)) {
    const isOpen = isBusinessDay(day, table);
    if (isOpen.ok && isOpen.value) openDays.push(day);
  }
  return { holidays, opensOn: opens.value, openDays };
}
