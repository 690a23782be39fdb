import type { PersonActor } from '@/domain/access/actor';
import type { HolidayTable } from '@/domain/deadlines';
import type { AvailableAction } from '@/domain/tickets/available-actions';
import type { ReferenceData } from '@/domain/tickets/reference';
import type { Ticket } from '@/domain/tickets/ticket';
import type { Action } from '@/domain/tickets/transitions';
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

export function isProvider(ctx: PageContext): boolean {
  return ctx.actor.role === 'provider';
}
