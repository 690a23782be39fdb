import { err, ok } from '@/shared/result';
import type { CommandInput } from './commands';
import type { DecideOpen } from './decision';
import { noteEvent } from './make-event';
import { lapseEvents } from './lapse';
import { overdueEvents } from './overdue';
import { withDecisionClock } from './review-clocks';

/** R19: the Portal Team alerts the Account Manager and Administration. */
export const decideAlertHfs: DecideOpen<CommandInput<'alertHfs'>> = (ticket, input, ctx) =>
  ok([noteEvent(ticket, 'HfsAlerted', { what: input.what }, ctx)]);

/** Staff assign within their own organization; nobody as assignee takes it back. */
export const decideAssign: DecideOpen<CommandInput<'assign'>> = (ticket, input, ctx) => {
  const assignee = ctx.facts.assignee ?? null;
  if (input.assigneeId !== null && assignee === null)
    return err({ kind: 'invalid', issues: [{ field: 'assigneeId', message: 'Choose a person of your organization.' }] });
  const side = ctx.actor.role === 'mco' ? 'mco' : 'state';
  const now = side === 'mco' ? ticket.mcoAssignee : ticket.stateAssignee;
  if ((now?.personId ?? null) === (assignee?.personId ?? null)) return ok([]);
  return ok([noteEvent(ticket, 'Assigned', { side, assignee }, ctx)]);
};

/** A duty is past due: marked once, as of the day after, however late the job ran. */
export const decideMarkOverdue: DecideOpen<CommandInput<'markOverdue'>> = (ticket, input, ctx) => {
  const clock = ticket.clocks.find((c) => c.id === input.clockId);
  if (clock === undefined || clock.endedOn !== null || clock.kind !== 'duty') return ok([]);
  return withDecisionClock(ticket, clock, overdueEvents(ticket, clock, ctx), ctx);
};

/** A right that was not used by its date ends; nobody is late. */
export const decideLapseWindow: DecideOpen<CommandInput<'lapseWindow'>> = (ticket, input, ctx) => {
  const clock = ticket.clocks.find((c) => c.id === input.clockId);
  if (clock === undefined || clock.endedOn !== null) return ok([]);
  return ok(lapseEvents(ticket, clock, ctx));
};
