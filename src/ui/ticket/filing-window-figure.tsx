import { daysBetween, type CalendarDate } from '@/shared/calendar-date';
import { CivilDate } from '@/ui/civil-date';

type FilingWindowFigureProps = { receivedOn: CalendarDate; opensOn: CalendarDate; closesOn: CalendarDate; today: CalendarDate };

/** Day 0 to day 60 as a bar: striped while too early, blue while the window is open, a mark for today (R4). */
export function FilingWindowFigure({ receivedOn, opensOn, closesOn, today }: FilingWindowFigureProps) {
  const whole = daysBetween(receivedOn, closesOn);
  const day = daysBetween(receivedOn, today);
  const early = (daysBetween(receivedOn, opensOn) / whole) * 100;
  return (
    <figure aria-labelledby="filing-window-words">
      <svg className="block w-full h-[1.125rem]" aria-hidden="true">
        <defs>
          <pattern id="too-early" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="fill-white" />
            <rect width="4" height="8" className="fill-line" />
          </pattern>
        </defs>
        <rect x="0.5" y="2.5" width={`${early - 0.2}%`} height="13" fill="url(#too-early)" className="stroke-line-strong" />
        <rect x={`${early}%`} y="2" width={`${100 - early}%`} height="14" className="fill-action" />
        {day >= 0 && day <= whole && <rect x={`${Math.min((day / whole) * 100, 99)}%`} y="0" width="6" height="18" className="fill-navy stroke-white stroke-[1.5]" />}
      </svg>
      <figcaption id="filing-window-words" className="grid grid-cols-2 mt-2 leading-snug">
        <span>
          <span className="block text-ink-soft">Too early</span>
          from <CivilDate date={receivedOn} format="weekday" />
        </span>
        <span>
          <b className="block">Your window</b>
          <CivilDate date={opensOn} format="weekday" /> to <CivilDate date={closesOn} format="weekday" />
          {day >= 0 && (
            <span className="block text-ink-soft">
              Today is day {day}
              {day <= whole && ` of ${whole}`}
            </span>
          )}
        </span>
      </figcaption>
    </figure>
  );
}
