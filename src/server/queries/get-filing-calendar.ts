import ical, { ICalCalendarMethod } from 'ical-generator';
import { formatDay } from '@/shared/calendar-date';
import { portalUrl } from '../portal-url';
import { getHomePage } from './get-can-i-file';

/** The day that matters next for a dispute received on a day, as a calendar file; null when there is none any more. */
export async function getFilingCalendar(receivedOn: string): Promise<string | null> {
  const { reply, today } = await getHomePage({ number: 'yes', received: receivedOn });
  if (reply?.kind !== 'window' || reply.outlook.state === 'untimely') return null;
  const { window, state } = reply.outlook;
  const opens = state === 'premature';
  const day = opens ? window.opensOn : window.closesOn;
  const link = portalUrl();
  const calendar = ical({ name: 'Provider Resolution Portal', method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Provider Resolution Portal', product: 'Filing window', language: 'EN' } });
  calendar.createEvent({
    // The same day asked for again replaces the entry instead of doubling it.
    id: `filing-${opens ? 'opens' : 'closes'}-${day}@${new URL(link).hostname}`,
    // An all-day event has no time zone: its date is the same everywhere.
    start: `${day}T00:00:00`,
    allDay: true,
    stamp: `${today}T00:00:00`,
    summary: opens ? 'You can file a complaint in the Provider Resolution Portal from today' : 'Last day to file a complaint in the Provider Resolution Portal',
    description: `The filing window is ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}, until midnight, Chicago time.`,
    url: link,
  });
  // Every line of a calendar file ends, also the last one.
  return `${calendar.toString()}\r\n`;
}
