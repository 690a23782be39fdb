import { withBegun } from '@/domain/deadlines';
import { compareDays, formatDay } from '@/shared/calendar-date';
import { err, ok } from '@/shared/result';
import { clocksOfMove, endedByAct } from './clock-engine';
import type { CommandInput } from './commands';
import { attachedOf, type DecideContext, type DecideOpen, type NewEvent } from './decision';
import { noteEvent } from './make-event';
import { awaitedParties, decisionClock, informationClock, type ReviewParty } from './review-clocks';
import type { Ticket } from './ticket';
import { transitionOf } from './transitions';

type BeginInput = CommandInput<'beginAdministrativeReview'>;
type Issue = { field: string; message: string };

const SIDES: Record<ReviewParty, string> = { provider: 'the provider', mco: 'the plan' };

/** R16, R17, D14: what the form lacks for this ticket, said at its field. */
function beginIssue(ticket: Ticket, input: BeginInput, ctx: DecideContext): Issue | null {
  if (ticket.status === 'presented') return input.direction === null ? { field: 'direction', message: 'Enter the Account Manager’s direction (D14).' } : null;
  const awaited = awaitedParties(ticket.clocks, ctx.today);
  const [first] = awaited;
  if (first === undefined || input.reason !== null) return null;
  const due = informationClock(ticket.clocks, first)?.dueOn;
  const who = awaited.map((party) => SIDES[party]).join(' and ');
  return { field: 'reason', message: `HFS still waits for the information of ${who}${due === undefined ? '' : `, due ${formatDay(due)}`} (R16). Give a reason to begin before.` };
}

/** R17, D14: the Portal Team sets the status Administrative Review; a silent plan's ticket first needs the information of both sides. */
export const decideBeginReview: DecideOpen<BeginInput> = (ticket, input, ctx) => {
  const issue = beginIssue(ticket, input, ctx);
  if (issue !== null) return err({ kind: 'invalid', issues: [issue] });
  const silent = ticket.status === 'presented';
  const move = clocksOfMove(ticket, transitionOf('beginAdministrativeReview'), 'administrative_review', ctx);
  if (!move.ok) return move;
  const information = silent ? move.value.started.filter((c) => c.ruleId === 'review-information').map((c) => ({ ...c, steps: withBegun(c.steps, 'in_review') })) : [];
  const decision = decisionClock({ clocks: [...ticket.clocks, ...information] }, ctx.today, ctx);
  if (!decision.ok) return decision;
  const clocks = { ...move.value, started: [...information, ...decision.value.started] };
  const begun: NewEvent = {
    ...noteEvent(ticket, 'ReviewBegun', { after: silent ? 'silence' : 'request', reason: silent ? null : input.reason }, ctx, { clocks }),
    to: 'administrative_review',
  };
  if (!silent || input.direction === null) return ok([begun]);
  return ok([begun, { ...noteEvent(ticket, 'DirectionAttached', { direction: input.direction }, ctx), to: 'administrative_review' }]);
};

/** R16: a side delivers what HFS needs; its duty ends with the first delivery, more can follow until HFS decides. */
export const decideDeliverInformation: DecideOpen<CommandInput<'deliverInformation'>> = (ticket, input, ctx) => {
  const party: ReviewParty = ctx.actor.role === 'mco' ? 'mco' : 'provider';
  const clock = informationClock(ticket.clocks, party);
  const ended = clock === null || clock.endedOn !== null ? [] : [endedByAct(clock, ctx.today)];
  const after = ticket.clocks.map((c) => (ended.some((e) => e.clockId === c.id) ? { ...c, endedOn: ctx.today } : c));
  const decision = ticket.status === 'administrative_review' ? decisionClock({ clocks: after }, ticket.reviewBeganOn ?? ctx.today, ctx) : ok({ started: [], superseded: [] });
  if (!decision.ok) return decision;
  const { started, superseded } = decision.value;
  const { ticketId: _ticketId, files: _files, ...words } = input;
  return ok([
    noteEvent(ticket, 'InformationDelivered', { party, ...words, ...attachedOf(ctx), late: clock !== null && compareDays(ctx.today, clock.dueOn) > 0 }, ctx, {
      clocks: { started, ended: [...ended, ...superseded.map((c) => ({ clockId: c.id, endedOn: ctx.today, reason: 'superseded' as const }))] },
    }),
  ]);
};

/** R17: the Account Manager recommends that the Portal Team refer the review to an expert. */
export const decideRecommendSme: DecideOpen<CommandInput<'recommendSme'>> = (ticket, input, ctx) => ok([noteEvent(ticket, 'SmeRecommended', { why: input.why }, ctx)]);

/** R17: the Portal Team names the expert, who alone decides from now on. */
export const decideReferToSme: DecideOpen<CommandInput<'referToSme'>> = (ticket, input, ctx) => {
  const reviewer = ctx.facts.reviewer ?? null;
  if (reviewer?.role !== 'sme') return err({ kind: 'invalid', issues: [{ field: 'smeId', message: 'Choose one of the subject matter experts.' }] });
  return ok([noteEvent(ticket, 'SmeReferred', { sme: { personId: reviewer.personId, name: reviewer.name }, why: input.why }, ctx)]);
};

export const decideReturnFromSme: DecideOpen<CommandInput<'returnFromSme'>> = (ticket, input, ctx) => {
  if (ticket.sme === null) throw new Error('referredToMe lets nobody return a review that is not referred');
  return ok([noteEvent(ticket, 'SmeReturned', { sme: ticket.sme, why: input.why }, ctx)]);
};

/** R17: another person of HFS takes the review over; an expert only where it is with an expert already. */
export const decideReassignReview: DecideOpen<CommandInput<'reassignReview'>> = (ticket, input, ctx) => {
  const to = ctx.facts.reviewer ?? null;
  const refuse = (message: string) => err({ kind: 'invalid' as const, issues: [{ field: 'reviewerId', message }] });
  if (to === null) return refuse('Choose a person of HFS who can see this ticket.');
  if (to.role === 'sme' && ticket.sme === null) return refuse('An expert gets a review only after the Account Manager recommended it (R17). Choose an Account Manager or Administration.');
  if (to.personId === (ticket.sme ?? ticket.stateAssignee)?.personId) return refuse(`The review is with ${to.name} already.`);
  return ok([noteEvent(ticket, 'ReviewReassigned', { to, why: input.why }, ctx)]);
};
