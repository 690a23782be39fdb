import { describe, expect, it } from 'vitest';
import { DEADLINE_RULES, FIRST_RULE_SET, RULE_SETS, dueDate, explainSteps, ruleSetInForceOn, ruleSetOfVersion, type RuleSet } from '@/domain/deadlines';
import { calendarDate } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';
import { STATE_HOLIDAYS } from './holidays';

const day = calendarDate;

/** A later policy with twenty days to answer and twice the fine. */
const LATER: RuleSet = {
  version: 2,
  effectiveOn: day('2027-01-01'),
  label: 'rules of Jan 2027',
  rules: { ...DEADLINE_RULES, 'mco-response': { ...DEADLINE_RULES['mco-response'], arithmetic: { type: 'calendar', days: 20 }, source: 'R8 of 2027' } },
  fineAmountCents: cents(10_000_00),
};
const BOTH = [...RULE_SETS, LATER];

describe('rules and amounts are effective-dated (R28)', () => {
  it('has a fine of $5,000.00 (R20)', () => {
    expect(ruleSetInForceOn(day('2026-11-24')).fineAmountCents).toBe(500_000);
  });

  it.each([
    ['2020-02-28', 1, 'before the first set, the first one'],
    ['2026-12-31', 1, 'the day before'],
    ['2027-01-01', 2, 'the day itself'],
    ['2030-01-01', 2, 'later'],
  ])('on %s version %i is in force: %s', (on, version) => {
    expect(ruleSetInForceOn(day(on), BOTH).version).toBe(version);
  });

  it('a clock keeps the rules under which it began', () => {
    const began = dueDate('mco-response', day('2026-12-20'), STATE_HOLIDAYS, FIRST_RULE_SET);
    const changed = dueDate('mco-response', day('2026-12-20'), STATE_HOLIDAYS, LATER);
    expect(began).toMatchObject({ value: { due: '2027-01-19', ruleSetVersion: 1 } });
    expect(changed).toMatchObject({ value: { due: '2027-01-09', ruleSetVersion: 2 } });
    expect(changed.ok && explainSteps(changed.value, LATER)).toBe('Presented Sun Dec 20, 2026 (day 0). Day 20 is Sat Jan 9, 2027. Due Sat Jan 9, 2027 (R8 of 2027).');
  });

  it('finds the set of a version', () => {
    expect(ruleSetOfVersion(1)).toBe(FIRST_RULE_SET);
    expect(ruleSetOfVersion(2, BOTH)).toBe(LATER);
    expect(() => ruleSetOfVersion(99)).toThrow('Rule set 99 is not known');
  });

  it('has versions that count up and dates that go forward', () => {
    expect(RULE_SETS.map((set) => set.version)).toEqual(RULE_SETS.map((_, i) => i + 1));
    expect(RULE_SETS.map((set) => set.effectiveOn)).toEqual(RULE_SETS.map((set) => set.effectiveOn).toSorted());
  });

  it('can be stored as data', () => {
    expect(JSON.parse(JSON.stringify(FIRST_RULE_SET))).toEqual(FIRST_RULE_SET);
  });
});
