import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_RULE_SET, dueByKind, dueDate, type CountingKind, type DeadlineStep } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { STATE_HOLIDAYS, dataFile } from './holidays';

/*
 * A walk, day by day, that shares no code with the engine: its own calendar, its own reading of the data file. It ends
 * with the missing year as soon as it stands on a day that the file does not cover.
 */
const CLOSED = new Set(dataFile('il-state-holidays.csv').match(/\d{4}-\d{2}-\d{2}(?=,[A-Z])/g));
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Day = { y: number; m: number; d: number; weekday: number };

function next({ y, m, d, weekday }: Day): Day {
  const leap = m === 2 && (y % 400 === 0 || (y % 4 === 0 && y % 100 !== 0)) ? 1 : 0;
  const length = (MONTH_LENGTHS[m - 1] ?? 0) + leap;
  const after = (weekday + 1) % 7;
  if (d < length) return { y, m, d: d + 1, weekday: after };
  return m < 12 ? { y, m: m + 1, d: 1, weekday: after } : { y: y + 1, m: 1, d: 1, weekday: after };
}

const iso = ({ y, m, d }: Day) => [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');

/** Every day from 2018-01-01 (a Monday) to 2041. */
const DAYS: Day[] = [];
for (let day: Day = { y: 2018, m: 1, d: 1, weekday: 1 }; day.y < 2042; day = next(day)) DAYS.push(day);

const TEXTS = DAYS.map(iso);
const span = (from: string, to: string) => TEXTS.slice(TEXTS.indexOf(from), TEXTS.indexOf(to) + 1);

function isWorkday(day: Day): boolean | number {
  if (day.y < 2020 || day.y > 2030) return day.y;
  return day.weekday !== 0 && day.weekday !== 6 && !CLOSED.has(iso(day));
}

/** The due date, or the year that is missing. */
function walk(kind: CountingKind, startIndex: number, days: number): string | number {
  let day = DAYS[startIndex] as Day;
  if (kind === 'business') {
    for (let left = days; left > 0; ) {
      day = next(day);
      const workday = isWorkday(day);
      if (typeof workday === 'number') return workday;
      if (workday) left -= 1;
    }
    return iso(day);
  }
  for (let left = days; left > 0; left -= 1) day = next(day);
  while (kind === 'calendar_roll') {
    const workday = isWorkday(day);
    if (typeof workday === 'number') return workday;
    if (workday) break;
    day = next(day);
  }
  return iso(day);
}

// From two years before the table to two years after it, so that both ends are met in thousands of cases.
const STARTS = DAYS.findIndex((day) => day.y === 2033);
const starts = fc.integer({ min: 0, max: STARTS - 1 });
const counts = fc.oneof(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 3000 }));

function engine(kind: CountingKind, startIndex: number, days: number): string | number | DeadlineStep[] {
  const result = dueByKind(kind, calendarDate(iso(DAYS[startIndex] as Day)), days, STATE_HOLIDAYS);
  if (result.ok) return result.value.due;
  return result.error.kind === 'holiday_year_missing' ? result.error.year : result.error.kind;
}

describe('the engine against an independent walk, 10,000 random cases each', () => {
  it.each<[CountingKind]>([['calendar'], ['calendar_roll'], ['business']])('%s', (kind) => {
    let [dates, missing] = [0, 0];
    fc.assert(
      fc.property(starts, counts, (startIndex, days) => {
        const expected = walk(kind, startIndex, days);
        expect(engine(kind, startIndex, days)).toBe(expected);
        if (typeof expected === 'number') missing += 1;
        else dates += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(dates).toBeGreaterThan(3_000);
    if (kind !== 'calendar') expect(missing).toBeGreaterThan(100);
  });

  it('covers every start of every policy deadline from 2020 to 2030', () => {
    const first = DAYS.findIndex((day) => day.y === 2020);
    const last = DAYS.findIndex((day) => day.y === 2031);
    for (let i = first; i < last; i++) {
      for (const [kind, days] of [['calendar_roll', 30], ['calendar_roll', 60], ['business', 5], ['business', 10], ['calendar', 23], ['calendar', 30], ['calendar', 60]] as const) {
        const expected = walk(kind, i, days);
        if (engine(kind, i, days) !== expected) expect.fail(`${kind} ${iso(DAYS[i] as Day)} + ${days} is ${expected}`);
      }
    }
  });

  it('a sanction notice is due at the end of the month after each quarter, and starts on no other day', () => {
    const quarterEnds = new Map([['03-31', '04-30'], ['06-30', '07-31'], ['09-30', '10-31'], ['12-31', '01-31']]);
    for (const day of DAYS) {
      const monthDay = quarterEnds.get(iso(day).slice(5));
      const result = dueDate('sanction-notice', calendarDate(iso(day)), STATE_HOLIDAYS, FIRST_RULE_SET);
      const expected = monthDay === undefined ? null : `${day.m === 12 ? day.y + 1 : day.y}-${monthDay}`;
      if ((result.ok ? result.value.due : null) !== expected) expect.fail(`${iso(day)} gives ${JSON.stringify(result)}`);
    }
  });
});

describe('the steps tell the same story as the walk', () => {
  it('business: every day after day 0 is counted once or named as skipped, and the last count is n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 731, max: 4000 }), fc.integer({ min: 1, max: 60 }), (startIndex, days) => {
        const result = dueByKind('business', calendarDate(iso(DAYS[startIndex] as Day)), days, STATE_HOLIDAYS);
        if (!result.ok) expect.fail(result.error.message);
        const told = new Map<string, number | 'off'>();
        for (const step of result.value.steps) {
          if (step.type === 'counted') span(step.from, step.to).forEach((day, i) => told.set(day, step.first + i));
          if (step.type === 'weekend') span(step.from, step.to).forEach((day) => told.set(day, 'off'));
          if (step.type === 'holiday') told.set(step.on, 'off');
        }
        let counted = 0;
        for (let i = startIndex + 1; iso(DAYS[i] as Day) <= result.value.due; i++) {
          const day = DAYS[i] as Day;
          expect(told.get(iso(day))).toBe(isWorkday(day) === true ? ++counted : 'off');
        }
        expect(counted).toBe(days);
      }),
      { numRuns: 300 },
    );
  });
});
