import { begunBy } from '@/domain/deadlines';
import { ok } from '@/shared/result';
import { openResponseClock, type Clock } from './clock';
import { endedByAct, startClocks } from './clock-engine';
import type { CommandInput } from './commands';
import type { DecideContext, Decision, DecideOpen, NewEvent } from './decision';
import { evolveAll } from './evolve';
import { noteEvent, oneMove } from './make-event';
import { overdueEvents } from './overdue';
import { standingFine, type Ticket } from './ticket';

/** R11, D6, D7: either party asks, by day 23; HFS has a target of 7 days to decide. */
export const decideRequestExtension: DecideOpen<CommandInput<'requestExtension'>> = (ticket, input, ctx) =>
  oneMove(ticket, 'requestExtension', 'presented', 'ExtensionRequested', { by: ctx.actor.role === 'mco' ? 'mco' : 'provider', reason: input.reason }, ctx);

const openOf = (ticket: Ticket, ruleId: Clock['ruleId']) => ticket.clocks.filter((c) => c.ruleId === ruleId && c.endedOn === null);

/** D8: the initial date binds nobody any more, so its overdue mark goes, and a fine that rests on it is void; one of a date that was missed before a reopening stays. */
function undone(ticket: Ticket, initial: Clock, ctx: DecideContext): NewEvent[] {
  const reason = 'HFS approved an extension.';
  const fine = standingFine(ticket);
  return [
    ...(initial.overdueOn === null ? [] : [noteEvent(ticket, 'OverdueMarkRemoved', { ruleId: initial.ruleId, reason }, ctx, { clocks: { marked: [{ clockId: initial.id, overdueOn: null }] } })]),
    ...(fine?.status === 'proposed' && fine.clockId === initial.id ? [noteEvent(ticket, 'FineVoided', { fineId: fine.id, reason }, ctx)] : []),
  ];
}

/** R11, D5: 60 days in total from presentation, then rolled. */
function approve(ticket: Ticket, initial: Clock, reason: string, ctx: DecideContext): Decision {
  const started = startClocks('mco-response-extended', initial.day0, ctx, begunBy(initial.steps));
  if (!started.ok) return started;
  const ended = [
    { clockId: initial.id, endedOn: ctx.today, reason: 'superseded' as const },
    ...openOf(ticket, 'extension-decision').map((c) => endedByAct(c, ctx.today)),
    ...openOf(ticket, 'extension-request').map((c) => ({ clockId: c.id, endedOn: ctx.today, reason: 'met' as const })),
  ];
  const dueOn = started.value[0]?.dueOn ?? initial.dueOn;
  const events = [...undone(ticket, initial, ctx), noteEvent(ticket, 'ExtensionDecided', { decision: 'approved', reason, dueOn }, ctx, { clocks: { started: started.value, ended } })];
  // Approved after the extended date, too, the answer is late.
  return ok([...events, ...started.value.flatMap((clock) => overdueEvents(evolveAll(ticket, events), clock, ctx, ctx.today))]);
}

/** D8: when the initial date has passed, the fine that was held is proposed now. */
function deny(ticket: Ticket, initial: Clock, reason: string, ctx: DecideContext): Decision {
  const ended = openOf(ticket, 'extension-decision').map((c) => endedByAct(c, ctx.today));
  const denied = noteEvent(ticket, 'ExtensionDecided', { decision: 'denied', reason, dueOn: initial.dueOn }, ctx, { clocks: { ended } });
  return ok([denied, ...overdueEvents(evolveAll(ticket, [denied]), initial, ctx, ctx.today)]);
}

/** R11, D7, D8: HFS decides at its discretion, before or after the initial date. */
export const decideDecideExtension: DecideOpen<CommandInput<'decideExtension'>> = (ticket, input, ctx) => {
  const initial = openResponseClock(ticket.clocks);
  if (initial === null) throw new Error('an extension is pending only while the plan’s answer is awaited');
  return input.decision === 'approved' ? approve(ticket, initial, input.reason, ctx) : deny(ticket, initial, input.reason, ctx);
};
