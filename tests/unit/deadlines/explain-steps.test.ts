import { describe, expect, it } from 'vitest';
import { FIRST_RULE_SET, businessCalendar, dueByKind, dueDate, explainSteps, explainStepsAsSentences, explainStepsWith, requestWhyLine, unconfirmedSentence, type DueDate, type RuleId } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { STATE_HOLIDAYS } from './holidays';

function due(rule: RuleId, day0: string): DueDate {
  const result = dueDate(rule, calendarDate(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('a date that the Portal Team set itself', () => {
  it('says when it asked, and by when (R29)', () => {
    expect(requestWhyLine(calendarDate('2026-11-19'), calendarDate('2026-12-01'))).toBe('Asked by the Portal Team Thu Nov 19, 2026 (day 0). Due Tue Dec 1, 2026 (R29).');
  });
});

describe('"Why this date?" in one line', () => {
  it.each<[RuleId, string, string]>([
    ['mco-response', '2026-10-27', 'Presented Tue Oct 27, 2026 (day 0). Day 30 is Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Due Mon Nov 30, 2026 (R8).'],
    ['mco-response', '2026-11-01', 'Presented Sun Nov 1, 2026 (day 0). Day 30 is Tue Dec 1. Due Tue Dec 1, 2026 (R8).'],
    ['mco-response-extended', '2026-10-27', 'Presented Tue Oct 27, 2026 (day 0). Day 60 is Sat Dec 26: a Saturday. Sun. Due Mon Dec 28, 2026 (R11).'],
    ['mco-response', '2026-10-02', 'Presented Fri Oct 2, 2026 (day 0). Day 30 is Sun Nov 1: a Sunday. Due Mon Nov 2, 2026 (R8).'],
    ['mco-response', '2022-12-01', "Presented Thu Dec 1, 2022 (day 0). Day 30 is Sat Dec 31: a Saturday. Sun. Mon Jan 2, 2023: New Year's Day. Due Tue Jan 3, 2023 (R8)."],
    ['contest', '2026-11-20', 'Answer received by the provider Fri Nov 20, 2026 (day 0). Sat, Sun. Mon Nov 23 to Wed Nov 25 are days 1 to 3. Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Mon Nov 30 and Tue Dec 1 are days 4 and 5. Last day Tue Dec 1, 2026 (R14).'],
    ['information-answer', '2026-11-24', 'Asked for information Tue Nov 24, 2026 (day 0). Wed Nov 25 is day 1. Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Mon Nov 30 to Thu Dec 3 are days 2 to 5. Due Thu Dec 3, 2026 (R10).'],
    ['filing-opens', '2026-09-03', 'Dispute received by the plan Thu Sep 3, 2026 (day 0). Day 30 is Sat Oct 3. Opens Sat Oct 3, 2026 (R4).'],
    ['review-request', '2026-12-02', 'Contested Wed Dec 2, 2026 (day 0). Day 30 is Fri Jan 1, 2027. Last day Fri Jan 1, 2027 (R15).'],
    ['sanction-notice', '2026-12-31', 'Quarter ended Thu Dec 31, 2026 (day 0). The next month ends on Sun Jan 31, 2027. Due Sun Jan 31, 2027 (R23).'],
  ])('%s from %s', (rule, day0, words) => {
    expect(explainSteps(due(rule, day0), FIRST_RULE_SET)).toBe(words);
  });

  it('for a count that belongs to no rule', () => {
    const result = dueByKind('business', calendarDate('2026-11-25'), 1, STATE_HOLIDAYS);
    expect(result.ok && explainStepsWith(result.value.steps, { day0Short: 'Start', resultWord: 'Due', source: null })).toBe(
      'Start Wed Nov 25, 2026 (day 0). Thu Nov 26: Thanksgiving Day. Fri Nov 27: Day after Thanksgiving. Sat, Sun. Mon Nov 30 is day 1. Due Mon Nov 30, 2026.',
    );
  });
});

describe('"Why this date?" in sentences', () => {
  it.each<[RuleId, string, string[]]>([
    [
      'contest',
      '2024-11-22',
      [
        'The plan’s answer reached the provider on Fri Nov 22, 2024. That is day 0 and is not counted.',
        '5 business days are counted (R14).',
        'Thu Nov 28 is Thanksgiving Day and Fri Nov 29 is Day after Thanksgiving. State holidays and weekends do not count.',
        'The last day is Tue Dec 3, 2024, until midnight, Chicago time.',
      ],
    ],
    [
      'mco-response',
      '2026-10-27',
      [
        'The ticket was presented to the plan on Tue Oct 27, 2026. That is day 0 and is not counted.',
        'Day 30 is Thu Nov 26 (R8).',
        'Thu Nov 26 is Thanksgiving Day, Fri Nov 27 is Day after Thanksgiving and Sat Nov 28 to Sun Nov 29 is a weekend. So the date moves to the next business day.',
        'It is due on Mon Nov 30, 2026 and in time until midnight, Chicago time.',
        'This date rests on Fri Nov 27, 2026 (Day after Thanksgiving), which HFS has not confirmed as a State holiday yet.',
      ],
    ],
    [
      'presentation',
      '2026-03-02',
      [
        'The portal received the ticket on Mon Mar 2, 2026. That is day 0 and is not counted.',
        '10 business days are counted (R5).',
        'Saturdays and Sundays do not count.',
        'It is due on Mon Mar 16, 2026 and in time until midnight, Chicago time.',
      ],
    ],
    [
      'filing-opens',
      '2026-09-14',
      ['The plan received the dispute on Mon Sep 14, 2026. That is day 0 and is not counted.', 'Day 30 is Wed Oct 14 (R4).', 'The window opens on Wed Oct 14, 2026.'],
    ],
    [
      'sanction-notice',
      '2026-09-30',
      [
        'The quarter ended on Wed Sep 30, 2026. That is day 0 and is not counted.',
        'The notice goes out no later than the end of the next month (R23).',
        'It is due on Sat Oct 31, 2026 and in time until midnight, Chicago time.',
      ],
    ],
  ])('%s from %s', (rule, day0, sentences) => {
    expect(explainStepsAsSentences(due(rule, day0), FIRST_RULE_SET)).toEqual(sentences);
  });

  it('warns of unconfirmed holidays only', () => {
    expect(unconfirmedSentence(due('mco-response', '2024-10-30').steps)).toBeNull();
    expect(unconfirmedSentence(due('contest', '2026-11-20').steps)).toContain('Fri Nov 27, 2026 (Day after Thanksgiving)');
  });
});

describe('the small calendar', () => {
  const drawn = (rule: RuleId, day0: string) => {
    const calendar = businessCalendar(due(rule, day0).steps);
    if (calendar === null) return null;
    const mark = { blank: () => '..', zero: () => '0!', off: () => '--', counted: (n: number) => String(n).padStart(2), due: (n: number) => `${n}!` };
    return [calendar.caption, ...calendar.weeks.map((week) => week.map((cell) => (cell.type === 'counted' || cell.type === 'due' ? mark[cell.type](cell.number) : mark[cell.type]())).join(' '))];
  };

  it('shows day 0, the counted days, the days off and the due day', () => {
    expect(drawn('contest', '2026-11-20')).toEqual([
      'November to December 2026',
      '.. .. .. .. 0! -- --',
      ' 1  2  3 -- -- -- --',
      ' 4 5! .. .. .. .. ..',
    ]);
  });

  it('starts on a Sunday, ends on a Friday', () => {
    expect(drawn('contest', '2026-03-08')).toEqual(['March 2026', '.. .. .. .. .. .. 0!', ' 1  2  3  4 5! .. ..']);
  });

  it('runs over the new year', () => {
    expect(drawn('contest', '2026-12-28')).toEqual(['December 2026 to January 2027', '0!  1  2  3 -- -- --', ' 4 5! .. .. .. .. ..']);
  });

  it('names each day off', () => {
    const off = businessCalendar(due('contest', '2026-11-20').steps)?.weeks.flat().filter((cell) => cell.type === 'off');
    expect(off?.map((cell) => cell.why)).toEqual(['Saturday', 'Sunday', 'Thanksgiving Day', 'Day after Thanksgiving', 'Saturday', 'Sunday']);
  });

  it('has every date in its place', () => {
    const weeks = businessCalendar(due('contest', '2026-11-20').steps)?.weeks ?? [];
    expect(weeks.map((week) => [week[0]?.on, week[6]?.on])).toEqual([
      ['2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-29'],
      ['2026-11-30', '2026-12-06'],
    ]);
  });

  it('is drawn for business days only', () => {
    expect(drawn('mco-response', '2026-10-27')).toBeNull();
    expect(drawn('filing-opens', '2026-10-27')).toBeNull();
    expect(drawn('sanction-notice', '2026-12-31')).toBeNull();
  });
});
