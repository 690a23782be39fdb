import { describe, expect, it } from 'vitest';
import { buildHolidayTable, nextYearToConfirm, refusedChange, withHolidayChanges, type HolidayChange } from '@/domain/deadlines';
import { calendarDate as day } from '@/shared/calendar-date';

const NINE = ['01-01', '01-18', '02-12', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11'];
const rowsOf = (year: number, days: readonly string[]) => days.map((d) => ({ on: day(`${year}-${d}`), name: `Day ${d}`, confirmed: year < 2027 }));
const table = buildHolidayTable({ version: 1, firstYear: 2026, lastYear: 2027, rows: [...rowsOf(2026, ['01-01', '11-26']), ...rowsOf(2027, NINE)] });
const add = (on: string): HolidayChange => ({ op: 'add', on: day(on), name: 'New day', confirmed: false });

describe('a change of the holiday table (D15)', () => {
  it.each([
    [add('2026-11-26'), 'stands in the table already: Day 11-26'],
    [add('2026-11-28'), 'is a weekend day'],
    [add('2029-03-01'), 'A day of 2029 cannot be added yet'],
    [add('2025-03-03'), 'A day of 2025 cannot be added yet'],
    [{ op: 'confirm', on: day('2026-11-26') } as const, 'is confirmed already'],
    [{ op: 'confirm', on: day('2026-11-24') } as const, 'is not in the table'],
    [{ op: 'withdraw', on: day('2026-11-24') } as const, 'is not in the table'],
  ])('%o is refused with its reason', (change, reason) => {
    expect(refusedChange(table, change)).toContain(reason);
    expect(withHolidayChanges(table, 2, [change]).ok).toBe(false);
  });

  it('makes a new version in the order of days and leaves the old one as it was', () => {
    const made = withHolidayChanges(table, 2, [add('2026-11-30'), { op: 'withdraw', on: day('2026-01-01') }, { op: 'confirm', on: day('2027-01-01') }]);
    expect(made.ok && made.value.rows.slice(0, 3)).toEqual([{ on: '2026-11-26', name: 'Day 11-26', confirmed: true }, { on: '2026-11-30', name: 'New day', confirmed: false }, { on: '2027-01-01', name: 'Day 01-01', confirmed: true }]);
    expect(table.rows).toHaveLength(11);
  });

  it('takes a new year only with the days of a whole year', () => {
    const nine = ['2028-01-03', '2028-01-17', '2028-02-14', '2028-05-29', '2028-06-19', '2028-07-04', '2028-09-04', '2028-10-09', '2028-11-10'].map(add);
    expect(withHolidayChanges(table, 2, nine)).toMatchObject({ ok: false, error: { message: expect.stringContaining('only 9 holidays') } });
    expect(withHolidayChanges(table, 2, [...nine, add('2028-11-23')])).toMatchObject({ ok: true, value: { lastYear: 2028 } });
  });
});

describe('the next year (D15)', () => {
  it('is asked for from October on, until all its days are confirmed', () => {
    expect(nextYearToConfirm(table, day('2026-09-30'))).toBeNull();
    expect(nextYearToConfirm(table, day('2026-10-01'))).toEqual({ year: 2027, isMissing: false, unconfirmed: 9 });
    expect(nextYearToConfirm(table, day('2027-10-01'))).toEqual({ year: 2028, isMissing: true, unconfirmed: 0 });
    const confirmed = buildHolidayTable({ ...table, rows: table.rows.map((r) => ({ ...r, confirmed: true })) });
    expect(nextYearToConfirm(confirmed, day('2026-12-31'))).toBeNull();
  });
});
