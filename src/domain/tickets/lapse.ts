import { addDays, compareDays } from '@/shared/calendar-date';
import type { Clock } from './clock';
import type { DecideContext, NewEvent } from './decision';
import { noteEvent } from './make-event';
import { awaitsReceipt, type Ticket } from './ticket';

/** What follows once the last day of a window is past: the right lapses as of that day, however late it is found. */
export function lapseEvents(ticket: Ticket, clock: Clock, ctx: DecideContext): NewEvent[] {
  if (clock.kind !== 'window' || compareDays(ctx.today, clock.dueOn) <= 0) return [];
  // D18: the day of receipt will set this window anew, so it cannot end before.
  if (clock.ruleId === 'contest' && awaitsReceipt(ticket)) return [];
  const ended = [{ clockId: clock.id, endedOn: clock.dueOn, reason: 'lapsed' as const }];
  return [noteEvent(ticket, 'WindowLapsed', { ruleId: clock.ruleId, dueOn: clock.dueOn }, ctx, { effectiveOn: addDays(clock.dueOn, 1), clocks: { ended } })];
}

/** An act finds what no sweep has found yet: a window that it would stop, though its last day is past, had lapsed before. */
export function withWindowsFound(ticket: Ticket, events: readonly NewEvent[], ctx: DecideContext): NewEvent[] {
  // D18: a notice that came back takes the window with it; it had never rightly begun.
  if (events.some((event) => event.type === 'NoticeFailed')) return [...events];
  const stopped = new Set(events.flatMap((event) => event.clocks.ended.filter((end) => end.reason === 'stopped').map((end) => end.clockId)));
  const lapsed = ticket.clocks.filter((clock) => stopped.has(clock.id)).flatMap((clock) => lapseEvents(ticket, clock, ctx));
  const gone = new Set(lapsed.flatMap((event) => event.clocks.ended.map((end) => end.clockId)));
  return [...lapsed, ...events.map((event) => ({ ...event, clocks: { ...event.clocks, ended: event.clocks.ended.filter((end) => !gone.has(end.clockId)) } }))];
}
