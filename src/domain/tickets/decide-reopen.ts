import { withBegun, type RuleId } from '@/domain/deadlines';
import { addDays, daysBetween, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { CLOCK_STATUSES, latestClock, type Clock } from './clock';
import { startClocks } from './clock-engine';
import type { CommandInput } from './commands';
import { receivedByMcoIssue } from './decide-filing';
import type { DecideContext, DecideOpen } from './decision';
import { filingWindow, windowState } from './filing-window';
import { noteEvent } from './make-event';
import { decisionClock } from './review-clocks';
import { REOPEN_TO, STATUS_NAMES, type ReopenTo, type Status } from './status';
import type { Ticket } from './ticket';
import { ACTIONS, transitionOf } from './transitions';

const NEEDS_ANSWER: ReadonlySet<ReopenTo> = new Set<ReopenTo>(['responded', 'contested', 'review_requested']);

export function wasOutsideWindow(ticket: Pick<Ticket, 'closeReason'>): boolean {
  return ticket.closeReason === 'premature' || ticket.closeReason === 'untimely';
}

/** The statuses to which a closed ticket can go back: those it had with its plan; only the first one where its window did not fit. */
export function statusesToReopen(ticket: Pick<Ticket, 'closeReason' | 'respondedOn'>, had: readonly Status[]): ReopenTo[] {
  return REOPEN_TO.filter((to) => had.includes(to) && (to === 'submitted' || !wasOutsideWindow(ticket)) && (ticket.respondedOn !== null || !NEEDS_ANSWER.has(to)));
}

/** The rules that begin with a status, by whichever action it is reached, as the table has them. */
function rulesOf(status: ReopenTo, ticket: Ticket): RuleId[] {
  const begun = ACTIONS.filter((action) => action !== 'reopen' && transitionOf(action).to.includes(status)).flatMap((action) => transitionOf(action).starts);
  const rules = new Set(begun.filter((ruleId) => CLOCK_STATUSES[ruleId].includes(status)));
  // D14: a silent plan can still answer until HFS decides.
  if (status === 'administrative_review' && ticket.respondedOn === null) rules.add('mco-response');
  // R11: one extension a ticket.
  if (ticket.extensionState === 'approved') rules.delete('extension-request');
  // D18: the time to disagree begins when the answer is received.
  if (ticket.responseNotice === 'failed') rules.delete('contest');
  return [...rules];
}

/** What a party has delivered stays delivered: met clocks stay met. */
function isMet(ticket: Ticket, clock: Clock): boolean {
  const last = latestClock(ticket.clocks.filter((c) => c.owedBy === clock.owedBy), clock.ruleId);
  return clock.ruleId === 'review-information' && (last?.endReason === 'met' || last?.endReason === 'met_late');
}

function clocksOf(ticket: Ticket, to: ReopenTo, ctx: DecideContext): Result<Clock[]> {
  const started: Clock[] = [];
  for (const ruleId of rulesOf(to, ticket)) {
    const clocks = startClocks(ruleId, ctx.today, ctx, 'reopened');
    if (!clocks.ok) return clocks;
    started.push(...clocks.value.filter((clock) => !isMet(ticket, clock)));
  }
  if (to !== 'administrative_review') return ok(started);
  // R17: HFS's own time begins once the information is complete.
  const others = started.filter((c) => c.ruleId !== 'hfs-decision');
  const decision = decisionClock({ clocks: [...ticket.clocks, ...others] }, ctx.today, ctx);
  return decision.ok ? ok([...others, ...decision.value.started.map((c) => ({ ...c, steps: withBegun(c.steps, 'reopened') }))]) : decision;
}

/** R4: the days of receipt by the plan with which a complaint was filed within its window. */
export function fittingReceipt({ firstReceivedOn }: Pick<Ticket, 'firstReceivedOn'>): { from: CalendarDate; to: CalendarDate } {
  const { opensOn, closesOn } = filingWindow(firstReceivedOn);
  return { from: addDays(firstReceivedOn, daysBetween(closesOn, firstReceivedOn)), to: addDays(firstReceivedOn, daysBetween(opensOn, firstReceivedOn)) };
}

/** R4: what was closed as too early or too late goes on only with the right date of receipt; nothing else changes it here. */
function dateIssue(ticket: Ticket, on: CalendarDate | null, today: CalendarDate): string | null {
  if (!wasOutsideWindow(ticket)) return on === null ? null : 'This date is not asked for here. Open the ticket again, then correct it.';
  if (on === null) return 'Enter the right day on which the plan received the dispute: without it the filing window does not fit (R4).';
  const impossible = receivedByMcoIssue(on, today);
  if (impossible !== null) return impossible;
  const window = filingWindow(on);
  if (windowState(window, ticket.firstReceivedOn) === 'open') return null;
  return `With this date the filing window is ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}, and the complaint was received on ${formatDay(ticket.firstReceivedOn)} (R4).`;
}

/** A closed ticket goes on in a status that it had; that status's clocks start anew on this day by the same rules. */
export const decideReopen: DecideOpen<CommandInput<'reopen'>> = (ticket, input, ctx) => {
  const choices = statusesToReopen(ticket, ctx.facts.statusesHad ?? []);
  if (!choices.includes(input.to)) {
    const names = choices.map((status) => `“${STATUS_NAMES[status]}”`).join(' or ');
    return err({ kind: 'invalid', issues: [{ field: 'to', message: `This ticket can be opened again as ${names}.` }] });
  }
  const issue = dateIssue(ticket, input.receivedByMcoOn, ctx.today);
  if (issue !== null) return err({ kind: 'invalid', issues: [{ field: 'receivedByMcoOn', message: issue }] });
  const clocks = clocksOf(ticket, input.to, ctx);
  if (!clocks.ok) return clocks;
  const receivedByMcoOn = input.receivedByMcoOn === null ? null : { before: ticket.receivedByMcoOn, after: input.receivedByMcoOn };
  const event = noteEvent(ticket, 'Reopened', { to: input.to, reason: input.reason, receivedByMcoOn }, ctx, { clocks: { started: clocks.value } });
  return ok([{ ...event, to: input.to }]);
};
