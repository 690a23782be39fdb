import { dueDate, FIRST_RULE_SET, nextBusinessDayOnOrAfter, nthBusinessDayAfter, type HolidayTable, type RuleId } from '@/domain/deadlines';
import { addDays, calendarDate, dayOfWeek, type CalendarDate } from '@/shared/calendar-date';
import type { Result } from '@/shared/result';
import type { Picks } from '../seeded';
import type { Moment } from './story';

function sure<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new RangeError(result.error.message);
  return result.value;
}

/** When people at offices do things: on business days, in office hours, at minutes that look like life. */
export class WorkingDays {
  constructor(private readonly holidays: HolidayTable) {}

  /** The business day `n` business days later. */
  after(day: string, n: number): CalendarDate {
    return sure(nthBusinessDayAfter(calendarDate(day), n, this.holidays));
  }

  onOrAfter(day: string): CalendarDate {
    return sure(nextBusinessDayOnOrAfter(calendarDate(day), this.holidays));
  }

  onOrBefore(day: string): CalendarDate {
    for (let on = calendarDate(day); ; on = addDays(on, -1)) if (this.onOrAfter(on) === on) return on;
  }

  due(rule: RuleId, day0: string): CalendarDate {
    return sure(dueDate(rule, calendarDate(day0), this.holidays, FIRST_RULE_SET)).due;
  }

  /** A moment of a day in office hours. */
  at(day: string, picks: Picks): Moment {
    return `${day} ${String(picks.number(8, 16)).padStart(2, '0')}:${String(picks.number(1, 59)).padStart(2, '0')}`;
  }

  /** The weekday on or before a day, for people who file from home too. */
  weekday(day: string): CalendarDate {
    const on = calendarDate(day);
    const weekday = dayOfWeek(on);
    return weekday === 6 ? addDays(on, -1) : weekday === 0 ? addDays(on, -2) : on;
  }
}
