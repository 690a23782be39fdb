import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, fromDayNumber, toDayNumber } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant, formatChicagoInstant, formatChicagoTime } from '@/shared/chicago';

const at = (iso: string) => new Date(iso);

describe('chicagoDay', () => {
  it.each([
    ['2026-11-24T05:59:59Z', '2026-11-23', 'one second before midnight in winter'],
    ['2026-11-24T06:00:00Z', '2026-11-24', 'midnight in winter'],
    ['2026-07-04T04:59:59.999Z', '2026-07-03', 'a millisecond before midnight in summer'],
    ['2026-07-04T05:00:00Z', '2026-07-04', 'midnight in summer'],
    ['2026-11-24T00:00:00Z', '2026-11-23', 'midnight in Greenwich is still the day before'],
    ['2027-01-01T05:59:59Z', '2026-12-31', 'the year ends later'],
    ['2026-03-08T07:59:59Z', '2026-03-08', '1:59:59 AM before clocks go forward'],
    ['2026-03-08T08:00:00Z', '2026-03-08', '3:00 AM after clocks went forward'],
    ['2026-11-01T06:30:00Z', '2026-11-01', '1:30 AM, the first time'],
    ['2026-11-01T07:30:00Z', '2026-11-01', '1:30 AM, the second time'],
    ['2028-02-29T12:00:00Z', '2028-02-29', 'leap day'],
  ])('%s is %s: %s', (instant, day) => {
    expect(chicagoDay(at(instant))).toBe(day);
  });
});

describe('a day ends at midnight, Chicago time', () => {
  it.each([
    ['2026-11-30', '2026-12-01T06:00:00.000Z', 'an ordinary winter day'],
    ['2026-07-06', '2026-07-07T05:00:00.000Z', 'an ordinary summer day'],
    ['2026-03-07', '2026-03-08T06:00:00.000Z', 'the night before clocks go forward: still winter time at midnight'],
    ['2026-03-08', '2026-03-09T05:00:00.000Z', 'the day of 23 hours'],
    ['2026-10-31', '2026-11-01T05:00:00.000Z', 'the night before clocks go back: still summer time at midnight'],
    ['2026-11-01', '2026-11-02T06:00:00.000Z', 'the day of 25 hours'],
    ['2026-12-31', '2027-01-01T06:00:00.000Z', 'the last day of the year'],
  ])('%s ends just before %s: %s', (text, nextMidnight) => {
    const day = calendarDate(text);
    expect(chicagoInstant(day, '23:59:59').getTime()).toBe(at(nextMidnight).getTime() - 1000);
    expect(chicagoDay(chicagoInstant(day, '23:59:59'))).toBe(day);
    expect(chicagoDay(new Date(chicagoInstant(day, '23:59:59').getTime() + 1000))).toBe(addDays(day, 1));
  });
});

describe('chicagoInstant', () => {
  it.each([
    ['2026-11-24', '09:41', '2026-11-24T15:41:00.000Z', 'winter'],
    ['2026-06-24', '09:41:07', '2026-06-24T14:41:07.000Z', 'summer, with seconds'],
    ['2026-03-08', '01:59:59', '2026-03-08T07:59:59.000Z', 'last second of winter time'],
    ['2026-03-08', '03:00', '2026-03-08T08:00:00.000Z', 'first second of summer time'],
    ['2026-03-08', '02:30', '2026-03-08T08:30:00.000Z', 'an hour that does not exist reads 3:30'],
    ['2026-11-01', '00:59:59', '2026-11-01T05:59:59.000Z', 'before the hour that comes twice'],
    ['2026-11-01', '01:30', '2026-11-01T06:30:00.000Z', 'the hour that comes twice: the first one'],
    ['2026-11-01', '02:00', '2026-11-01T08:00:00.000Z', 'after the hour that comes twice'],
  ])('%s %s is %s: %s', (day, time, iso) => {
    expect(chicagoInstant(calendarDate(day), time).toISOString()).toBe(iso);
  });

  it.each(['24:00', '9:41', '09:60', '', '09:41:60', '09:41 PM'])('throws on the time %j', (time) => {
    expect(() => chicagoInstant(calendarDate('2026-11-24'), time)).toThrow(RangeError);
  });

  it('is undone by chicagoDay at every hour of every day from 2020 to 2040', () => {
    const [first, last] = [toDayNumber(calendarDate('2020-01-01')), toDayNumber(calendarDate('2040-12-31'))];
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 1439 }), (n, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(chicagoDay(chicagoInstant(fromDayNumber(n), time))).toBe(fromDayNumber(n));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words', () => {
  it.each([
    ['2026-11-20T20:14:59Z', 'Fri Nov 20, 2026, 2:14 PM'],
    ['2026-11-20T06:00:00Z', 'Fri Nov 20, 2026, 12:00 AM'],
    ['2026-11-20T18:05:00Z', 'Fri Nov 20, 2026, 12:05 PM'],
    ['2026-07-01T14:09:00Z', 'Wed Jul 1, 2026, 9:09 AM'],
  ])('%s reads %s', (instant, words) => {
    expect(formatChicagoInstant(at(instant))).toBe(words);
    expect(words.endsWith(formatChicagoTime(at(instant)))).toBe(true);
  });
});
