import { compareDays, dayOfWeek, formatDay, yearOf, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { HolidayRow, HolidayTable, HolidayTableInput } from './holiday-table';

/** What HFS does to one day of the table (D15, D16); a day on which the portal was down is added like a holiday. */
export type HolidayChange =
  | { op: 'add'; on: CalendarDate; name: string; confirmed: boolean }
  | { op: 'confirm'; on: CalendarDate }
  | { op: 'withdraw'; on: CalendarDate };

export type BadHolidayChange = { kind: 'bad_holiday_change'; message: string };

/** A year of the State's calendar has 11 to 14 closures; with fewer days it was not entered to its end. */
const FEWEST_DAYS_OF_A_YEAR = 10;
/** From this month on HFS is asked to confirm the next year. */
const ASKED_FROM_MONTH = 10;

/** Why a single change does not fit a table, in words; null when it does. */
export function refusedChange(table: HolidayTable, change: HolidayChange): string | null {
  const year = yearOf(change.on);
  const row = table.rows.find((r) => r.on === change.on);
  switch (change.op) {
    case 'add': {
      const weekday = dayOfWeek(change.on);
      if (row !== undefined) return `${formatDay(change.on)} stands in the table already: ${row.name}.`;
      if (weekday === 0 || weekday === 6) return `${formatDay(change.on)} is a weekend day. It does not count anyway; add the weekday on which offices close for it.`;
      if (year < table.firstYear || year > table.lastYear + 1) return `The table holds ${table.firstYear} to ${table.lastYear}. A day of ${year} cannot be added yet.`;
      return null;
    }
    case 'confirm':
      if (row === undefined) return `${formatDay(change.on)} is not in the table.`;
      return row.confirmed ? `${formatDay(change.on)} is confirmed already.` : null;
    case 'withdraw':
      return row === undefined ? `${formatDay(change.on)} is not in the table.` : null;
  }
}

/** The next version of a table with these changes made. Errors: a change that does not fit, a new year without its days. */
export function withHolidayChanges(table: HolidayTable, version: number, changes: readonly HolidayChange[]): Result<HolidayTableInput, BadHolidayChange> {
  const bad = (message: string) => err<BadHolidayChange>({ kind: 'bad_holiday_change', message });
  const rows = new Map<CalendarDate, HolidayRow>(table.rows.map((row) => [row.on, row]));
  for (const change of changes) {
    const refused = refusedChange(table, change);
    if (refused !== null) return bad(refused);
    if (change.op === 'withdraw') rows.delete(change.on);
    if (change.op === 'add') rows.set(change.on, { on: change.on, name: change.name, confirmed: change.confirmed });
    const row = rows.get(change.on);
    if (change.op === 'confirm' && row !== undefined) rows.set(change.on, { ...row, confirmed: true });
  }
  const next = [...rows.values()].sort((a, b) => compareDays(a.on, b.on));
  const newYear = table.lastYear + 1;
  const ofNewYear = next.filter((row) => yearOf(row.on) === newYear).length;
  if (ofNewYear > 0 && ofNewYear < FEWEST_DAYS_OF_A_YEAR)
    return bad(`${newYear} would have only ${ofNewYear} ${ofNewYear === 1 ? 'holiday' : 'holidays'}. Add the whole year: a year of the State’s calendar has at least ${FEWEST_DAYS_OF_A_YEAR}.`);
  return ok({ version, firstYear: table.firstYear, lastYear: ofNewYear > 0 ? newYear : table.lastYear, rows: next });
}

const nameOf = (table: HolidayTable, on: CalendarDate) => table.rows.find((r) => r.on === on)?.name ?? '';

/** One change in words, as the history of the table keeps it. */
export function changeWords(table: HolidayTable, change: HolidayChange): string {
  switch (change.op) {
    case 'add': return `added ${change.name}, ${formatDay(change.on)}`;
    case 'confirm': return `confirmed ${nameOf(table, change.on)}, ${formatDay(change.on)}`;
    case 'withdraw': return `withdrew ${nameOf(table, change.on)}, ${formatDay(change.on)}`;
  }
}

/** D15: what HFS is asked about the next year from October on; null before, and once all its days are confirmed. */
export function nextYearToConfirm(table: HolidayTable, today: CalendarDate): { year: number; isMissing: boolean; unconfirmed: number } | null {
  if (Number(today.slice(5, 7)) < ASKED_FROM_MONTH) return null;
  const year = yearOf(today) + 1;
  const isMissing = year > table.lastYear;
  const unconfirmed = table.rows.filter((row) => yearOf(row.on) === year && !row.confirmed).length;
  return isMissing || unconfirmed > 0 ? { year, isMissing, unconfirmed } : null;
}
