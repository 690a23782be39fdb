import type { BusinessCalendar, CalendarCell } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { dayOfMonth, type CalendarDate } from '@/shared/calendar-date';
import { joinClasses } from '@/ui/join-classes';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The small calendar of a business-day date: circles count, stripes do not, frame = today, navy = due. */
export function BusinessCalendarTable({ calendar, today }: { calendar: BusinessCalendar; today: CalendarDate }) {
  return (
    <table className="cal">
      <caption>
        {calendar.caption}
        <span className="sr-only">: the business days that were counted</span>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col" abbr={name}>
              {name.slice(0, 2)}
              <span className="max-sm:hidden">{name.slice(2)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendar.weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((cell) => (
              <Day key={cell.on} cell={cell} isToday={cell.on === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayLook = { className: string; mark?: number; spoken: string };

function lookOf(cell: Exclude<CalendarCell, { type: 'blank' }>): DayLook {
  switch (cell.type) {
    case 'zero':
      return { className: 'zero', mark: 0, spoken: 'day 0' };
    case 'counted':
      return { className: '', mark: cell.number, spoken: `business day ${cell.number}` };
    case 'due':
      return { className: 'due-day', mark: cell.number, spoken: `business day ${cell.number}, the date` };
    case 'off':
      return { className: 'off', spoken: `${cell.why}, does not count` };
    default:
      return assertNever(cell);
  }
}

function Day({ cell, isToday }: { cell: CalendarCell; isToday: boolean }) {
  if (cell.type === 'blank') return <td className="none" />;
  const look = lookOf(cell);
  return (
    <td className={joinClasses(look.className, isToday && 'today')}>
      <span className="d">{dayOfMonth(cell.on)}</span>
      {look.mark !== undefined && <b>{look.mark}</b>}
      <span className="sr-only">{` ${look.spoken}${isToday ? ', today' : ''}`}</span>
    </td>
  );
}
