import { z } from 'zod';
import type { FieldIssue } from '@/shared/domain-error';
import type { CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { answerOnIssue } from './answer-on';
import { fieldIssues } from './field-issues';
import { civilDate, line, text } from './fields';
import { planHolder } from './plan-succession';
import { planName, type ReferenceData } from './reference';

export const PLAN_REQUEST_STATUSES = ['open', 'answered', 'withdrawn'] as const;
export type PlanRequestStatus = (typeof PLAN_REQUEST_STATUSES)[number];
export type PlanRequestEventType = 'asked' | 'answered' | 'withdrawn';

const input = z.strictObject({
  planCode: line('Choose the health plan.', 40),
  subject: line('Say in a few words what it is about.', 120),
  question: text('Write your request.', 5000),
  answerOn: civilDate('Enter the day by which the plan answers.'),
});
export type PlanRequestInput = z.infer<typeof input>;

/** R29: what the Portal Team asks a plan about no ticket, checked; errors name the form's fields. An ended plan's successor is asked instead (D20). */
export function checkPlanRequest(form: Readonly<Record<string, unknown>>, reference: ReferenceData, today: CalendarDate): Result<PlanRequestInput, FieldIssue[]> {
  const parsed = input.safeParse(form);
  if (!parsed.success) return err(fieldIssues(parsed.error));
  const { planCode, answerOn } = parsed.data;
  const issues: FieldIssue[] = [];
  const holder = planHolder(reference, planCode, today);
  if (!reference.plans.some((p) => p.code === planCode)) issues.push({ field: 'planCode', message: 'Choose the health plan.' });
  else if (holder !== planCode) issues.push({ field: 'planCode', message: `${planName(reference, planCode)} has ended. Ask ${planName(reference, holder)}, its successor (D20).` });
  const dateIssue = answerOnIssue(answerOn, today);
  if (dateIssue !== null) issues.push({ field: 'answerOn', message: dateIssue });
  return issues.length > 0 ? err(issues) : ok(parsed.data);
}

const answer = text('Write your answer.', 5000);
const reason = text('Say why it is taken back.', 2000);

/** The plan's answer, checked. */
export function checkRequestAnswer(typed: unknown): Result<string, FieldIssue[]> {
  const parsed = answer.safeParse(typed);
  return parsed.success ? ok(parsed.data) : err([{ field: 'answer', message: parsed.error.issues[0]?.message ?? '' }]);
}

export function checkWithdrawReason(typed: unknown): Result<string, FieldIssue[]> {
  const parsed = reason.safeParse(typed);
  return parsed.success ? ok(parsed.data) : err([{ field: 'reason', message: parsed.error.issues[0]?.message ?? '' }]);
}

/** What stands in the way of an act on a request that has ended; null while it is open. */
export function endedRequestReason(status: PlanRequestStatus): string | null {
  switch (status) {
    case 'open': return null;
    case 'answered': return 'This request is answered already.';
    case 'withdrawn': return 'The Portal Team took this request back, so there is nothing to answer.';
  }
}
