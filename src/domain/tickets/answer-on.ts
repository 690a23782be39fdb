import { addDays, compareDays, formatDay, type CalendarDate } from '@/shared/calendar-date';

const LATEST_DAYS = 365;

/** What is wrong with a day by which an answer is asked for: today or later, and within a year; null when it fits (R17, R29). */
export function answerOnIssue(on: CalendarDate, today: CalendarDate): string | null {
  if (compareDays(on, today) < 0) return `${formatDay(on)} is past. Enter today or a later day.`;
  const last = addDays(today, LATEST_DAYS);
  return compareDays(on, last) > 0 ? `${formatDay(on)} is more than a year away. Enter ${formatDay(last)} or an earlier day.` : null;
}
