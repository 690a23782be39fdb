import { dueDate, restsOnUnconfirmed, ruleSetOfVersion, type HolidayTable } from '@/domain/deadlines';
import { quarterOf } from '@/shared/calendar-date';
import { err, ok } from '@/shared/result';
import type { Fine } from '@/domain/fines/fine';
import type { Clock } from './clock';
import type { CommandInput } from './commands';
import type { DecideOpen } from './decision';
import { noteEvent } from './make-event';
import { standingFine, type Ticket } from './ticket';

/** The fine that stands, for an act that the guards let through only where there is one. */
export function theFine(ticket: Ticket): Fine {
  const fine = standingFine(ticket);
  if (fine === null) throw new Error('the guards let nobody decide a fine that does not stand');
  return fine;
}

/** Why the system must leave a fine to HFS, though a setting makes issuing automatic; null when it need not. */
function leftToHfs(clock: Clock, holidays: HolidayTable): string | null {
  if (restsOnUnconfirmed(clock.steps, holidays)) return 'The due date rests on a holiday that HFS has not confirmed (D15), so HFS itself decides this fine.';
  const now = dueDate(clock.ruleId, clock.day0, holidays, ruleSetOfVersion(clock.ruleSetVersion));
  // The dates of a closed matter do not move, nor those of an earlier round of a ticket that was opened again.
  return now.ok && now.value.due > clock.dueOn ? 'A holiday that was added since gives a later due date (D16), so HFS itself decides this fine.' : null;
}

/**
 * D11, D12: HFS issues a proposed fine; it counts for the quarter of this day. Where a setting makes issuing automatic,
 * the system does, but never one whose date rests on a holiday that HFS has not confirmed (D15), or would be later by now (D16).
 */
export const decideIssueFine: DecideOpen<CommandInput<'issueFine'>> = (ticket, _input, ctx) => {
  const fine = theFine(ticket);
  const clock = ticket.clocks.find((c) => c.id === fine.clockId);
  const reason = ctx.actor.role === 'system' && clock !== undefined ? leftToHfs(clock, ctx.holidays) : null;
  if (reason !== null) return err({ kind: 'not_allowed', reason });
  return ok([noteEvent(ticket, 'FineIssued', { fineId: fine.id, dueOn: fine.dueOn, amountCents: fine.amountCents, quarter: quarterOf(ctx.today) }, ctx)]);
};

export const decideWaiveFine: DecideOpen<CommandInput<'waiveFine'>> = (ticket, input, ctx) =>
  ok([noteEvent(ticket, 'FineWaived', { fineId: theFine(ticket).id, reason: input.reason }, ctx)]);

export const decideRescindFine: DecideOpen<CommandInput<'rescindFine'>> = (ticket, input, ctx) =>
  ok([noteEvent(ticket, 'FineRescinded', { fineId: theFine(ticket).id, reason: input.reason }, ctx)]);
