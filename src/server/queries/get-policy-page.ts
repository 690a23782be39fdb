import { dueDate, isRuleId, ruleSetInForceOn, type DueDate, type HolidayRow, type RuleId } from '@/domain/deadlines';
import { yearOf, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { asPublic } from '../db/as-actor';

export type HolidaysOfYear = { year: number; holidays: HolidayRow[] };

/** What the policy page shows: the holidays by year with the tables' versions, and the calculator's answer. */
export type PolicyPage = {
  today: CalendarDate;
  ruleSetLabel: string;
  holidayVersion: number;
  years: HolidaysOfYear[];
  /** The due date of the rule and start that were asked for, or what is wrong with them; null when nothing was asked. */
  answer: Result<DueDate, { field: 'rule' | 'start'; message: string }> | null;
};

function answerFor(rule: string, start: string, work: (ruleId: RuleId, day0: CalendarDate) => ReturnType<typeof dueDate>): PolicyPage['answer'] {
  if (!isRuleId(rule)) return err({ field: 'rule', message: 'Choose a deadline.' });
  if (start === '') return err({ field: 'start', message: 'Enter the day from which it counts.' });
  const day0 = parseCalendarDate(start);
  if (!day0.ok) return err({ field: 'start', message: day0.error.message });
  const due = work(rule, day0.value);
  if (due.ok) return ok(due.value);
  return err({ field: due.error.kind === 'set_by_asker' ? 'rule' : 'start', message: due.error.message });
}

/** The policy page; `asked` is what stands in the calculator, null when nothing was asked. */
export function getPolicyPage(asked: { rule: string; start: string } | null): Promise<PolicyPage> {
  return asPublic(async ({ today, holidays }) => {
    const ruleSet = ruleSetInForceOn(today);
    const years = Map.groupBy(holidays.rows, (h) => yearOf(h.on));
    return {
      today,
      ruleSetLabel: ruleSet.label,
      holidayVersion: holidays.version,
      years: [...years].map(([year, rows]) => ({ year, holidays: rows })),
      answer: asked === null ? null : answerFor(asked.rule, asked.start, (ruleId, day0) => dueDate(ruleId, day0, holidays, ruleSet)),
    };
  });
}
