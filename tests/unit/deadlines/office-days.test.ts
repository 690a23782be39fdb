import { describe, expect, it } from 'vitest';
import { closureAhead, endOfWeek, isSoon, soonUntil } from '@/domain/deadlines';
import { addDays, calendarDate as day, isAfter } from '@/shared/calendar-date';
import { HOLIDAYS } from '../../factories/build-ticket';

describe('the week of a day', () => {
  it.each([
    ['2026-11-23', '2026-11-29', 'a Monday begins it'],
    ['2026-11-24', '2026-11-29', 'a Tuesday'],
    ['2026-11-29', '2026-11-29', 'a Sunday ends it'],
  ])('%s ends on %s: %s', (from, to) => {
    expect(endOfWeek(day(from))).toBe(to);
  });
});

describe('soon', () => {
  it('reaches over Thanksgiving to the third business day', () => {
    expect(soonUntil(day('2026-11-24'), HOLIDAYS)).toBe('2026-12-01');
  });

  it('is the same line that colours a date', () => {
    for (let today = day('2026-10-01'); today < '2026-12-20'; today = addDays(today, 1)) {
      const last = soonUntil(today, HOLIDAYS);
      expect(isSoon(today, last, HOLIDAYS)).toBe(true);
      for (let i = 0; i < 12; i++) {
        const due = addDays(today, i);
        if (isSoon(today, due, HOLIDAYS)) continue;
        expect(isAfter(due, last)).toBe(true);
      }
    }
  });

  it('falls back to three days where the holidays are not known', () => {
    expect(soonUntil(day('2099-01-05'), HOLIDAYS)).toBe('2099-01-08');
  });
});

describe('a closed office ahead', () => {
  it('names Thanksgiving and the day after, and the days that are left', () => {
    const closure = closureAhead(day('2026-11-24'), HOLIDAYS);
    expect(closure?.holidays.map((h) => h.on)).toEqual(['2026-11-26', '2026-11-27']);
    expect(closure?.opensOn).toBe('2026-11-30');
    expect(closure?.openDays).toEqual(['2026-11-24', '2026-11-25', '2026-11-30']);
  });

  it('is none in an ordinary week', () => {
    expect(closureAhead(day('2026-10-20'), HOLIDAYS)).toBeNull();
  });

  it('does not count the holiday of today', () => {
    expect(closureAhead(day('2026-11-27'), HOLIDAYS)).toBeNull();
  });
});
