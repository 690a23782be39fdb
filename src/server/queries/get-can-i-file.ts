import { filingOutlook, type FilingOutlook } from '@/domain/tickets/filing-outlook';
import { receivedByMcoIssue } from '@/domain/tickets/decide-filing';
import { addDays, compareDays, parseCalendarDate, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { asPublic } from '../db/as-actor';

export type HolidayAhead = { on: CalendarDate; name: string };

/** What the home page shows: the day, the next State holidays, and the answer to “Can I file yet?” where it was asked. */
export type HomePage = {
  today: CalendarDate;
  holidaysAhead: HolidayAhead[];
  /** The window of a dispute received on `receivedOn`, or what is wrong with the day that was typed; null when nothing was asked. */
  answer: Result<{ receivedOn: CalendarDate; outlook: FilingOutlook }, string> | null;
};

const DAYS_AHEAD = 120;

function answerFor(typed: string, today: CalendarDate, holidays: Parameters<typeof filingOutlook>[3]): HomePage['answer'] {
  if (typed === '') return err('Enter the day on which the plan gave the tracking number.');
  const parsed = parseCalendarDate(typed);
  if (!parsed.ok) return err(parsed.error.message);
  const issue = receivedByMcoIssue(parsed.value, today);
  return issue === null ? ok({ receivedOn: parsed.value, outlook: filingOutlook(parsed.value, null, today, holidays) }) : err(issue);
}

/** R3, R4, D1: may a dispute that the plan received on the typed day be filed today? `typed` is null when nobody asked. */
export function getHomePage(typed: string | null): Promise<HomePage> {
  return asPublic(async ({ today, holidays }) => ({
    today,
    holidaysAhead: holidays.rows.filter((h) => compareDays(h.on, today) >= 0 && compareDays(h.on, addDays(today, DAYS_AHEAD)) <= 0).slice(0, 4),
    answer: typed === null ? null : answerFor(typed, today, holidays),
  }));
}
