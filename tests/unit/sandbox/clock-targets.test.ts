import { describe, expect, it } from 'vitest';
import { clockTargets, targetOf } from '@/server/sandbox/clock-targets';
import { calendarDate } from '@/shared/calendar-date';
import { STATE_HOLIDAYS as holidays } from '../deadlines/holidays';

const day = calendarDate;
const TODAY = day('2026-11-24');
const targets = clockTargets(TODAY, day('2026-11-30'), holidays);

describe('where the clock can go', () => {
  it('offers a business day, a week, the next due date and the quarter’s end', () => {
    expect(targets).toEqual({ business_day: '2026-11-25', week: '2026-12-01', next_due: '2026-11-30', quarter_end: '2026-12-31', lastDay: '2030-12-31' });
  });

  it('counts a business day over Thanksgiving, the day after and the weekend', () => {
    expect(clockTargets(day('2026-11-25'), null, holidays).business_day).toBe('2026-11-30');
  });

  it('goes to the next quarter’s end from the last day of a quarter', () => {
    expect(clockTargets(day('2026-12-31'), null, holidays).quarter_end).toBe('2027-03-31');
  });

  it('offers nothing beyond the holiday table', () => {
    expect(clockTargets(day('2030-12-31'), day('2031-01-02'), holidays)).toEqual({ business_day: null, week: null, next_due: null, quarter_end: null, lastDay: '2030-12-31' });
  });

  it.each([
    ['the same day', '2026-11-24', 'The clock goes forward only. Choose a day after Tue Nov 24, 2026.'],
    ['an earlier day', '2026-11-23', 'The clock goes forward only. Choose a day after Tue Nov 24, 2026.'],
    ['a day beyond the holiday table', '2031-01-01', 'The holiday table ends with Tue Dec 31, 2030. Choose that day or an earlier one.'],
  ])('refuses %s', (_what, date, error) => {
    expect(targetOf('date', day(date), TODAY, targets)).toEqual({ ok: false, error });
  });

  it('says when nothing is due', () => {
    expect(targetOf('next_due', null, TODAY, clockTargets(TODAY, null, holidays))).toEqual({ ok: false, error: 'Nothing is due after today.' });
  });

  it('goes to the last day of the table', () => {
    expect(targetOf('date', day('2030-12-31'), TODAY, targets)).toEqual({ ok: true, value: '2030-12-31' });
  });
});
