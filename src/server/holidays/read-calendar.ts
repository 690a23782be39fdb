import ICAL from 'ical.js';
import { addDays, dayOfWeek, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { ProposedDay } from './propose-year';

const LONGEST_DAYS = 14;
const MOST_DAYS = 400;
const LONGEST_NAME = 120;

function dayOfTime(time: ICAL.Time): CalendarDate | null {
  const day = parseCalendarDate(time.toString().slice(0, 10));
  return day.ok ? day.value : null;
}

/** The weekdays of an all-day event; `DTEND` is the day after its last one (RFC 5545). */
function daysOf(event: ICAL.Event): CalendarDate[] {
  const first = dayOfTime(event.startDate);
  const end = dayOfTime(event.endDate);
  if (first === null || !event.startDate.isDate) return [];
  const days = [first];
  for (let on = addDays(first, 1); end !== null && on < end && days.length < LONGEST_DAYS; on = addDays(on, 1)) days.push(on);
  return days.filter((on) => dayOfWeek(on) !== 0 && dayOfWeek(on) !== 6);
}

/**
 * The days of an iCalendar file: every event that lasts whole days, weekends left out. An event that repeats is refused,
 * since each day of the State's calendar is confirmed by itself. Errors are fit for a form.
 */
export function readCalendar(text: string): Result<ProposedDay[], string> {
  let events: ICAL.Event[];
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  } catch {
    return err('This is not a calendar file that can be read. Choose a file whose name ends in .ics.');
  }
  const repeating = events.find((event) => event.isRecurring());
  if (repeating !== undefined) return err(`“${repeating.summary}” repeats. Give each of its days as an event of its own.`);
  const found = new Map<CalendarDate, string>();
  for (const event of events) for (const on of daysOf(event)) if (!found.has(on)) found.set(on, (event.summary ?? '').trim().slice(0, LONGEST_NAME) || 'Holiday');
  if (found.size === 0) return err('There is no event in it that lasts a whole weekday.');
  if (found.size > MOST_DAYS) return err(`There are ${found.size} days in it. A calendar of State holidays has about 13 a year.`);
  return ok([...found].map(([on, name]) => ({ on, name })));
}
