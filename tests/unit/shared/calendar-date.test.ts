import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_DAY_NUMBER,
  LAST_DAY_NUMBER,
  addDays,
  calendarDate,
  compareDays,
  dayOfWeek,
  daysBetween,
  formatDay,
  formatDayLong,
  formatDayShort,
  formatDayWithoutYear,
  formatMonth,
  fromDayNumber,
  isAfter,
  isBefore,
  isWeekend,
  lastDayOfMonth,
  lastDayOfQuarter,
  laterOf,
  parseCalendarDate,
  quarterOf,
  toDayNumber,
  weekdayName,
} from '@/shared/calendar-date';

const day = calendarDate;

describe('parseCalendarDate', () => {
  it.each(['2026-11-30', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['2026-02-30', 'February 2026 has 28 days', 'impossible date'],
    ['2025-02-29', 'February 2025 has 28 days', 'not a leap year'],
    ['1900-02-29', 'February 1900 has 28 days', 'century that is not a leap year'],
    ['2026-04-31', 'April 2026 has 30 days', 'short month'],
    ['2026-13-01', 'there is no month 13', 'month'],
    ['2026-00-10', 'there is no month 00', 'month'],
    ['2026-01-00', 'January 2026 has 31 days', 'day 0'],
    ['0000-01-01', 'there is no year 0', 'year 0'],
    ['', 'the text is empty', 'empty'],
    [' ', 'is not a date', 'blank'],
    ['2026-10-27T00:00:00Z', 'has a time in it', 'instant'],
    ['2026-10-27 09:41', 'has a time in it', 'date and time'],
    ['09:41', 'has a time in it', 'a time alone'],
    ['10/27/2026', 'is not a date', 'another notation'],
    ['2026-1-7', 'is not a date', 'missing zeros'],
    ['26-10-27', 'is not a date', 'short year'],
    ['12026-10-27', 'is not a date', 'long year'],
    ['-026-10-27', 'is not a date', 'sign'],
    ['2026-10-27\n', 'is not a date', 'line end'],
    ['٢٠٢٦-١٠-٢٧', 'is not a date', 'other digits'],
    ['tomorrow', 'is not a date', 'a word'],
  ])('refuses %j: %s (%s)', (text, why) => {
    const parsed = parseCalendarDate(text);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.error.kind).toBe('bad_date');
    expect(parsed.error.message).toContain(why);
    expect(parsed.error.message).toContain('such as 2026-11-30');
    if (text !== '') expect(parsed.error.message).toContain(JSON.stringify(text));
  });

  it('cuts a very long text in its message', () => {
    const parsed = parseCalendarDate('9'.repeat(10_000));
    expect(!parsed.ok && parsed.error.message.length < 200).toBe(true);
  });

  it('as a literal it throws', () => {
    expect(() => day('2026-02-30')).toThrow(/28 days/);
  });
});

describe('arithmetic', () => {
  it('is a bijection between day numbers and dates, in order, against the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER }), (n) => {
        const date = fromDayNumber(n);
        expect(toDayNumber(date)).toBe(n);
        const platform = new Date(n * 86_400_000);
        expect(date).toBe(platform.toISOString().slice(-24, -14).padStart(10, '0'));
        expect(dayOfWeek(date)).toBe(platform.getUTCDay());
      }),
      { numRuns: 10_000 },
    );
  });

  it('ends at the years 0001 and 9999', () => {
    expect(fromDayNumber(FIRST_DAY_NUMBER)).toBe('0001-01-01');
    expect(fromDayNumber(LAST_DAY_NUMBER)).toBe('9999-12-31');
    expect(() => fromDayNumber(LAST_DAY_NUMBER + 1)).toThrow(RangeError);
    expect(() => fromDayNumber(FIRST_DAY_NUMBER - 1)).toThrow(RangeError);
    expect(() => fromDayNumber(0.5)).toThrow(RangeError);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-03-07', 1, '2026-03-08'],
    ['2026-10-31', 1, '2026-11-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2023-12-31', 60, '2024-02-29'],
  ])('%s plus %i is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
    expect(daysBetween(day(to), day(from))).toBe(0 - days);
  });

  it('compares and orders', () => {
    const [a, b] = [day('2025-12-31'), day('2026-01-01')];
    expect([compareDays(a, b), compareDays(b, a), compareDays(a, a)]).toEqual([-1, 1, 0]);
    expect([isBefore(a, b), isBefore(a, a), isAfter(b, a), isAfter(a, a)]).toEqual([true, false, true, false]);
    expect([laterOf(a, b), laterOf(b, a)]).toEqual([b, b]);
  });

  it('knows weekends, months and quarters', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((d) => isWeekend(day(d)))).toEqual([false, true, true, false]);
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((d) => quarterOf(day(d)))).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4']);
    expect(['2026-01-01', '2026-03-31', '2026-11-24'].map((d) => lastDayOfQuarter(day(d)))).toEqual(['2026-03-31', '2026-03-31', '2026-12-31']);
    expect(lastDayOfMonth(day('2024-02-10'))).toBe('2024-02-29');
  });
});

describe('words', () => {
  it('reads as on pages, in lists and in the fine notice (R21)', () => {
    const d = day('2026-11-30');
    expect(formatDay(d)).toBe('Mon Nov 30, 2026');
    expect(formatDayWithoutYear(d)).toBe('Mon Nov 30');
    expect(formatDayShort(d)).toBe('Nov 30');
    expect(formatDayLong(d)).toBe('November 30, 2026');
    expect(formatMonth(d)).toBe('November 2026');
    expect(weekdayName(d)).toBe('Monday');
    expect(formatDay(day('2026-05-05'))).toBe('Tue May 5, 2026');
  });
});
