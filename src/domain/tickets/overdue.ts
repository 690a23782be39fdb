import { addDays, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { RESPONSE_RULES, type Clock } from './clock';
import type { DecideContext, NewEvent } from './decision';
import { noteEvent } from './make-event';
import { standingFine, type Ticket } from './ticket';

/**
 * What follows once a duty is past due, whether a sweep or a late act finds it: the mark, effective the day after the
 * due date, and for the plan's response a proposed fine (R20, D11), unless an extension request holds it (D8). A fine
 * that was held is proposed on `heldUntil`, the day on which nothing holds it any more.
 */
export function overdueEvents(ticket: Ticket, clock: Clock, ctx: DecideContext, heldUntil: CalendarDate | null = null): NewEvent[] {
  if (compareDays(ctx.today, clock.dueOn) <= 0) return [];
  const effectiveOn = addDays(clock.dueOn, 1);
  const events: NewEvent[] = [];
  if (clock.overdueOn === null)
    events.push(
      noteEvent(ticket, 'OverdueMarked', { ruleId: clock.ruleId, dueOn: clock.dueOn }, ctx, {
        effectiveOn,
        clocks: { marked: [{ clockId: clock.id, overdueOn: effectiveOn }] },
      }),
    );
  if (RESPONSE_RULES.has(clock.ruleId) && ticket.extensionState !== 'pending' && standingFine(ticket) === null)
    events.push(
      noteEvent(ticket, 'FineProposed', {
        fineId: ctx.newId(),
        clockId: clock.id,
        dueOn: clock.dueOn,
        amountCents: ctx.ruleSet.fineAmountCents,
        ruleSetVersion: ctx.ruleSet.version,
      }, ctx, { effectiveOn: heldUntil ?? effectiveOn }),
    );
  return events;
}

/** An act that arrived in time although a sweep had marked it already: the mark goes and the proposal is void. */
function inTimeAfterAll(ticket: Ticket, clock: Clock, ctx: DecideContext): NewEvent[] {
  if (compareDays(ctx.today, clock.dueOn) > 0 || clock.overdueOn === null) return [];
  const reason = 'The act had arrived on time.';
  const events: NewEvent[] = [
    noteEvent(ticket, 'OverdueMarkRemoved', { ruleId: clock.ruleId, reason }, ctx, { clocks: { marked: [{ clockId: clock.id, overdueOn: null }] } }),
  ];
  const fine = standingFine(ticket);
  if (fine?.status === 'proposed' && fine.clockId === clock.id) events.push(noteEvent(ticket, 'FineVoided', { fineId: fine.id, reason }, ctx));
  return events;
}

/**
 * D11: what an act finds of the duties that it ends, whether it meets them or closes the ticket: past due and not swept
 * yet, or marked although the act had arrived in time. It stands before the act's own events.
 */
export function dutiesFound(ticket: Ticket, events: readonly NewEvent[], ctx: DecideContext): NewEvent[] {
  // A transfer lifts the first plan's duty: it was not that plan's ticket.
  if (events.some((event) => event.type === 'Transferred')) return [];
  // A clock that another one replaces is not judged: the later one is.
  const ended = new Set(events.flatMap((event) => event.clocks.ended.filter((end) => end.reason !== 'superseded').map((end) => end.clockId)));
  // D8: leaving `presented` makes a pending request moot, and so lifts the hold in the same act.
  const isLifted = ticket.extensionState === 'pending' && events.some((event) => event.to !== 'presented');
  const judged: Ticket = isLifted ? { ...ticket, extensionState: 'moot' } : ticket;
  return ticket.clocks
    .filter((clock) => clock.kind === 'duty' && ended.has(clock.id))
    .flatMap((clock) => [...overdueEvents(judged, clock, ctx, isLifted ? ctx.today : null), ...inTimeAfterAll(ticket, clock, ctx)]);
}
