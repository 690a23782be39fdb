import { addDays, compareDays, dayOfWeek, formatMonth, monthOf, weekdayName, yearOf, type CalendarDate } from '@/shared/calendar-date';
import type { DeadlineStep } from './deadline-steps';

/** A cell of the small calendar under "Why this date?"; `blank` lies before day 0 or after the due day. */
export type CalendarCell =
  | { type: 'blank'; on: CalendarDate }
  | { type: 'zero'; on: CalendarDate }
  | { type: 'counted'; on: CalendarDate; number: number }
  /** `why` is `Saturday`, `Sunday` or the holiday's name. */
  | { type: 'off'; on: CalendarDate; why: string }
  | { type: 'due'; on: CalendarDate; number: number };

export type BusinessCalendar = {
  /** `November to December 2026`. */
  caption: string;
  /** Weeks of seven cells, Monday first. */
  weeks: CalendarCell[][];
};

function captionOf(from: CalendarDate, to: CalendarDate): string {
  if (yearOf(from) !== yearOf(to)) return `${formatMonth(from)} to ${formatMonth(to)}`;
  if (monthOf(from) === monthOf(to)) return formatMonth(from);
  return `${formatMonth(from).split(' ')[0]} to ${formatMonth(to)}`;
}

function cellsOf(steps: readonly DeadlineStep[], due: CalendarDate): Map<CalendarDate, CalendarCell> {
  const cells = new Map<CalendarDate, CalendarCell>();
  const put = (cell: CalendarCell) => cells.set(cell.on, cell);
  for (const step of steps) {
    if (step.type === 'day0') put({ type: 'zero', on: step.on });
    if (step.type === 'holiday') put({ type: 'off', on: step.on, why: step.name });
    if (step.type === 'weekend') for (let on = step.from; compareDays(on, step.to) <= 0; on = addDays(on, 1)) put({ type: 'off', on, why: weekdayName(on) });
    if (step.type === 'counted')
      for (let on = step.from, number = step.first; number <= step.last; on = addDays(on, 1), number++) put({ type: on === due ? 'due' : 'counted', on, number });
  }
  return cells;
}

/** The small calendar of a date that counts business days, from its steps alone; null for all other dates. */
export function businessCalendar(steps: readonly DeadlineStep[]): BusinessCalendar | null {
  const first = steps[0];
  const last = steps.at(-1);
  if (first?.type !== 'day0' || last?.type !== 'due' || !steps.some((step) => step.type === 'counted')) return null;
  const cells = cellsOf(steps, last.on);
  const weeks: CalendarCell[][] = [];
  const daysSinceMonday = (dayOfWeek(first.on) + 6) % 7;
  for (let monday = addDays(first.on, -daysSinceMonday); compareDays(monday, last.on) <= 0; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((i): CalendarCell => cells.get(addDays(monday, i)) ?? { type: 'blank', on: addDays(monday, i) }));
  }
  return { caption: captionOf(first.on, last.on), weeks };
}
