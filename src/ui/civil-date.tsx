import { formatDay, formatDayShort, formatDayWithoutYear, type CalendarDate } from '@/shared/calendar-date';

type CivilDateProps = {
  date: CalendarDate;
  /** full: "Mon Nov 30, 2026"; weekday: "Mon Nov 30"; short: "Nov 30". */
  style?: 'full' | 'weekday' | 'short';
};

const FORMATS = { full: formatDay, weekday: formatDayWithoutYear, short: formatDayShort };

export function CivilDate({ date, style = 'full' }: CivilDateProps) {
  return <time dateTime={date}>{FORMATS[style](date)}</time>;
}
