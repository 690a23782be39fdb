import { formatDay, formatDayShort, formatDayWithoutYear, type CalendarDate } from '@/shared/calendar-date';

type CivilDateProps = {
  date: CalendarDate;
  /** full: "Mon Nov 30, 2026"; weekday: "Mon Nov 30"; short: "Nov 30". */
  format?: 'full' | 'weekday' | 'short';
};

const FORMATS = { full: formatDay, weekday: formatDayWithoutYear, short: formatDayShort };

export function CivilDate({ date, format = 'full' }: CivilDateProps) {
  return <time dateTime={date}>{FORMATS[format](date)}</time>;
}
