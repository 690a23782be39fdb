import { dayNumberOf, formatDay, fromDayNumber, toDayNumber, type CalendarDate } from './calendar-date';

/** All civil dates of the portal are those of this zone, whatever the zone of the machine. */
export const PORTAL_TIME_ZONE = 'America/Chicago';

const MS_PER_DAY = 86_400_000;

// Made once: making a formatter costs a hundred times more than using it.
const inChicago = new Intl.DateTimeFormat('en-US', {
  timeZone: PORTAL_TIME_ZONE,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

type WallClock = { dayNumber: number; hour: number; minute: number; second: number };

function wallClock(instantMs: number): WallClock {
  const parts: Record<string, number> = {};
  for (const part of inChicago.formatToParts(instantMs)) if (part.type !== 'literal') parts[part.type] = Number(part.value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = parts;
  return { dayNumber: dayNumberOf(year, month, day), hour, minute, second };
}

/** Milliseconds by which Chicago's clocks differ from UTC at an instant. */
function offsetMs(instantMs: number): number {
  const wall = wallClock(instantMs);
  const wallMs = wall.dayNumber * MS_PER_DAY + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000;
  return wallMs - Math.floor(instantMs / 1000) * 1000;
}

/** The civil date in Chicago at an instant: an act is on time when that of its arrival is on or before the due date. */
export function chicagoDay(instant: Date): CalendarDate {
  return fromDayNumber(wallClock(instant.getTime()).dayNumber);
}

/** `2:14 PM`. */
export function formatChicagoTime(instant: Date): string {
  const { hour, minute } = wallClock(instant.getTime());
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Fri Nov 20, 2026, 2:14 PM`. */
export function formatChicagoInstant(instant: Date): string {
  return `${formatDay(chicagoDay(instant))}, ${formatChicagoTime(instant)}`;
}

function secondsOfTime(time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time);
  if (parts === null) throw new RangeError(`Not a time HH:MM or HH:MM:SS: ${time}`);
  return Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0);
}

/**
 * The instant of a Chicago day and wall-clock time `HH:MM[:SS]`. In the hour that comes twice in fall it is the first
 * one; in the hour that is skipped in spring it is the same stretch of time later (2:30 is 3:30).
 */
export function chicagoInstant(day: CalendarDate, time: string): Date {
  const wallMs = toDayNumber(day) * MS_PER_DAY + secondsOfTime(time) * 1000;
  const before = offsetMs(wallMs - MS_PER_DAY);
  const after = offsetMs(wallMs + MS_PER_DAY);
  const isRight = (offset: number) => offsetMs(wallMs - offset) === offset;
  return new Date(wallMs - (isRight(before) || !isRight(after) ? before : after));
}
