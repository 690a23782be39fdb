import type { CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import type { ClockChanges } from './clock';
import { clocksOfMove, NO_CLOCK_CHANGES } from './clock-engine';
import type { DecideContext, NewEvent, NewEventOf } from './decision';
import type { EventData, EventType } from './events';
import type { Status } from './status';
import type { Ticket } from './ticket';
import { transitionOf, type Action } from './transitions';

type Made<T extends EventType> = { [K in T]: NewEventOf<K> }[T];

/** An event that changes no clock beyond those given and leaves the status as it is. */
export function noteEvent<T extends EventType>(
  ticket: Ticket,
  type: T,
  data: EventData<T>,
  ctx: DecideContext,
  options: { effectiveOn?: CalendarDate; clocks?: Partial<ClockChanges> } = {},
): NewEventOf<T> {
  return {
    type,
    data,
    to: ticket.status,
    effectiveOn: options.effectiveOn ?? ctx.today,
    at: ctx.arrivedAt,
    clocks: { ...NO_CLOCK_CHANGES, ...options.clocks },
  };
}

/** The event of an action's move, with the clocks that the table and the new status give it. */
export function moveEvent<T extends EventType>(
  ticket: Ticket | null,
  action: Action,
  to: Exclude<Status, 'draft'>,
  type: T,
  data: EventData<T>,
  ctx: DecideContext,
): Result<NewEventOf<T>> {
  const clocks = clocksOfMove(ticket, transitionOf(action), to, ctx);
  if (!clocks.ok) return clocks;
  return ok({ type, data, to, effectiveOn: ctx.today, at: ctx.arrivedAt, clocks: clocks.value });
}

/** A decision of one move. */
export function oneMove<T extends EventType>(
  ticket: Ticket,
  action: Action,
  to: Exclude<Status, 'draft'>,
  type: T,
  data: EventData<T>,
  ctx: DecideContext,
): Result<NewEvent[]> {
  const event = moveEvent(ticket, action, to, type, data, ctx);
  // The generic event is one member of the union; TypeScript cannot see that for an open T.
  return event.ok ? ok([event.value as Made<EventType>]) : err(event.error);
}
