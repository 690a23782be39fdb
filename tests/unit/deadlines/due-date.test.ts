import { describe, expect, it } from 'vitest';
import { DEADLINE_RULES, RULE_IDS, FIRST_RULE_SET, dueByKind, dueDate, dueOn, isRuleId, type RuleId } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { STATE_HOLIDAYS } from './holidays';

const due = (rule: RuleId, day0: string) => {
  const result = dueDate(rule, calendarDate(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
  return result.ok ? result.value.due : result.error.message;
};

/** Start, rule, due date, why. */
type Case = [string, RuleId, string, string];

const HARD_DATES: Case[] = [
  ['2026-10-27', 'mco-response', '2026-11-30', 'day 30 is Thanksgiving; Friday is a State Holiday; then the weekend'],
  ['2026-10-27', 'mco-response-extended', '2026-12-28', 'D5: 60 from the start, not 30 from the rolled date'],
  ['2026-10-04', 'mco-response', '2026-11-04', 'day 30 is General Election Day'],
  ['2021-01-13', 'mco-response', '2021-02-16', "Lincoln's Birthday on a Friday, weekend, Washington's Birthday"],
  ['2026-11-24', 'information-answer', '2026-12-03', 'Thanksgiving and the day after do not count'],
  ['2022-12-01', 'mco-response', '2023-01-03', "D5: day 30 is Sat Dec 31; New Year's Day is observed on Monday"],
  ['2022-12-01', 'mco-response-extended', '2023-01-30', 'D5: 60 in total from the start'],
  ['2022-12-01', 'extension-request', '2022-12-24', 'D6: day 23 is a Saturday and is not rolled'],
];

const WORKED_BY_HAND: Case[] = [
  ['2026-09-14', 'filing-opens', '2026-10-14', 'D1: day 30 itself is in time'],
  ['2026-09-14', 'filing-closes', '2026-11-13', 'D1: day 60 itself is in time'],
  ['2026-09-03', 'filing-opens', '2026-10-03', 'D4: a Saturday is not rolled'],
  ['2026-09-27', 'filing-closes', '2026-11-26', 'D4: Thanksgiving Day is not rolled'],
  ['2026-10-09', 'presentation', '2026-10-26', 'R5: ten business days; Columbus Day (Oct 12) is none'],
  ['2026-11-10', 'presentation', '2026-11-25', 'R5: Veterans Day does not count; the tenth is the day before Thanksgiving'],
  ['2026-11-11', 'presentation', '2026-11-25', 'day 0 on a holiday is as good as any: not counted either way'],
  ['2026-10-26', 'mco-response', '2026-11-25', 'the day before Thanksgiving: no roll'],
  ['2026-10-28', 'mco-response', '2026-11-30', 'day 30 is the day after Thanksgiving'],
  ['2026-10-29', 'mco-response', '2026-11-30', 'day 30 is a Saturday'],
  ['2026-10-31', 'mco-response', '2026-11-30', 'day 30 is that Monday'],
  ['2026-11-01', 'mco-response', '2026-12-01', 'day 30 is the Tuesday after it'],
  ['2026-11-25', 'mco-response', '2026-12-28', 'day 30 is Christmas Day, a Friday'],
  ['2026-12-02', 'mco-response', '2027-01-04', "day 30 is New Year's Day, a Friday"],
  ['2026-10-27', 'information-request', '2026-11-04', 'R9: General Election Day (Nov 3) does not count'],
  ['2026-11-02', 'information-answer', '2026-11-10', 'R10: General Election Day does not count'],
  ['2026-10-27', 'extension-request', '2026-11-19', 'D6: seven days before day 30, that day included'],
  ['2026-11-19', 'extension-decision', '2026-11-26', 'D7: a target of seven calendar days, Thanksgiving or not'],
  ['2026-11-20', 'contest', '2026-12-01', 'R14: five business days around Thanksgiving'],
  ['2026-11-21', 'contest', '2026-12-01', 'an answer that arrives on a Saturday gives the same last day'],
  ['2026-11-23', 'contest', '2026-12-02', 'one business day later, one later'],
  ['2026-10-30', 'refiling', '2026-11-09', 'D17: General Election Day does not count; Nov 6 is the fourth'],
  ['2026-12-01', 'review-request', '2026-12-31', 'R15: calendar days'],
  ['2026-12-02', 'review-request', '2027-01-01', "D4: New Year's Day is not rolled"],
  ['2026-12-31', 'review-information', '2027-01-30', 'R16: a Saturday is not rolled'],
  ['2027-01-30', 'hfs-decision', '2027-03-01', 'a February of 28 days'],
  ['2028-01-30', 'hfs-decision', '2028-02-29', 'a February of 29 days'],
  ['2026-03-31', 'sanction-notice', '2026-04-30', 'R23: first quarter'],
  ['2026-06-30', 'sanction-notice', '2026-07-31', 'R23: second quarter'],
  ['2026-09-30', 'sanction-notice', '2026-10-31', 'R23: third quarter; a Saturday is not rolled'],
  ['2026-12-31', 'sanction-notice', '2027-01-31', 'R23: fourth quarter, in the next year'],
];

describe('due dates', () => {
  it.each(HARD_DATES)('hard date %s %s is %s: %s', (day0, rule, expected) => {
    expect(due(rule, day0)).toBe(expected);
  });

  it.each(WORKED_BY_HAND)('%s %s is %s: %s', (day0, rule, expected) => {
    expect(due(rule, day0)).toBe(expected);
  });

  it('are the same without steps', () => {
    for (const [day0, rule, expected] of [...HARD_DATES, ...WORKED_BY_HAND]) {
      expect(dueOn(DEADLINE_RULES[rule], calendarDate(day0), STATE_HOLIDAYS)).toEqual({ ok: true, value: expected });
    }
  });

  it('has at least one worked case for every rule that computes a date', () => {
    const worked = new Set([...HARD_DATES, ...WORKED_BY_HAND].map(([, rule]) => rule));
    expect(RULE_IDS.filter((id) => !worked.has(id))).toEqual(['hfs-question', 'portal-team-request']);
  });

  it('count zero days as the start itself, rolled where the kind rolls', () => {
    const saturday = calendarDate('2026-11-28');
    expect(dueByKind('calendar', saturday, 0, STATE_HOLIDAYS)).toMatchObject({ value: { due: '2026-11-28' } });
    expect(dueByKind('business', saturday, 0, STATE_HOLIDAYS)).toMatchObject({ value: { due: '2026-11-28' } });
    expect(dueByKind('calendar_roll', saturday, 0, STATE_HOLIDAYS)).toMatchObject({ value: { due: '2026-11-30' } });
  });

  it('record the versions they rest on', () => {
    const result = dueDate('contest', calendarDate('2026-11-20'), STATE_HOLIDAYS, FIRST_RULE_SET);
    expect(result).toMatchObject({ ok: true, value: { ruleId: 'contest', day0: '2026-11-20', ruleSetVersion: 1, holidayVersion: 1 } });
  });

  it('carry steps that are plain data', () => {
    for (const [day0, rule] of HARD_DATES) {
      const result = dueDate(rule, calendarDate(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });
});

describe('D15: dates that rest on holidays not confirmed by HFS', () => {
  const unconfirmed = (rule: RuleId, day0: string) => {
    const result = dueDate(rule, calendarDate(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
    return result.ok ? result.value.restsOnUnconfirmed.map((row) => row.on) : null;
  };

  it.each<[RuleId, string, string[], string]>([
    ['mco-response', '2026-10-27', ['2026-11-27'], 'Thanksgiving is confirmed, the day after is not'],
    ['mco-response', '2026-10-26', [], 'due on the day before them'],
    ['mco-response', '2026-10-31', [], 'the unconfirmed day lies before day 30'],
    ['mco-response', '2026-10-04', ['2026-11-03'], 'General Election Day 2026'],
    ['contest', '2026-11-20', ['2026-11-27'], 'counted around it'],
    ['contest', '2026-11-30', [], 'begins after it'],
    ['information-request', '2026-10-27', ['2026-11-03'], 'counted around General Election Day'],
    ['filing-closes', '2026-09-28', [], 'calendar days rest on no holiday, even on Nov 27'],
    ['mco-response', '2024-10-30', [], 'the day after Thanksgiving 2024 is confirmed'],
  ])('%s from %s: %j (%s)', (rule, day0, expected) => {
    expect(unconfirmed(rule, day0)).toEqual(expected);
  });
});

describe('what has no due date', () => {
  const error = (rule: RuleId, day0: string) => {
    const result = dueDate(rule, calendarDate(day0), STATE_HOLIDAYS, FIRST_RULE_SET);
    return result.ok ? null : result.error;
  };

  it.each<[RuleId]>([['hfs-question'], ['portal-team-request']])('%s: the asker sets the date', (rule) => {
    expect(error(rule, '2026-11-24')).toMatchObject({ kind: 'set_by_asker', message: expect.stringContaining('set by the asker') });
  });

  it.each(['2026-11-24', '2026-12-30', '2027-01-01', '2026-01-31', '2026-04-30'])('a sanction notice does not start on %s', (day0) => {
    expect(error('sanction-notice', day0)).toMatchObject({ kind: 'not_quarter_end', message: expect.stringContaining('last day of a quarter') });
  });

  it.each<[RuleId, string, number, string]>([
    ['contest', '2030-12-31', 2031, 'the first counted day is Jan 1, 2031'],
    ['contest', '2030-12-24', 2031, 'four business days are left in 2030 after Christmas'],
    ['presentation', '2030-12-17', 2031, 'nine are left'],
    ['mco-response', '2030-12-02', 2031, 'day 30 is Jan 1, 2031'],
    ['mco-response', '2019-11-30', 2019, 'day 30 is Dec 30, 2019'],
    ['contest', '2019-12-30', 2019, 'the first counted day is Dec 31, 2019'],
    ['contest', '2045-06-01', 2045, 'far beyond the table'],
    ['contest', '1999-12-31', 2000, 'far before the table: its first counted day is Jan 1, 2000'],
    ['contest', '9999-12-31', 10000, 'the last day there is'],
    ['mco-response', '2050-06-01', 2050, 'far beyond the table'],
  ])('%s from %s needs the holidays of %i: %s', (rule, day0, year) => {
    const found = error(rule, day0);
    expect(found).toMatchObject({ kind: 'holiday_year_missing', year });
    expect(found?.message).toContain(String(year));
    expect(found?.message).toContain('2020 to 2030');
  });

  it.each<[RuleId, string, string, string]>([
    ['contest', '2019-12-31', '2020-01-08', "every counted day is in the table; New Year's Day is skipped"],
    ['mco-response', '2019-12-02', '2020-01-02', "day 30 is New Year's Day 2020"],
    ['mco-response', '2030-12-01', '2030-12-31', 'day 30 is the last day of the table, a Tuesday'],
    ['contest', '2030-12-23', '2030-12-31', 'the last business day of the table'],
    ['filing-closes', '2031-05-01', '2031-06-30', 'calendar days need no table'],
    ['sanction-notice', '2044-12-31', '2045-01-31', 'nor does the notice'],
  ])('%s from %s is %s at the edge: %s', (rule, day0, expected) => {
    expect(due(rule, day0)).toBe(expected);
  });

  it.each<[RuleId, string]>([['filing-closes', '9999-12-01'], ['mco-response', '9999-12-31'], ['sanction-notice', '9999-12-31']])('%s from %s lies after the last year', (rule, day0) => {
    expect(error(rule, day0)).toMatchObject({ kind: 'date_out_of_range' });
  });
});

describe('the table of rules', () => {
  it('names every rule once, with days of the policy', () => {
    const numbers = Object.fromEntries(RULE_IDS.map((id) => [id, DEADLINE_RULES[id].arithmetic]));
    expect(numbers).toEqual({
      'filing-opens': { type: 'calendar', days: 30 },
      'filing-closes': { type: 'calendar', days: 60 },
      refiling: { type: 'business', days: 5 },
      presentation: { type: 'business', days: 10 },
      'mco-response': { type: 'calendar_roll', days: 30 },
      'mco-response-extended': { type: 'calendar_roll', days: 60 },
      'information-request': { type: 'business', days: 5 },
      'information-answer': { type: 'business', days: 5 },
      'extension-request': { type: 'calendar', days: 23 },
      'extension-decision': { type: 'calendar', days: 7 },
      contest: { type: 'business', days: 5 },
      'review-request': { type: 'calendar', days: 30 },
      'review-information': { type: 'calendar', days: 30 },
      'hfs-question': { type: 'set_by_asker' },
      'portal-team-request': { type: 'set_by_asker' },
      'hfs-decision': { type: 'calendar', days: 30 },
      'sanction-notice': { type: 'end_of_next_month' },
    });
  });

  it('says what each is: duty, window or target', () => {
    const kinds = (kind: string) => RULE_IDS.filter((id) => DEADLINE_RULES[id].kind === kind);
    expect(kinds('window')).toEqual(['filing-opens', 'filing-closes', 'refiling', 'information-request', 'extension-request', 'contest', 'review-request']);
    expect(kinds('target')).toEqual(['extension-decision', 'hfs-decision']);
    expect(kinds('duty')).toHaveLength(8);
  });

  it('rolls the response dates alone (D4)', () => {
    expect(RULE_IDS.filter((id) => DEADLINE_RULES[id].arithmetic.type === 'calendar_roll')).toEqual(['mco-response', 'mco-response-extended']);
  });

  it('knows its ids from other texts', () => {
    expect(isRuleId('contest')).toBe(true);
    expect(['', 'Contest', 'toString', '__proto__', 'constructor'].filter(isRuleId)).toEqual([]);
  });
});
