import { z } from 'zod';
import type { FieldIssue } from '@/shared/domain-error';
import { compareDays, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { EARLIEST_RECEIPT } from './decide-filing';
import { fieldIssues } from './field-issues';
import { civilDate, line } from './fields';
import type { ReferenceData } from './reference';

const input = z.strictObject({
  planCode: line('Choose the health plan.', 40),
  askedOn: civilDate('Enter the day on which you gave the plan your dispute.'),
});
export type NoNumberInput = z.infer<typeof input>;

/** D19: the report that a plan gave no tracking number, checked; errors name the form's fields. */
export function checkNoNumber(form: Readonly<Record<string, unknown>>, reference: ReferenceData, today: CalendarDate): Result<NoNumberInput, FieldIssue[]> {
  const parsed = input.safeParse(form);
  if (!parsed.success) return err(fieldIssues(parsed.error));
  const { planCode, askedOn } = parsed.data;
  const issues: FieldIssue[] = [];
  if (!reference.plans.some((p) => p.code === planCode)) issues.push({ field: 'planCode', message: 'Choose the health plan.' });
  if (compareDays(askedOn, today) > 0) issues.push({ field: 'askedOn', message: `${formatDay(askedOn)} is in the future.` });
  if (compareDays(askedOn, EARLIEST_RECEIPT) < 0) issues.push({ field: 'askedOn', message: `${formatDay(askedOn)} is before 2020. The portal takes disputes of 2020 and later.` });
  return issues.length > 0 ? err(issues) : ok(parsed.data);
}
