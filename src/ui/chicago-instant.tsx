import { chicagoDay, formatChicagoInstant, formatChicagoTime } from '@/shared/chicago';
import { formatDayWithoutYear } from '@/shared/calendar-date';

/** An instant in Chicago time: "Fri Nov 20, 2026, 2:14 PM"; `short` leaves the year out. */
export function ChicagoInstant({ at, short }: { at: Date; short?: boolean }) {
  return <time dateTime={at.toISOString()}>{short ? `${formatDayWithoutYear(chicagoDay(at))}, ${formatChicagoTime(at)}` : formatChicagoInstant(at)}</time>;
}
