import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBusinessDay, newestReminder, remindedDueDates, remindersOf } from '@/domain/deadlines';
import { addDays, compareDays, daysBetween } from '@/shared/calendar-date';
import { day, HOLIDAYS } from '../../factories/build-ticket';

const of = (kind: 'duty' | 'window' | 'target', day0: string, dueOn: string) => remindersOf({ kind, day0: day(day0), dueOn: day(dueOn) }, HOLIDAYS).map((r) => `${r.kind} ${r.on}`);

describe('the reminders of a date', () => {
  it('of a duty: 7 calendar days and 1 business day ahead, on the day, and the business day after', () => {
    // Due Mon Nov 30, 2026: the business day before it is Wed Nov 25, before Thanksgiving and the day after it.
    expect(of('duty', '2026-10-27', '2026-11-30')).toEqual(['week_before 2026-11-23', 'day_before 2026-11-25', 'on_the_day 2026-11-30', 'day_after 2026-12-01']);
  });

  it('of a window: none after it', () => {
    expect(of('window', '2026-10-27', '2026-11-19')).toEqual(['week_before 2026-11-12', 'day_before 2026-11-18', 'on_the_day 2026-11-19']);
  });

  it('of a target: none', () => {
    expect(of('target', '2026-10-27', '2026-11-19')).toEqual([]);
  });

  it('one that falls on another day goes on the business day before, and of two on one day the later stands', () => {
    // Sat Jan 2, 2027: 7 days ahead is Sat Dec 26; Fri Jan 1 is a holiday; on the day and the day before both fall on Thu Dec 31.
    expect(of('duty', '2026-12-03', '2027-01-02')).toEqual(['week_before 2026-12-24', 'on_the_day 2026-12-31', 'day_after 2027-01-04']);
  });

  it('those at or before day 0 are dropped', () => {
    // Information asked for on Tue Nov 24 is due Thu Dec 3: 7 days ahead, Thanksgiving, falls on Wed Nov 25.
    expect(of('duty', '2026-11-24', '2026-12-03')[0]).toBe('week_before 2026-11-25');
    expect(of('duty', '2026-11-25', '2026-12-03')[0]).toBe('day_before 2026-12-02');
    expect(of('duty', '2026-12-02', '2026-12-02')).toEqual(['day_after 2026-12-03']);
  });

  it('after a gap only the newest is left', () => {
    const duty = { kind: 'duty' as const, day0: day('2026-10-27'), dueOn: day('2026-11-30') };
    const newest = (after: string, today: string) => newestReminder(duty, { after: day(after), today: day(today) }, HOLIDAYS)?.kind ?? null;
    expect([newest('2026-11-20', '2026-11-23'), newest('2026-11-20', '2026-11-25'), newest('2026-11-20', '2026-12-15')]).toEqual(['week_before', 'day_before', 'day_after']);
    expect([newest('2026-11-23', '2026-11-24'), newest('2026-12-01', '2026-12-15')]).toEqual([null, null]);
  });

  const dates = fc.record({ start: fc.integer({ min: 0, max: 2900 }), length: fc.integer({ min: 0, max: 70 }), kind: fc.constantFrom('duty' as const, 'window' as const) });

  it('always fall on business days after day 0, at most one a day, in order, around the due date', () => {
    fc.assert(fc.property(dates, ({ start, length, kind }) => {
      const day0 = addDays(day('2021-01-10'), start);
      const dueOn = addDays(day0, length);
      const reminders = remindersOf({ kind, day0, dueOn }, HOLIDAYS);
      expect(new Set(reminders.map((r) => r.on)).size).toBe(reminders.length);
      for (const [i, { kind: reminder, on }] of reminders.entries()) {
        expect(isBusinessDay(on, HOLIDAYS)).toEqual({ ok: true, value: true });
        expect(compareDays(on, day0)).toBeGreaterThan(0);
        expect(i === 0 || compareDays(on, reminders[i - 1]?.on ?? on) > 0).toBe(true);
        expect(reminder === 'day_after' ? compareDays(on, dueOn) > 0 : compareDays(on, dueOn) <= 0).toBe(true);
        expect(daysBetween(on, dueOn)).toBeLessThanOrEqual(12);
      }
    }));
  });

  it('day by day or after any gaps, no clock is reminded twice of one thing, and the days that a sweep asks for miss none', () => {
    fc.assert(fc.property(dates, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 40 }), ({ start, length, kind }, gaps) => {
      const day0 = addDays(day('2021-01-10'), start);
      const clock = { kind, day0, dueOn: addDays(day0, length) };
      const sent: string[] = [];
      let after = day0;
      for (const gap of gaps) {
        const today = addDays(after, gap);
        const newest = newestReminder(clock, { after, today }, HOLIDAYS);
        if (newest !== null) {
          expect(remindedDueDates({ after, today }, HOLIDAYS)).toContain(clock.dueOn);
          sent.push(newest.kind);
        }
        after = today;
      }
      expect(new Set(sent).size).toBe(sent.length);
    }));
  });
});
