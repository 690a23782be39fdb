import type { PersonActor } from '@/domain/access/actor';
import { isPast, type HolidayTable } from '@/domain/deadlines';
import type { AvailableAction } from '@/domain/tickets/available-actions';
import type { ReferenceData } from '@/domain/tickets/reference';
import { awaitsReceipt, type Ticket } from '@/domain/tickets/ticket';
import type { Action } from '@/domain/tickets/transitions';
import { shownTurnClock } from '@/domain/tickets/turn';
import type { CalendarDate } from '@/shared/calendar-date';

/** What every part of the ticket page is made from. */
export type PageContext = {
  actor: PersonActor;
  ticket: Ticket;
  actions: readonly AvailableAction[];
  today: CalendarDate;
  holidays: HolidayTable;
  reference: ReferenceData;
  /** The plan as a sentence names it: "CountyCare". */
  plan: string;
};

/** Is the action offered and nothing in its way? */
export function canDo(ctx: Pick<PageContext, 'actions'>, action: Action): boolean {
  return ctx.actions.some((a) => a.action === action && a.refused === null);
}

/**
 * D18: the answer has not reached the contact, and the day on which its window would have ended is over. Until it is
 * received the window cannot have ended, so no date of it holds and nothing can be closed for silence.
 */
export function awaitsNotice({ ticket, today }: Pick<PageContext, 'ticket' | 'today'>): boolean {
  const due = shownTurnClock(ticket)?.dueOn;
  return ticket.status === 'responded' && awaitsReceipt(ticket) && due !== undefined && isPast(today, due);
}

export function isProvider(ctx: PageContext): boolean {
  return ctx.actor.role === 'provider';
}
