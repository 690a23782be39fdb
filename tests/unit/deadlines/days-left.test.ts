import { describe, expect, it } from 'vitest';
import { FIRST_RULE_SET, daysLeft, daysLeftWords, doneWords, dueDate, isPast, isSoon, opensWords, windowLeftWords } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { chicagoDay, chicagoInstant } from '@/shared/chicago';
import { STATE_HOLIDAYS } from './holidays';

const day = calendarDate;
const TODAY = day('2026-11-24');

describe('days left', () => {
  it.each([
    ['2026-11-30', 6, '6 days left', '6 days left'],
    ['2026-11-25', 1, '1 day left', '1 day left'],
    ['2026-11-24', 0, 'due today', 'last day today'],
    ['2026-11-23', -1, '1 day overdue', 'ended 1 day ago'],
    ['2026-11-22', -2, '2 days overdue', 'ended 2 days ago'],
    ['2027-11-24', 365, '365 days left', '365 days left'],
  ])('until %s are %i: a duty reads "%s", a window "%s"', (due, left, duty, window) => {
    expect(daysLeft(TODAY, day(due))).toBe(left);
    expect(daysLeftWords(TODAY, day(due))).toBe(duty);
    expect(windowLeftWords(TODAY, day(due))).toBe(window);
  });

  it.each([
    ['2026-11-20', '10 days early'],
    ['2026-11-29', '1 day early'],
    ['2026-11-30', 'on the last day'],
    ['2026-12-01', '1 day late'],
    ['2026-12-03', '3 days late'],
  ])('done on %s: %s', (doneOn, words) => {
    expect(doneWords(day(doneOn), day('2026-11-30'))).toBe(words);
  });

  it.each([
    ['2026-11-25', 'opens tomorrow'],
    ['2026-12-02', 'opens in 8 days'],
  ])('a window that begins on %s %s', (opensOn, words) => {
    expect(opensWords(TODAY, day(opensOn))).toBe(words);
  });
});

describe('soon is within three business days', () => {
  it.each([
    ['2026-11-23', false, 'has passed'],
    ['2026-11-24', true, 'today'],
    ['2026-11-25', true, 'one business day'],
    ['2026-12-01', true, 'three business days: Nov 25, 30, Dec 1'],
    ['2026-12-02', false, 'four business days'],
  ])('from Tue Nov 24, 2026 to %s: %s (%s)', (due, soon) => {
    expect(isSoon(TODAY, day(due), STATE_HOLIDAYS)).toBe(soon);
  });

  it('falls back to calendar days beyond the table', () => {
    expect(isSoon(day('2030-12-30'), day('2031-01-02'), STATE_HOLIDAYS)).toBe(true);
    expect(isSoon(day('2030-12-30'), day('2031-01-03'), STATE_HOLIDAYS)).toBe(false);
  });
});

describe('an act is in time until the due day ends in Chicago', () => {
  // Each day 0 gives a due date with a special midnight.
  it.each([
    ['2026-10-27', '2026-11-30', 'an ordinary day'],
    ['2026-02-04', '2026-03-06', 'the Friday before clocks go forward'],
    ['2026-02-07', '2026-03-09', 'the Monday after clocks went forward'],
    ['2026-09-30', '2026-10-30', 'the Friday before clocks go back'],
    ['2026-10-03', '2026-11-02', 'the Monday after clocks went back'],
  ])('presented %s, due %s: %s', (day0, expected) => {
    const due = dueDate('mco-response', day(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
    if (!due.ok) expect.fail(due.error.message);
    expect(due.value.due).toBe(expected);
    expectMidnight(due.value.due);
  });

  it.each([
    ['2026-02-06', '2026-03-08', 'the day of 23 hours'],
    ['2026-10-02', '2026-11-01', 'the day of 25 hours'],
  ])('a window from %s has its last day on %s: %s', (day0, expected) => {
    const due = dueDate('review-request', day(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
    if (!due.ok) expect.fail(due.error.message);
    expect(due.value.due).toBe(expected);
    expectMidnight(due.value.due);
  });

  function expectMidnight(due: ReturnType<typeof day>): void {
    const lastSecond = chicagoInstant(due, '23:59:59');
    expect(isPast(chicagoDay(lastSecond), due)).toBe(false);
    expect(isPast(chicagoDay(new Date(lastSecond.getTime() + 999)), due)).toBe(false);
    expect(isPast(chicagoDay(new Date(lastSecond.getTime() + 1000)), due)).toBe(true);
  }
});
