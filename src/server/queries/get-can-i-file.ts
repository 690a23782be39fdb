import { holidayName, isSoon, nextBusinessDayOnOrAfter, type HolidayTable } from '@/domain/deadlines';
import { receivedByMcoIssue } from '@/domain/tickets/decide-filing';
import { civilDate } from '@/domain/tickets/fields';
import { filingOutlook, type FilingOutlook } from '@/domain/tickets/filing-outlook';
import { addDays, compareDays, isWeekend, type CalendarDate } from '@/shared/calendar-date';
import { asPublic } from '../db/as-actor';

export type HolidayAhead = { on: CalendarDate; name: string };

/** What a visitor asks: whether the plan gave a tracking number (R3), and the day on which it did, as typed. */
export type FilingQuestion = { number: string; received: string };

/** The last day of a window on which State offices are closed, and the business day to which it does not move (D4). */
export type ClosedLastDay = { holiday: string | null; nextBusinessDay: CalendarDate | null };

export type FilingReply =
  | { kind: 'no_number' }
  | { kind: 'problems'; issues: { field: 'number' | 'received'; message: string }[] }
  | { kind: 'window'; receivedOn: CalendarDate; outlook: FilingOutlook; isSoon: boolean; closedLastDay: ClosedLastDay | null };

/** What the home page shows: the day, the next State holidays, and the reply to “Can I file yet?” where it was asked. */
export type HomePage = { today: CalendarDate; holidaysAhead: HolidayAhead[]; reply: FilingReply | null };

const DAYS_AHEAD = 120;

function closedLastDay(day: CalendarDate, holidays: HolidayTable): ClosedLastDay | null {
  const holiday = holidayName(day, holidays);
  if (holiday === null && !isWeekend(day)) return null;
  const next = nextBusinessDayOnOrAfter(day, holidays);
  return { holiday, nextBusinessDay: next.ok ? next.value : null };
}

function replyTo({ number, received }: FilingQuestion, today: CalendarDate, holidays: HolidayTable): FilingReply {
  if (number === 'no') return { kind: 'no_number' };
  const day = civilDate('Enter the day on which the plan gave the tracking number.').safeParse(received);
  const dayIssue = day.success ? receivedByMcoIssue(day.data, today) : (day.error.issues[0]?.message ?? null);
  if (number === 'yes' && day.success && dayIssue === null) {
    const outlook = filingOutlook(day.data, null, today, holidays);
    const { due: lastDay } = outlook.closes;
    return { kind: 'window', receivedOn: day.data, outlook, isSoon: isSoon(today, lastDay, holidays), closedLastDay: closedLastDay(lastDay, holidays) };
  }
  return {
    kind: 'problems',
    issues: [
      ...(number === 'yes' ? [] : [{ field: 'number' as const, message: 'Say whether the plan gave you a tracking number.' }]),
      ...(dayIssue === null ? [] : [{ field: 'received' as const, message: dayIssue }]),
    ],
  };
}

/** R3, R4, D1, D19: may a dispute be filed today? `asked` is null when nobody asked. */
export function getHomePage(asked: FilingQuestion | null): Promise<HomePage> {
  return asPublic(async ({ today, holidays }) => ({
    today,
    holidaysAhead: holidays.rows.filter((h) => compareDays(h.on, today) >= 0 && compareDays(h.on, addDays(today, DAYS_AHEAD)) <= 0).slice(0, 4),
    reply: asked === null ? null : replyTo(asked, today, holidays),
  }));
}
