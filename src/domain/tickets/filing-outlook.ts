import { dueDate, ruleSetInForceOn, type DueDate, type HolidayTable, type RuleSet } from '@/domain/deadlines';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import { filingWindow, windowState, type FilingWindow } from './filing-window';

/** The ticket that is filed again: closed as incomplete, with the day on which its first filing was received (D17). */
export type Refiled = { ticketId: string; closedOn: CalendarDate; firstReceivedOn: CalendarDate };

export type WindowState = ReturnType<typeof windowState>;

/** Where a complaint stands to its filing window today, with the reason of each date. */
export type FilingOutlook = {
  window: FilingWindow;
  opens: DueDate;
  closes: DueDate;
  state: WindowState;
  /** The last day on which it is still in time, and why: the window's end, or the refiling's where that is later. */
  fileBy: DueDate;
  /** D17: set while the first receipt date still counts. */
  refiling: { due: DueDate; firstReceivedOn: CalendarDate } | null;
};

function refilingDue(refiles: Refiled | null, today: CalendarDate, holidays: HolidayTable, ruleSet: RuleSet): DueDate | null {
  if (refiles === null) return null;
  const due = dueDate('refiling', refiles.closedOn, holidays, ruleSet);
  return due.ok && compareDays(today, due.value.due) <= 0 ? due.value : null;
}

/**
 * D17: the day by which a filing of today is judged: that of its first receipt within 5 business days of the
 * `incomplete` closing, else today. It never turns a filing that is in time today into an early one.
 */
export function judgedOn(window: FilingWindow, refiles: Refiled | null, today: CalendarDate, holidays: HolidayTable, ruleSet: RuleSet): CalendarDate {
  if (refiles === null || refilingDue(refiles, today, holidays, ruleSet) === null) return today;
  return windowState(window, refiles.firstReceivedOn) === 'premature' ? today : refiles.firstReceivedOn;
}

/** A date of the window as the policy's table has it; calendar days need no holiday, so this cannot fail. */
function windowDate(ruleId: 'filing-opens' | 'filing-closes', receivedByMcoOn: CalendarDate, holidays: HolidayTable, ruleSet: RuleSet): DueDate {
  const due = dueDate(ruleId, receivedByMcoOn, holidays, ruleSet);
  if (!due.ok) throw new Error(due.error.message);
  return due.value;
}

/** R4, D1, D2, D17: may it be filed today, until when, and why. */
export function filingOutlook(receivedByMcoOn: CalendarDate, refiles: Refiled | null, today: CalendarDate, holidays: HolidayTable): FilingOutlook {
  const ruleSet = ruleSetInForceOn(today);
  const window = filingWindow(receivedByMcoOn);
  const opens = windowDate('filing-opens', receivedByMcoOn, holidays, ruleSet);
  const closes = windowDate('filing-closes', receivedByMcoOn, holidays, ruleSet);
  const again = refilingDue(refiles, today, holidays, ruleSet);
  const judged = judgedOn(window, refiles, today, holidays, ruleSet);
  const state = windowState(window, judged);
  const refiling = again !== null && refiles !== null && judged === refiles.firstReceivedOn ? { due: again, firstReceivedOn: judged } : null;
  const fileBy = refiling !== null && state === 'open' && compareDays(refiling.due.due, closes.due) > 0 ? refiling.due : closes;
  return { window, opens, closes, state, fileBy, refiling };
}
