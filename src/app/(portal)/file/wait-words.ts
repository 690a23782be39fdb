import { daysBetween, type CalendarDate } from '@/shared/calendar-date';

/** How long it is until a window opens: `in 16 days`, `tomorrow`. */
export function waitWords(today: CalendarDate, opensOn: CalendarDate): string {
  const days = daysBetween(today, opensOn);
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
