import { DEADLINE_RULES } from '@/domain/deadlines';
import { addDays, compareDays, type CalendarDate } from '@/shared/calendar-date';

export type FilingWindow = { opensOn: CalendarDate; closesOn: CalendarDate };

function calendarDays(ruleId: 'filing-opens' | 'filing-closes'): number {
  const { arithmetic } = DEADLINE_RULES[ruleId];
  if (arithmetic.type !== 'calendar') throw new Error(`${ruleId} is not counted in calendar days`);
  return arithmetic.days;
}

/** R4, D1: the first and the last day on which a dispute can be filed; both are in time, neither is rolled (D4). */
export function filingWindow(receivedByMcoOn: CalendarDate): FilingWindow {
  return {
    opensOn: addDays(receivedByMcoOn, calendarDays('filing-opens')),
    closesOn: addDays(receivedByMcoOn, calendarDays('filing-closes')),
  };
}

/** D2: how a filing on `day` stands to its window. */
export function windowState(window: FilingWindow, day: CalendarDate): 'premature' | 'open' | 'untimely' {
  if (compareDays(day, window.opensOn) < 0) return 'premature';
  return compareDays(day, window.closesOn) > 0 ? 'untimely' : 'open';
}
