import { compareDays, daysBetween, type CalendarDate } from '@/shared/calendar-date';
import { businessDaysBetween, type HolidayTable } from './holiday-table';

/** A date within this many business days gets its colour. */
const SOON_BUSINESS_DAYS = 3;

const days = (n: number) => (n === 1 ? '1 day' : `${n} days`);

/** Calendar days from today to the due date: 0 on the day itself, negative when it has passed. */
export function daysLeft(today: CalendarDate, due: CalendarDate): number {
  return daysBetween(today, due);
}

/** Whether the due date has passed: the day itself is still in time. */
export function isPast(today: CalendarDate, due: CalendarDate): boolean {
  return compareDays(today, due) > 0;
}

/** A duty that is open: `6 days left`, `1 day left`, `due today`, `2 days overdue`. */
export function daysLeftWords(today: CalendarDate, due: CalendarDate): string {
  const left = daysLeft(today, due);
  if (left === 0) return 'due today';
  return left > 0 ? `${days(left)} left` : `${days(-left)} overdue`;
}

/** A window that is open or has ended (nobody is late): `6 days left`, `last day today`, `ended 2 days ago`. */
export function windowLeftWords(today: CalendarDate, lastDay: CalendarDate): string {
  const left = daysLeft(today, lastDay);
  if (left === 0) return 'last day today';
  return left > 0 ? `${days(left)} left` : `ended ${days(-left)} ago`;
}

/** A window that lies ahead (D2): `opens tomorrow`, `opens in 8 days`. */
export function opensWords(today: CalendarDate, opensOn: CalendarDate): string {
  const wait = daysLeft(today, opensOn);
  return wait === 1 ? 'opens tomorrow' : `opens in ${days(wait)}`;
}

/** A duty that was done: `10 days early`, `on the last day`, `3 days late`. */
export function doneWords(doneOn: CalendarDate, due: CalendarDate): string {
  const early = daysBetween(doneOn, due);
  if (early === 0) return 'on the last day';
  return early > 0 ? `${days(early)} early` : `${days(-early)} late`;
}

/** Due today or within 3 business days. Where the table lacks a year, within 3 calendar days. */
export function isSoon(today: CalendarDate, due: CalendarDate, table: HolidayTable): boolean {
  if (isPast(today, due)) return false;
  const left = businessDaysBetween(today, due, table);
  return (left.ok ? left.value : daysLeft(today, due)) <= SOON_BUSINESS_DAYS;
}
