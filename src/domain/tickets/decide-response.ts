import { compareDays } from '@/shared/calendar-date';
import type { FieldIssue } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { latestClock, openResponseClock, type ClockChanges } from './clock';
import { startClocks } from './clock-engine';
import type { CommandInput, ResponseInput } from './commands';
import { attachedOf, type DecideContext, type DecideOpen } from './decision';
import { evolveAll } from './evolve';
import { moveEvent, noteEvent, oneMove } from './make-event';
import { awaitsReceipt, isPcf, type Ticket } from './ticket';

/** R12: every claim line has an outcome, and its amount fits the outcome. */
function outcomeIssues(ticket: Ticket, response: ResponseInput): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const given = new Map(response.outcomes.map((o, i) => [o.lineNo, { ...o, i }]));
  for (const claim of ticket.claims) {
    const outcome = given.get(claim.lineNo);
    const field = `outcomes.${outcome?.i ?? claim.lineNo - 1}`;
    if (outcome === undefined) issues.push({ field: `${field}.outcome`, message: `Choose the outcome of claim ${claim.claimNumber}.` });
    else if (outcome.outcome === 'upheld' && outcome.amountCents !== 0)
      issues.push({ field: `${field}.amountCents`, message: `Claim ${claim.claimNumber} is upheld, so its amount is 0.00.` });
    else if (outcome.amountCents > claim.billedCents)
      issues.push({ field: `${field}.amountCents`, message: `This is more than claim ${claim.claimNumber} billed.` });
  }
  const lines = new Set(ticket.claims.map((c) => c.lineNo));
  if (response.outcomes.some((o) => !lines.has(o.lineNo)) || given.size !== response.outcomes.length)
    issues.push({ field: 'outcomes', message: 'The claims of this form are not those of the ticket. Load the page again.' });
  return issues;
}

/** R8, R12, R13, D10, D14: the plan's written response; a late one is taken, marked, and keeps or gets its fine proposal. */
export const decideRespond: DecideOpen<CommandInput<'respond'>> = (ticket, input, ctx) => {
  const clock = openResponseClock(ticket.clocks);
  if (clock === null) throw new Error('notYetAnswered lets nobody answer without a response clock');
  const issues = outcomeIssues(ticket, input);
  if (isPcf(ticket) && !input.pcfAttested)
    issues.push({ field: 'pcfAttested', message: 'Confirm that the issue was fully vetted in your internal process (R13).' });
  if (input.resolveOn !== null && compareDays(input.resolveOn, ctx.today) < 0)
    issues.push({ field: 'resolveOn', message: 'This date is past. If it is resolved already, enter today.' });
  if (issues.length > 0) return err({ kind: 'invalid', issues });

  const { ticketId: _ticketId, files: _files, ...response } = input;
  return oneMove(ticket, 'respond', ticket.status === 'presented' ? 'responded' : ticket.status, 'ResponseSubmitted', {
    ...response,
    late: compareDays(ctx.today, clock.dueOn) > 0,
    dueOn: clock.dueOn,
    ...attachedOf(ctx),
  }, ctx);
};

/** R14, R15, D13, D18: a late contest is taken and marked as long as the ticket is open; the review can be asked for with it. */
export const decideContest: DecideOpen<CommandInput<'contest'>> = (ticket, input, ctx) => {
  const window = latestClock(ticket.clocks, 'contest');
  const late = !awaitsReceipt(ticket) && window !== null && compareDays(ctx.today, window.dueOn) > 0;
  const contested = moveEvent(ticket, 'contest', 'contested', 'ResponseContested', { why: input.why, late, ...attachedOf(ctx) }, ctx);
  if (!contested.ok || !input.requestReview || input.whatToReview === null) return contested.ok ? ok([contested.value]) : contested;
  const requested = moveEvent(evolveAll(ticket, [contested.value]), 'requestReview', 'review_requested', 'ReviewRequested', { whatToReview: input.whatToReview }, ctx);
  return requested.ok ? ok([contested.value, requested.value]) : requested;
};

/** R15, R16: from the request on both parties have 30 days to deliver. */
export const decideRequestReview: DecideOpen<CommandInput<'requestReview'>> = (ticket, input, ctx) =>
  oneMove(ticket, 'requestReview', 'review_requested', 'ReviewRequested', { whatToReview: input.whatToReview, ...attachedOf(ctx) }, ctx);

/** D18: the day of receipt is the day 0 of the contest window: later than the entry, or anew after a failure. */
function contestFromReceipt(ticket: Ticket, ctx: DecideContext): Result<ClockChanges | undefined> {
  const isLater = ticket.respondedOn !== null && compareDays(ctx.today, ticket.respondedOn) > 0;
  if (ticket.status !== 'responded' || !(isLater || ticket.responseNotice === 'failed')) return ok(undefined);
  const open = ticket.clocks.find((c) => c.ruleId === 'contest' && c.endedOn === null);
  const started = startClocks('contest', ctx.today, ctx);
  if (!started.ok) return started;
  const ended = open === undefined ? [] : [{ clockId: open.id, endedOn: ctx.today, reason: 'superseded' as const }];
  return ok({ started: started.value, ended, marked: [] });
}

/** D18: when the notice of the answer reached the contact's mail server, or could not. */
export const decideRecordNotice: DecideOpen<CommandInput<'recordNotice'>> = (ticket, input, ctx) => {
  if (!ctx.facts.message?.isResponseNotice) return ok([]);
  const data = { messageId: input.messageId };
  if (input.outcome === 'failed') {
    // What a mail server had accepted may come back later; whoever has seen the answer has received it.
    if (ticket.responseNotice !== 'pending' && ticket.responseNotice !== 'accepted') return ok([]);
    const ended = ticket.clocks.filter((c) => c.ruleId === 'contest' && c.endedOn === null).map((c) => ({ clockId: c.id, endedOn: ctx.today, reason: 'stopped' as const }));
    return ok([noteEvent(ticket, 'NoticeFailed', data, ctx, { clocks: { ended } })]);
  }
  if (!awaitsReceipt(ticket)) return ok([]);
  const clocks = contestFromReceipt(ticket, ctx);
  return clocks.ok ? ok([noteEvent(ticket, 'NoticeAccepted', data, ctx, { clocks: clocks.value })]) : clocks;
};

/** D18: the contact opens the answer before its notice was delivered: on a later day, or after a failure, the window starts then. */
export const decideRecordFirstView: DecideOpen<CommandInput<'recordFirstView'>> = (ticket, _input, ctx) => {
  if (!awaitsReceipt(ticket)) return ok([]);
  const clocks = contestFromReceipt(ticket, ctx);
  return clocks.ok ? ok([noteEvent(ticket, 'ResponseSeen', {}, ctx, { clocks: clocks.value })]) : clocks;
};

/** D18: a message that could not be delivered is sent once more, whoever asks twice; the answer's notice is awaited anew. */
export const decideResendNotice: DecideOpen<CommandInput<'resendNotice'>> = (ticket, input, ctx) => {
  const { message } = ctx.facts;
  if (message?.isSentAgain === true) return ok([]);
  if (message?.status !== 'failed') return err({ kind: 'not_allowed', reason: 'This message was not refused, so there is nothing to send again.' });
  if (message.isOfFormerPlan === true) return err({ kind: 'not_allowed', reason: 'This message was to the plan that had the ticket before its transfer. That plan has it no more, so it is not told again.' });
  return ok([noteEvent(ticket, 'NoticeSentAgain', { messageId: input.messageId, againAs: ctx.newId() }, ctx)]);
};
