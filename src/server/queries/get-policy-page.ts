import { DEADLINE_RULES, dueDate, isRuleId, ruleSetInForceOn, type DueDate, type HolidayRow, type RuleId } from '@/domain/deadlines';
import { civilDate } from '@/domain/tickets/fields';
import { yearOf, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { asPublic } from '../db/as-actor';

export type HolidaysOfYear = { year: number; holidays: HolidayRow[] };

/** A version of the State's holidays, as it was entered (D15). */
export type HolidayVersion = { version: number; firstYear: number; lastYear: number; note: string };

/** What the policy page shows: the holidays by year, all versions of their table, and the calculator's answer. */
export type PolicyPage = {
  today: CalendarDate;
  holidayVersions: HolidayVersion[];
  years: HolidaysOfYear[];
  /** The due date of the rule and start that were asked for, or what is wrong with them; null when nothing was asked. */
  answer: Result<DueDate, { field: 'rule' | 'start'; message: string }> | null;
};

function answerFor(rule: string, start: string, work: (ruleId: RuleId, day0: CalendarDate) => ReturnType<typeof dueDate>): PolicyPage['answer'] {
  if (!isRuleId(rule)) return err({ field: 'rule', message: 'Choose a deadline.' });
  if (DEADLINE_RULES[rule].arithmetic.type === 'set_by_asker') return err({ field: 'rule', message: 'Whoever asks sets this date, so there is nothing to work out.' });
  const day0 = civilDate('Enter the day from which it counts.').safeParse(start);
  if (!day0.success) return err({ field: 'start', message: day0.error.issues[0]?.message ?? '' });
  const due = work(rule, day0.data);
  return due.ok ? ok(due.value) : err({ field: 'start', message: due.error.message });
}

/** The policy page; `asked` is what stands in the calculator, null when nothing was asked. */
export function getPolicyPage(asked: { rule: string; start: string } | null): Promise<PolicyPage> {
  return asPublic(async ({ tx, today, holidays }) => {
    const versions = await tx.holidayVersion.findMany({ orderBy: { version: 'desc' } });
    const years = Map.groupBy(holidays.rows, (h) => yearOf(h.on));
    return {
      today,
      holidayVersions: versions.map(({ version, firstYear, lastYear, note }) => ({ version, firstYear, lastYear, note })),
      years: [...years].map(([year, rows]) => ({ year, holidays: rows })),
      answer: asked === null ? null : answerFor(asked.rule, asked.start, (ruleId, day0) => dueDate(ruleId, day0, holidays, ruleSetInForceOn(today))),
    };
  });
}
