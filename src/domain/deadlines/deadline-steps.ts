import { fromDayNumber, toDayNumber, type CalendarDate } from '@/shared/calendar-date';
import type { Arithmetic } from './deadline-rules';
import { isWeekendNumber, type HolidayRow, type HolidayTable } from './holiday-table';

/** What day 0 is where a clock starts otherwise than its rule says: the ticket was opened again, or a silent plan's placed in review (D14). */
export type Begun = 'reopened' | 'in_review' | 'transferred';

/**
 * How a due date came about, as plain data that is kept with the clock. Order: day 0, then what was counted or skipped,
 * then the result.
 */
export type DeadlineStep =
  | { type: 'day0'; on: CalendarDate; /** Where it is not the day that the rule names. */ begun?: Begun }
  /** Where counting calendar days from day 0 ends. */
  | { type: 'day_n'; n: number; on: CalendarDate }
  /** A run of business days in a row that counted, with the numbers of its first and last day. */
  | { type: 'counted'; from: CalendarDate; to: CalendarDate; first: number; last: number }
  | { type: 'holiday'; on: CalendarDate; name: string; confirmed: boolean }
  | { type: 'weekend'; from: CalendarDate; to: CalendarDate }
  | { type: 'end_of_next_month'; on: CalendarDate }
  | { type: 'due'; on: CalendarDate };

/** The days of `first` to `last` (day numbers) as steps: business days are numbered from 1, all others named as skipped. */
function walkedSteps(first: number, last: number, table: HolidayTable): DeadlineStep[] {
  const steps: DeadlineStep[] = [];
  let counted = 0;
  for (let n = first; n <= last; n++) {
    const on = fromDayNumber(n);
    const previous = steps.at(-1);
    const holiday = table.byDayNumber.get(n);
    if (isWeekendNumber(n)) {
      if (previous?.type === 'weekend') previous.to = on;
      else steps.push({ type: 'weekend', from: on, to: on });
    } else if (holiday !== undefined) {
      steps.push({ type: 'holiday', on, name: holiday.name, confirmed: holiday.confirmed });
    } else {
      counted += 1;
      if (previous?.type === 'counted') Object.assign(previous, { to: on, last: counted });
      else steps.push({ type: 'counted', from: on, to: on, first: counted, last: counted });
    }
  }
  return steps;
}

/** The steps from day 0 to a due date that was worked out already; for a roll only the days that moved it are walked. */
export function stepsTo(arithmetic: Arithmetic, day0: CalendarDate, due: CalendarDate, table: HolidayTable): DeadlineStep[] {
  const [start, end] = [toDayNumber(day0), toDayNumber(due)];
  const steps: DeadlineStep[] = [{ type: 'day0', on: day0 }];
  if (arithmetic.type === 'business') steps.push(...walkedSteps(start + 1, end, table));
  if (arithmetic.type === 'end_of_next_month') steps.push({ type: 'end_of_next_month', on: due });
  if (arithmetic.type === 'calendar' || arithmetic.type === 'calendar_roll') {
    const landed = start + arithmetic.days;
    steps.push({ type: 'day_n', n: arithmetic.days, on: fromDayNumber(landed) }, ...walkedSteps(landed, end - 1, table));
  }
  steps.push({ type: 'due', on: due });
  return steps;
}

/** D15: the holidays in these steps that HFS has not confirmed; had one been a working day, the date would be another. */
export function unconfirmedIn(steps: readonly DeadlineStep[]): HolidayRow[] {
  return steps.flatMap((step) => (step.type === 'holiday' && !step.confirmed ? [{ on: step.on, name: step.name, confirmed: false }] : []));
}

/** D15: of the holidays on which these steps rest, those that HFS has still not confirmed, or has withdrawn. */
export function restsOnUnconfirmed(steps: readonly DeadlineStep[], table: HolidayTable): boolean {
  return steps.some((step) => step.type === 'holiday' && table.byDayNumber.get(toDayNumber(step.on))?.confirmed !== true);
}

/** What day 0 is, where it is not the day that the rule names. */
export function begunBy(steps: readonly DeadlineStep[]): Begun | undefined {
  return steps.find((step) => step.type === 'day0')?.begun;
}

/** The steps with what day 0 was; unchanged without it. */
export function withBegun(steps: readonly DeadlineStep[], begun: Begun | undefined): DeadlineStep[] {
  return steps.map((step) => (step.type === 'day0' && begun !== undefined ? { ...step, begun } : step));
}
