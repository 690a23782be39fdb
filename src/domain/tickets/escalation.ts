import { nthBusinessDayAfter, type HolidayTable } from '@/domain/deadlines';
import { addDays, daysBetween, formatDay, isAfter, type CalendarDate } from '@/shared/calendar-date';

/** R19: why the portal prepares an alert; the first that holds stands for those after it of the same kind. */
export const ALERT_REASONS = ['overdue_5', 'overdue_1', 'no_contact', 'not_opened'] as const;
export type AlertReason = (typeof ALERT_REASONS)[number];

/** Without a logged contact for so many calendar days the plan makes insufficient progress. */
export const NO_CONTACT_DAYS = 15;

/** Half of the time to answer is gone on this day. */
export function halfTimeOn(day0: CalendarDate, dueOn: CalendarDate): CalendarDate {
  return addDays(day0, Math.ceil(daysBetween(day0, dueOn) / 2));
}

/** The last due date that is overdue by `n` business days today; null where the holiday table does not reach. */
export function overdueCutoff(today: CalendarDate, n: number, holidays: HolidayTable): CalendarDate | null {
  for (let dueOn = addDays(today, -1); daysBetween(dueOn, today) < 7 * (n + 4); dueOn = addDays(dueOn, -1)) {
    const on = nthBusinessDayAfter(dueOn, n, holidays);
    if (on.ok && !isAfter(on.value, today)) return dueOn;
  }
  return null;
}

export type PreparedReason = { reason: AlertReason; sinceOn: CalendarDate };

function sentence({ reason, sinceOn }: PreparedReason, planName: string): string {
  switch (reason) {
    case 'overdue_5': return `A duty of ${planName} on this ticket is overdue by 5 business days or more. It was due ${formatDay(sinceOn)}.`;
    case 'overdue_1': return `A duty of ${planName} on this ticket is overdue. It was due ${formatDay(sinceOn)}.`;
    case 'no_contact': return `${planName} has logged no contact with the provider for ${NO_CONTACT_DAYS} days, since ${formatDay(sinceOn)}.`;
    case 'not_opened': return `Nobody at ${planName} has opened this ticket, and half of its time to answer was gone on ${formatDay(sinceOn)}.`;
  }
}

/** The reason as a row of a list names it, beside its date. */
export function reasonInShort({ reason }: PreparedReason): string {
  switch (reason) {
    case 'overdue_5': return 'Overdue by 5 business days or more';
    case 'overdue_1': return 'Overdue';
    case 'no_contact': return `No contact with the provider for ${NO_CONTACT_DAYS} days`;
    case 'not_opened': return 'Not opened at half of the time to answer';
  }
}

/** Without what another reason says already: what is 5 business days overdue is 1 as well. */
export function strongestReasons<T extends PreparedReason>(reasons: readonly T[]): T[] {
  const longOverdue = new Set(reasons.filter((r) => r.reason === 'overdue_5').map((r) => r.sinceOn));
  return ALERT_REASONS.flatMap((reason) => reasons.filter((r) => r.reason === reason)).filter((r) => r.reason !== 'overdue_1' || !longOverdue.has(r.sinceOn));
}

/** R19: the prepared words of an alert, a sentence for each reason. */
export function alertWords(reasons: readonly PreparedReason[], planName: string): string {
  return strongestReasons(reasons).map((r) => sentence(r, planName)).join('\n');
}
