import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildHolidayTable,
  businessDaysBetween,
  holidayName,
  isBusinessDay,
  nextBusinessDayOnOrAfter,
  nthBusinessDayAfter,
  parseHolidayCsv,
} from '@/domain/deadlines';
import { addDays, calendarDate } from '@/shared/calendar-date';
import { STATE_HOLIDAYS } from './holidays';

const day = calendarDate;
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }) => (result.ok ? result.value : result.error.message);

describe('the holiday table', () => {
  it('holds the closures of 2020 to 2030', () => {
    expect([STATE_HOLIDAYS.firstYear, STATE_HOLIDAYS.lastYear, STATE_HOLIDAYS.rows.length]).toEqual([2020, 2030, 147]);
    expect(holidayName(day('2026-11-27'), STATE_HOLIDAYS)).toBe('Day after Thanksgiving');
    expect(STATE_HOLIDAYS.rows).toContainEqual({ on: '2026-11-26', name: 'Thanksgiving Day', confirmed: true });
    expect(holidayName(day('2026-11-25'), STATE_HOLIDAYS)).toBeNull();
    expect(holidayName(day('2020-02-17'), STATE_HOLIDAYS)).toBe("Washington's Birthday (Presidents' Day)");
  });

  it.each([
    ['2026-11-25', true, 'a Wednesday'],
    ['2026-11-26', false, 'Thanksgiving Day'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-03-02', true, 'Pulaski Day is not a closure'],
    ['2025-05-19', true, 'Malcolm X Day is not a closure'],
    ['2020-01-01', false, "the first day of the table, New Year's Day"],
    ['2030-12-31', true, 'the last day of the table'],
  ])('%s: business day %s (%s)', (text, expected) => {
    expect(value(isBusinessDay(day(text), STATE_HOLIDAYS))).toBe(expected);
  });

  it('answers for a weekend at its very end although the next business day lies outside', () => {
    const table = buildHolidayTable({ version: 1, firstYear: 2022, lastYear: 2022, rows: [] });
    expect(value(isBusinessDay(day('2022-12-31'), table))).toBe(false);
    expect(value(nextBusinessDayOnOrAfter(day('2022-12-31'), table))).toMatch(/holidays of 2023\. The holiday table holds 2022 only/);
    expect(value(isBusinessDay(day('2023-01-02'), table))).toMatch(/2023/);
    expect(value(isBusinessDay(day('2021-12-31'), table))).toMatch(/2021/);
  });

  it.each([
    ['2026-11-24', '2026-12-03', 5, 'two holidays and a weekend between'],
    ['2026-11-24', '2026-11-24', 0, 'the same day'],
    ['2026-11-25', '2026-11-29', 0, 'only days off follow'],
    ['2026-11-27', '2026-11-30', 1, 'the first day is not counted, the last one is'],
    ['2026-12-03', '2026-11-24', -5, 'backwards'],
    ['2019-12-31', '2020-01-02', 1, 'from the day before the table'],
    ['2035-01-01', '2035-01-01', 0, 'no table is needed for nothing'],
  ])('from %s to %s are %i business days: %s', (from, to, expected) => {
    expect(value(businessDaysBetween(day(from), day(to), STATE_HOLIDAYS))).toBe(expected);
  });

  it.each([
    ['2019-12-30', '2020-01-02', /2019/],
    ['2030-12-30', '2031-01-01', /2031/],
    ['2031-02-03', '2031-02-05', /2031/],
  ])('from %s to %s is an error', (from, to, message) => {
    expect(value(businessDaysBetween(day(from), day(to), STATE_HOLIDAYS))).toMatch(message);
  });

  it('counts and finds agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3600 }), fc.integer({ min: 1, max: 200 }), (offset, n) => {
        const day0 = addDays(day('2020-01-01'), offset);
        const nth = nthBusinessDayAfter(day0, n, STATE_HOLIDAYS);
        if (!nth.ok) expect.fail(nth.error.message);
        expect(value(isBusinessDay(nth.value, STATE_HOLIDAYS))).toBe(true);
        expect(value(businessDaysBetween(day0, nth.value, STATE_HOLIDAYS))).toBe(n);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a holiday that is proclaimed late: dates only move later (D16)', () => {
    const late = buildHolidayTable({ ...STATE_HOLIDAYS, version: 2, rows: [...STATE_HOLIDAYS.rows, { on: day('2026-11-30'), name: 'Day of mourning', confirmed: true }] });
    expect(value(nthBusinessDayAfter(day('2026-11-20'), 5, STATE_HOLIDAYS))).toBe('2026-12-01');
    expect(value(nthBusinessDayAfter(day('2026-11-20'), 5, late))).toBe('2026-12-02');
    expect(value(nextBusinessDayOnOrAfter(day('2026-11-26'), late))).toBe('2026-12-01');
  });

  it('keeps its rows in order and refuses what cannot be right', () => {
    const rows = ['2026-07-03', '2026-01-01'].map((on) => ({ on: day(on), name: 'x', confirmed: true }));
    expect(buildHolidayTable({ version: 1, firstYear: 2026, lastYear: 2026, rows }).rows.map((row) => row.on)).toEqual(['2026-01-01', '2026-07-03']);
    expect(() => buildHolidayTable({ version: 1, firstYear: 2025, lastYear: 2025, rows })).toThrow(/not in the years/);
    expect(() => buildHolidayTable({ version: 1, firstYear: 2026, lastYear: 2026, rows: [...rows, ...rows] })).toThrow(/stands twice/);
    expect(() => buildHolidayTable({ version: 1, firstYear: 2027, lastYear: 2026, rows: [] })).toThrow(RangeError);
  });
});

describe('the file of holidays', () => {
  const header = 'year,date,name,confidence,note';
  const read = (...lines: string[]) => parseHolidayCsv([header, ...lines].join('\n'));

  it('reads names, quoted fields and confidence; only high confidence is confirmed', () => {
    expect(read('2026,2026-11-26,Thanksgiving Day,high,"named in the code, ""no shift"""', '2027,2027-01-01,"New Year, observed",medium,')).toEqual({
      ok: true,
      value: {
        firstYear: 2026,
        lastYear: 2027,
        rows: [
          { on: '2026-11-26', name: 'Thanksgiving Day', confirmed: true },
          { on: '2027-01-01', name: 'New Year, observed', confirmed: false },
        ],
      },
    });
  });

  it('reads line ends and a byte order mark of other systems', () => {
    expect(parseHolidayCsv(`\uFEFF${header}\r\n2026,2026-12-25,Christmas Day,high,x\r\n\r\n`)).toMatchObject({ ok: true, value: { rows: [{ on: '2026-12-25' }] } });
  });

  it.each([
    ['2026,2026-02-30,X,high,', /Line 2: "2026-02-30" is not a date/],
    ['2025,2026-11-26,X,high,', /Line 2: 2026-11-26 is not in the year 2025/],
    ['2026,2026-11-26,,high,', /Line 2: 2026-11-26 has no name/],
  ])('says which line is wrong: %s', (line, message) => {
    const parsed = read(line);
    expect(!parsed.ok && parsed.error.message).toMatch(message);
  });

  it('refuses a file without its heading or without holidays', () => {
    expect(parseHolidayCsv('date,name').ok).toBe(false);
    expect(parseHolidayCsv(header).ok).toBe(false);
  });
});
