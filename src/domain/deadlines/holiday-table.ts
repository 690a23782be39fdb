import { LAST_DAY_NUMBER, dayNumberOf, dayOfWeekOf, fromDayNumber, toDayNumber, yearOf, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { DeadlineError } from './deadline-error';

/** A day on which State offices are closed (D15); `confirmed` says that HFS stands by it. */
export type HolidayRow = { on: CalendarDate; name: string; confirmed: boolean };

/**
 * One version of the holidays with what makes counting O(1): how many business days lie before each day, and which day
 * is the k-th business day. Made by `buildHolidayTable`.
 */
export type HolidayTable = {
  version: number;
  firstYear: number;
  lastYear: number;
  rows: readonly HolidayRow[];
  /** Day numbers of Jan 1 of the first and Dec 31 of the last year. */
  firstDayNumber: number;
  lastDayNumber: number;
  byDayNumber: ReadonlyMap<number, HolidayRow>;
  /** At `i`: business days from the first day up to, not including, day `firstDayNumber + i`. */
  businessDaysBefore: Int32Array;
  /** At `k`: the day number of the business day with `k` business days before it. */
  businessDayNumbers: Int32Array;
};

export type HolidayTableInput = { version: number; firstYear: number; lastYear: number; rows: readonly HolidayRow[] };

/** D15: makes the table of one version. A row outside its years or a date that stands twice is a bug and throws. */
export function buildHolidayTable({ version, firstYear, lastYear, rows }: HolidayTableInput): HolidayTable {
  if (firstYear > lastYear) throw new RangeError(`A holiday table cannot run from ${firstYear} to ${lastYear}`);
  const firstDayNumber = dayNumberOf(firstYear, 1, 1);
  const lastDayNumber = dayNumberOf(lastYear, 12, 31);
  const byDayNumber = new Map<number, HolidayRow>();
  for (const row of rows) {
    const n = toDayNumber(row.on);
    if (n < firstDayNumber || n > lastDayNumber) throw new RangeError(`${row.on} is not in the years ${firstYear} to ${lastYear}`);
    if (byDayNumber.has(n)) throw new RangeError(`${row.on} stands twice in holiday table ${version}`);
    byDayNumber.set(n, row);
  }
  const length = lastDayNumber - firstDayNumber + 1;
  const businessDaysBefore = new Int32Array(length + 1);
  const found: number[] = [];
  for (let i = 0; i < length; i++) {
    businessDaysBefore[i] = found.length;
    const n = firstDayNumber + i;
    if (!isWeekendNumber(n) && !byDayNumber.has(n)) found.push(n);
  }
  businessDaysBefore[length] = found.length;
  const sorted = [...rows].sort((a, b) => (a.on < b.on ? -1 : 1));
  return { version, firstYear, lastYear, rows: sorted, firstDayNumber, lastDayNumber, byDayNumber, businessDaysBefore, businessDayNumbers: Int32Array.from(found) };
}

export function isWeekendNumber(dayNumber: number): boolean {
  const weekday = dayOfWeekOf(dayNumber);
  return weekday === 0 || weekday === 6;
}

function yearMissing(table: HolidayTable, year: number): { ok: false; error: DeadlineError } {
  const span = table.firstYear === table.lastYear ? `${table.firstYear} only` : `${table.firstYear} to ${table.lastYear}`;
  const message = `This date needs the State holidays of ${year}. The holiday table holds ${span}.`;
  return err({ kind: 'holiday_year_missing', year, message });
}

function yearOfDayNumber(dayNumber: number): number {
  return dayNumber > LAST_DAY_NUMBER ? yearOf(fromDayNumber(LAST_DAY_NUMBER)) + 1 : yearOf(fromDayNumber(dayNumber));
}

/** D4: the first business day on or after a day; O(1), in day numbers. */
export function nextBusinessDayNumber(dayNumber: number, table: HolidayTable): Result<number, DeadlineError> {
  const before = table.businessDaysBefore[dayNumber - table.firstDayNumber];
  if (before === undefined || dayNumber > table.lastDayNumber) return yearMissing(table, yearOfDayNumber(dayNumber));
  const found = table.businessDayNumbers[before];
  return found === undefined ? yearMissing(table, table.lastYear + 1) : ok(found);
}

/** `business(n)`: the n-th business day after day 0; O(1), in day numbers. For n = 0 it is day 0 itself. */
export function nthBusinessDayNumber(day0Number: number, n: number, table: HolidayTable): Result<number, DeadlineError> {
  if (n === 0) return ok(day0Number);
  const upToDay0 = table.businessDaysBefore[day0Number + 1 - table.firstDayNumber];
  if (upToDay0 === undefined) return yearMissing(table, yearOfDayNumber(day0Number + 1));
  const found = table.businessDayNumbers[upToDay0 + n - 1];
  return found === undefined ? yearMissing(table, Math.max(yearOfDayNumber(day0Number + 1), table.lastYear + 1)) : ok(found);
}

/** The name of the State holiday of a day, or null. Says nothing about years that the table does not hold. */
export function holidayName(day: CalendarDate, table: HolidayTable): string | null {
  return table.byDayNumber.get(toDayNumber(day))?.name ?? null;
}

/** Neither Saturday, Sunday nor State holiday; a year outside the table is an error. */
export function isBusinessDay(day: CalendarDate, table: HolidayTable): Result<boolean, DeadlineError> {
  const next = nextBusinessDayNumber(toDayNumber(day), table);
  if (next.ok) return ok(next.value === toDayNumber(day));
  return next.error.kind === 'holiday_year_missing' && next.error.year > yearOf(day) ? ok(false) : next;
}

/** The day itself when it is a business day, else the next one (R8). */
export function nextBusinessDayOnOrAfter(day: CalendarDate, table: HolidayTable): Result<CalendarDate, DeadlineError> {
  const next = nextBusinessDayNumber(toDayNumber(day), table);
  return next.ok ? ok(fromDayNumber(next.value)) : next;
}

/** The day itself when it is a business day, else the last one before it. */
export function previousBusinessDayOnOrBefore(day: CalendarDate, table: HolidayTable): Result<CalendarDate, DeadlineError> {
  const upTo = table.businessDaysBefore[toDayNumber(day) + 1 - table.firstDayNumber];
  const found = upTo === undefined ? undefined : table.businessDayNumbers[upTo - 1];
  return found === undefined ? yearMissing(table, upTo === undefined ? yearOf(day) : table.firstYear - 1) : ok(fromDayNumber(found));
}

/** `business(n)`: the n-th business day after day 0, which is not counted. */
export function nthBusinessDayAfter(day0: CalendarDate, n: number, table: HolidayTable): Result<CalendarDate, DeadlineError> {
  const nth = nthBusinessDayNumber(toDayNumber(day0), n, table);
  return nth.ok ? ok(fromDayNumber(nth.value)) : nth;
}

/** Business days after `from` up to and including `to`; negative when `to` is earlier. */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate, table: HolidayTable): Result<number, DeadlineError> {
  if (to < from) {
    const back = businessDaysBetween(to, from, table);
    return back.ok ? ok(0 - back.value) : back;
  }
  const upTo = (day: CalendarDate) => table.businessDaysBefore[toDayNumber(day) + 1 - table.firstDayNumber];
  const [first, last] = [upTo(from), upTo(to)];
  if (from === to) return ok(0);
  if (first === undefined) return yearMissing(table, yearOfDayNumber(toDayNumber(from) + 1));
  if (last === undefined) return yearMissing(table, table.lastYear + 1);
  return ok(last - first);
}
