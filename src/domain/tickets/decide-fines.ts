import { restsOnUnconfirmed } from '@/domain/deadlines';
import { quarterOf } from '@/shared/calendar-date';
import { err, ok } from '@/shared/result';
import type { Fine } from '@/domain/fines/fine';
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

/**
 * D11, D12: HFS issues a proposed fine; it counts for the quarter of this day. Where a setting makes issuing automatic,
 * the system does, but never one whose date rests on a holiday that HFS has not confirmed (D15).
 */
export const decideIssueFine: DecideOpen<CommandInput<'issueFine'>> = (ticket, _input, ctx) => {
  const fine = theFine(ticket);
  if (ctx.actor.role === 'system' && ticket.clocks.some((c) => c.id === fine.clockId && restsOnUnconfirmed(c.steps, ctx.holidays)))
    return err({ kind: 'not_allowed', reason: 'The due date rests on a holiday that HFS has not confirmed (D15), so HFS itself decides this fine.' });
  return ok([noteEvent(ticket, 'FineIssued', { fineId: fine.id, dueOn: fine.dueOn, amountCents: fine.amountCents, quarter: quarterOf(ctx.today) }, ctx)]);
};

export const decideWaiveFine: DecideOpen<CommandInput<'waiveFine'>> = (ticket, input, ctx) =>
  ok([noteEvent(ticket, 'FineWaived', { fineId: theFine(ticket).id, reason: input.reason }, ctx)]);

export const decideRescindFine: DecideOpen<CommandInput<'rescindFine'>> = (ticket, input, ctx) =>
  ok([noteEvent(ticket, 'FineRescinded', { fineId: theFine(ticket).id, reason: input.reason }, ctx)]);
