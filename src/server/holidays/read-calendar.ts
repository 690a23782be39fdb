import ICAL from 'ical.js';
import { addDays, dayOfWeek, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { ProposedDay } from './propose-year';

const LONGEST_DAYS = 14;
const MOST_DAYS = 400;
const LONGEST_NAME = 120;

/** The file's own text of a day: the library would turn February 30 into a day of March. */
function writtenDay(property: ICAL.Property): CalendarDate | null {
  const day = parseCalendarDate(String(property.jCal[3]).slice(0, 10));
  return day.ok ? day.value : null;
}

/** The days of a duration in whole weeks or days. NB: the library counts a long one off day by day, however long it says to be. */
function durationDays(written: string): number | null {
  const [, weeks, days] = /^\+?P(?:(\d{1,3})W|(\d{1,3})D(?:T(?:0+[HMS])+)?)$/.exec(written) ?? [];
  return weeks !== undefined ? Number(weeks) * 7 : days !== undefined ? Number(days) : null;
}

/** The day after an event's last one (RFC 5545): `DTEND`, or what a duration gives; without both it lasts a day. */
function dayAfter(event: ICAL.Component, first: CalendarDate): CalendarDate | null {
  const end = event.getFirstProperty('dtend');
  if (end !== null) return writtenDay(end);
  const duration = event.getFirstProperty('duration');
  const days = duration === null ? 1 : durationDays(String(duration.jCal[3]));
  return days === null ? null : addDays(first, days);
}

/** The weekdays of an all-day event; none of one that has a time. Null when its days cannot be read. */
function daysOf(event: ICAL.Event): CalendarDate[] | null {
  const start = event.component.getFirstProperty('dtstart');
  if (start === null) return null;
  if (start.type !== 'date') return [];
  const first = writtenDay(start);
  const end = first === null ? null : dayAfter(event.component, first);
  if (first === null || end === null || end > addDays(first, LONGEST_DAYS)) return null;
  const days = [first];
  for (let on = addDays(first, 1); on < end; on = addDays(on, 1)) days.push(on);
  return days.filter((on) => dayOfWeek(on) !== 0 && dayOfWeek(on) !== 6);
}

type WrittenDays = { name: string; days: CalendarDate[] | null; repeats: boolean };

/** The library reads a property only when it is asked for, and throws at one that it cannot read. */
function writtenDays(event: ICAL.Event): WrittenDays {
  const name = String(event.summary ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, LONGEST_NAME).toWellFormed() || 'Holiday';
  try {
    return { name, days: daysOf(event), repeats: event.isRecurring() };
  } catch {
    return { name, days: null, repeats: false };
  }
}

/**
 * The days of an iCalendar file: every event that lasts whole days, weekends left out. An event that repeats is refused,
 * since each day of the State's calendar is confirmed by itself. Errors are fit for a form.
 */
export function readCalendar(text: string): Result<ProposedDay[], string> {
  let events: WrittenDays[];
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    events = calendar.getAllSubcomponents('vevent').map((part) => writtenDays(new ICAL.Event(part)));
  } catch {
    return err('This is not a calendar file that can be read. Choose a file whose name ends in .ics.');
  }
  const found = new Map<CalendarDate, string>();
  for (const { name, days, repeats } of events) {
    if (repeats) return err(`“${name}” repeats. Give each of its days as an event of its own.`);
    if (days === null) return err(`“${name}” has no days that can be read. It needs a first day that exists, and at most ${LONGEST_DAYS} days.`);
    for (const on of days) if (!found.has(on)) found.set(on, name);
  }
  if (found.size === 0) return err('There is no event in it that lasts a whole weekday.');
  if (found.size > MOST_DAYS) return err(`There are ${found.size} days in it. A calendar of State holidays has about 13 a year.`);
  return ok([...found].map(([on, name]) => ({ on, name })));
}
