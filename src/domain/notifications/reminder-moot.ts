import { isAfter, type CalendarDate } from '@/shared/calendar-date';
import type { Ticket } from '@/domain/tickets/ticket';
import { isWindow, type Reminded } from './reminder-mails';

/** What a reminder reminds of, as it stands now. */
export type RemindedState = { what: Reminded; dueOn: CalendarDate; isOpen: boolean; extensionState: Ticket['extensionState'] };

/** R11: nobody can ask for an extension while a request is pending, or after one was approved. */
export function canStillAct({ what, extensionState }: Pick<RemindedState, 'what' | 'extensionState'>): boolean {
  return what !== 'extension-request' || (extensionState !== 'pending' && extensionState !== 'approved');
}

/**
 * Is a reminder moot at the moment of sending? What it reminds of has ended or has another date, nobody can act on it
 * any more, a window is over, or it was written for a day before the due date and that has passed.
 */
export function isMoot(now: RemindedState | null, written: { dueOn: CalendarDate; on: CalendarDate }, today: CalendarDate): boolean {
  if (now === null || !now.isOpen || now.dueOn !== written.dueOn || !canStillAct(now)) return true;
  return isAfter(today, written.dueOn) && (isWindow(now.what) || !isAfter(written.on, written.dueOn));
}
