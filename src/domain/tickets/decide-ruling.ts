import { err, ok } from '@/shared/result';
import type { CommandInput } from './commands';
import type { DecideContext, DecideOpen } from './decision';
import type { Clock, ClockMove } from './clock';
import { evolve } from './evolve';
import { moveEvent, oneMove } from './make-event';
import { moveUnderHolidays } from './move-dates';
import { decisionClock } from './review-clocks';
import type { RulingLine } from './review-events';
import { rulingLines } from './ruling-lines';
import type { Ticket } from './ticket';

/** R17, R18: the HFS Decision, as a whole and on each claim line, for the Portal Team to share. */
export const decideHfsDecision: DecideOpen<CommandInput<'decide'>> = (ticket, input, ctx) => {
  const lines = rulingLines(ticket.claims, input);
  if (!lines.ok) return lines;
  return oneMove(ticket, 'decide', 'decided', 'HfsDecided', { ruling: input.ruling, reasons: input.reasons, lines: lines.value satisfies RulingLine[] }, ctx);
};

/**
 * What the decision had stopped goes on as it was once the review does: a silent plan can still answer (D14), a side can
 * still deliver (R16) and answer what HFS asked (R17), each by the same date, or by the later one that a holiday of
 * meanwhile gives (D16).
 */
function resumed(ticket: Ticket, stoppedIds: readonly string[], ctx: DecideContext): ClockMove[] {
  return ticket.clocks
    .filter((c) => stoppedIds.includes(c.id))
    .map((c): Clock => ({ ...c, endedOn: null, endReason: null }))
    .map((clock) => {
      const { id, dueOn, steps, holidayVersion, restsOnUnconfirmed, overdueOn } = clock;
      return moveUnderHolidays(clock, 'administrative_review', ctx) ?? { clockId: id, dueOn, steps, holidayVersion, restsOnUnconfirmed, overdueOn, endedOn: null, endReason: null };
    });
}

/** R18: before it is shared, the Portal Team can return a decision; HFS's target to decide goes on from its first day. */
export const decideReturnDecision: DecideOpen<CommandInput<'returnDecision'>> = (ticket, input, ctx) => {
  const { ruling } = ctx.facts;
  if (ruling === undefined || ruling === null) return err({ kind: 'conflict', reason: 'No decision waits on this ticket.' });
  const moved = moveEvent(ticket, 'returnDecision', 'administrative_review', 'DecisionReturned', { reason: input.reason, decidedById: ruling.decidedById }, ctx);
  if (!moved.ok) return moved;
  const event = { ...moved.value, clocks: { ...moved.value.clocks, started: [], moved: resumed(ticket, ruling.stoppedIds, ctx) } };
  const decision = decisionClock(evolve(ticket, event), ticket.reviewBeganOn ?? ctx.today, ctx);
  return decision.ok ? ok([{ ...event, clocks: { ...event.clocks, started: decision.value.started } }]) : decision;
};

/** R18: the decision is shared with both sides and final. */
export const decideShareDecision: DecideOpen<CommandInput<'shareDecision'>> = (ticket, _input, ctx) => {
  const { ruling } = ctx.facts;
  if (ruling === undefined || ruling === null) return err({ kind: 'conflict', reason: 'No decision waits on this ticket.' });
  return oneMove(ticket, 'shareDecision', 'closed', 'DecisionShared', { ...ruling.data, decidedOn: ruling.decidedOn }, ctx);
};
