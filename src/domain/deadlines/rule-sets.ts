import { calendarDate, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { cents, type Cents } from '@/shared/cents';
import { DEADLINE_RULES, type DeadlineRule, type RuleId } from './deadline-rules';

/** The rules and amounts of one version of the policy (R28); a clock and a fine keep the version they began under. */
export type RuleSet = {
  version: number;
  effectiveOn: CalendarDate;
  /** How pages cite it. */
  label: string;
  rules: Readonly<Record<RuleId, DeadlineRule>>;
  /** R20: the fine for one ticket without a written response in time. */
  fineAmountCents: Cents;
};

/** The first set, of the policy's last revision. */
export const FIRST_RULE_SET: RuleSet = {
  version: 1,
  effectiveOn: calendarDate('2023-02-01'),
  label: 'rules of Feb 2023',
  rules: DEADLINE_RULES,
  fineAmountCents: cents(5_000_00),
};

/** R28: all sets, oldest first. A new version of the policy is a new entry; an old one is never changed. */
export const RULE_SETS: readonly RuleSet[] = [FIRST_RULE_SET];

/** R28: the set in force on a day; days before the first set fall under the first. */
export function ruleSetInForceOn(day: CalendarDate, sets: readonly RuleSet[] = RULE_SETS): RuleSet {
  return sets.findLast((set) => compareDays(set.effectiveOn, day) <= 0) ?? sets[0] ?? FIRST_RULE_SET;
}

/** R28: the set of a version that a ticket, clock or fine recorded; an unknown version throws, since no other set may speak for it. */
export function ruleSetOfVersion(version: number, sets: readonly RuleSet[] = RULE_SETS): RuleSet {
  const found = sets.find((set) => set.version === version);
  if (found === undefined) throw new RangeError(`Rule set ${version} is not known`);
  return found;
}
