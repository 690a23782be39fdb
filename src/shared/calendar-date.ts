import { err, ok, type Result } from './result';

declare const calendarDateBrand: unique symbol;

/** A civil date `YYYY-MM-DD`, years 0001 to 9999, without a time and without a time zone. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

export type BadDate = { kind: 'bad_date'; message: string };

/** 0 is Sunday, 6 is Saturday. */
export type DayOfWeek = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const EXPECTED = 'Give the date as year, month and day, such as 2026-11-30.';

/** Day numbers (days since 1970-01-01) of 0001-01-01 and 9999-12-31. */
export const FIRST_DAY_NUMBER = -719162;
export const LAST_DAY_NUMBER = 2932896;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** What was given, quoted, cut and with control characters made visible. */
function shown(text: string): string {
  const cut = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(cut);
}

/** Reads `YYYY-MM-DD`. An impossible date, a time or an empty string is an error that says what was given and what is expected. */
export function parseCalendarDate(text: string): Result<CalendarDate, BadDate> {
  const bad = (why: string) => err<BadDate>({ kind: 'bad_date', message: `${why} ${EXPECTED}` });
  if (text === '') return bad('No date was given: the text is empty.');
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) {
    if (/\d[T ,]+\d{1,2}:\d{2}|^\d{1,2}:\d{2}|^\d{4}-\d{2}-\d{2}T/.test(text)) return bad(`${shown(text)} has a time in it, but a date without a time is expected.`);
    return bad(`${shown(text)} is not a date.`);
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1) return bad(`${shown(text)} is not a date: there is no year 0.`);
  if (month < 1 || month > 12) return bad(`${shown(text)} is not a date: there is no month ${parts[2]}.`);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) return bad(`${shown(text)} is not a date: ${monthName(month)} ${year} has ${last} days.`);
  return ok(text as CalendarDate);
}

/** A civil date from a literal or a database row; anything else is a bug and throws. */
export function calendarDate(literal: string): CalendarDate {
  const parsed = parseCalendarDate(literal);
  if (!parsed.ok) throw new RangeError(parsed.error.message);
  return parsed.value;
}

const digit = (day: string, at: number) => day.charCodeAt(at) - 48;

export function yearOf(day: CalendarDate): number {
  return digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
}

/** 1 is January. */
export function monthOf(day: CalendarDate): number {
  return digit(day, 5) * 10 + digit(day, 6);
}

export function dayOfMonth(day: CalendarDate): number {
  return digit(day, 8) * 10 + digit(day, 9);
}

/** Days since 1970-01-01 of a year, month and day of the Gregorian calendar (years from March, 400-year eras). */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Days since 1970-01-01. */
export function toDayNumber(day: CalendarDate): number {
  return dayNumberOf(yearOf(day), monthOf(day), dayOfMonth(day));
}

const twoDigits = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** The civil date of a day number; outside the years 0001 to 9999 it throws. */
export function fromDayNumber(dayNumber: number): CalendarDate {
  if (!Number.isInteger(dayNumber) || dayNumber < FIRST_DAY_NUMBER || dayNumber > LAST_DAY_NUMBER)
    throw new RangeError(`No civil date of the years 0001 to 9999 has day number ${dayNumber}`);
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const yearText = year >= 1000 ? `${year}` : String(year).padStart(4, '0');
  return `${yearText}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(day) + days);
}

/** Calendar days from `from` to `to`, negative when `to` is earlier; day 0 is not counted. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Negative when `a` is earlier, 0 on the same day, positive when later; fits `sort`. */
export function compareDays(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isBefore(a: CalendarDate, b: CalendarDate): boolean {
  return a < b;
}

export function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  return a > b;
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/** Weekday of a day number, 0 is Sunday. */
export function dayOfWeekOf(dayNumber: number): DayOfWeek {
  // 1970-01-01 was a Thursday.
  return (((dayNumber % 7) + 11) % 7) as DayOfWeek;
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(day: CalendarDate): DayOfWeek {
  return dayOfWeekOf(toDayNumber(day));
}

export function isWeekend(day: CalendarDate): boolean {
  const weekday = dayOfWeek(day);
  return weekday === 0 || weekday === 6;
}

/** The calendar quarter, such as `2026-Q4` (R22). */
export function quarterOf(day: CalendarDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`;
}

export function lastDayOfMonth(day: CalendarDate): CalendarDate {
  return fromDayNumber(dayNumberOf(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day))));
}

/** The last day of the calendar quarter that holds `day` (R22, R23). */
export function lastDayOfQuarter(day: CalendarDate): CalendarDate {
  const month = Math.ceil(monthOf(day) / 3) * 3;
  return fromDayNumber(dayNumberOf(yearOf(day), month, daysInMonth(yearOf(day), month)));
}

/** `Monday`. */
export function weekdayName(day: CalendarDate): string {
  return WEEKDAYS[dayOfWeek(day)];
}

/** `Mon`. */
export function weekdayShort(day: CalendarDate): string {
  return weekdayName(day).slice(0, 3);
}

/** `Nov 30`. */
export function formatDayShort(day: CalendarDate): string {
  return `${monthName(monthOf(day)).slice(0, 3)} ${dayOfMonth(day)}`;
}

/** `Mon Nov 30`. */
export function formatDayWithoutYear(day: CalendarDate): string {
  return `${weekdayShort(day)} ${formatDayShort(day)}`;
}

/** `Mon Nov 30, 2026`: how a date reads on every page and in every mail but the fine notice. */
export function formatDay(day: CalendarDate): string {
  return `${formatDayWithoutYear(day)}, ${yearOf(day)}`;
}

/** `November 30, 2026`: how the date reads in the fine notice (R21). */
export function formatDayLong(day: CalendarDate): string {
  return `${monthName(monthOf(day))} ${dayOfMonth(day)}, ${yearOf(day)}`;
}

/** `November 2026`. */
export function formatMonth(day: CalendarDate): string {
  return `${monthName(monthOf(day))} ${yearOf(day)}`;
}
