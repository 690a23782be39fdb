import { addDays, type CalendarDate } from '@/shared/calendar-date';
import { dateOf, dayOf } from './dates';
import type { Tx } from './database';

export type DailyJob = 'reminders' | 'escalation' | 'watchdog';

/** Up to which day a daily job has done its work; null before its first day. */
export async function findJobMark(tx: Tx, name: DailyJob): Promise<CalendarDate | null> {
  const mark = await tx.jobMark.findUnique({ where: { name } });
  return mark === null ? null : dayOf(mark.doneThrough);
}

/** Notes that a daily job has done its work up to a day; never goes back. */
export async function setJobMark(tx: Tx, name: DailyJob, day: CalendarDate): Promise<void> {
  await tx.$executeRaw`INSERT INTO job_marks (name, done_through) VALUES (${name}, ${dateOf(day)}::date)
    ON CONFLICT (name) DO UPDATE SET done_through = greatest(job_marks.done_through, excluded.done_through)`;
}

/** Has a daily job look at a day again whose work it has done already; a day that is still to be done stays so. */
export async function redoJobDay(tx: Tx, name: DailyJob, day: CalendarDate): Promise<void> {
  const before = dateOf(addDays(day, -1));
  await tx.jobMark.updateMany({ where: { name, doneThrough: { gt: before } }, data: { doneThrough: before } });
}
