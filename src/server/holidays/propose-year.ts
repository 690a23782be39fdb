import Holidays from 'date-holidays';
import { compareDays, dayOfWeek, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';

export type ProposedDay = { on: CalendarDate; name: string };

/** D15: public holidays on which the State's offices are open. */
const NOT_CLOSURES: ReadonlySet<string> = new Set(['Casimir Pulaski Day', 'Malcolm X Day']);

/**
 * What the library knows of a year's closures in Illinois, as proposals that HFS looks at (D15). It misses some, such as
 * the day after Thanksgiving and election days.
 */
export function proposeYear(year: number): ProposedDay[] {
  const found = new Map<CalendarDate, string>();
  for (const holiday of new Holidays('US', 'IL').getHolidays(year)) {
    const on = parseCalendarDate(holiday.date.slice(0, 10));
    if (!on.ok || holiday.type !== 'public' || NOT_CLOSURES.has(holiday.name)) continue;
    const weekday = dayOfWeek(on.value);
    if (weekday !== 0 && weekday !== 6 && !found.has(on.value)) found.set(on.value, holiday.name);
  }
  return [...found].map(([on, name]) => ({ on, name })).sort((a, b) => compareDays(a.on, b.on));
}
