import { compareDays } from '@/shared/calendar-date';
import { err, ok } from '@/shared/result';
import { answerOnIssue } from './answer-on';
import { endedByAct, startAskedClock } from './clock-engine';
import type { CommandInput } from './commands';
import { attachedOf, type DecideOpen } from './decision';
import { noteEvent } from './make-event';

/** R29: the Portal Team asks the plan, with a day by which it answers; several questions may be open. */
export const decideAskMco: DecideOpen<CommandInput<'askMco'>> = (ticket, input, ctx) => {
  const issue = answerOnIssue(input.answerOn, ctx.today);
  if (issue !== null) return err({ kind: 'invalid', issues: [{ field: 'answerOn', message: issue }] });
  const questionId = ctx.newId();
  const clock = startAskedClock('portal-team-request', { subject: questionId, owedBy: 'mco', dueOn: input.answerOn }, ctx);
  return ok([noteEvent(ticket, 'PlanAsked', { questionId, question: input.question, answerOn: input.answerOn }, ctx, { clocks: { started: [clock] } })]);
};

/** R29: the plan's answer to one of them; a late one is taken and marked. */
export const decideAnswerPortalTeam: DecideOpen<CommandInput<'answerPortalTeam'>> = (ticket, input, ctx) => {
  const clock = ticket.clocks.find((c) => c.ruleId === 'portal-team-request' && c.subject === input.questionId);
  if (clock === undefined) return err({ kind: 'not_found' });
  if (clock.endedOn !== null) return err({ kind: 'not_allowed', reason: 'This question is answered already.' });
  const late = compareDays(ctx.today, clock.dueOn) > 0;
  const ended = [endedByAct(clock, ctx.today)];
  return ok([noteEvent(ticket, 'PortalTeamAnswered', { questionId: input.questionId, answer: input.answer, late, ...attachedOf(ctx) }, ctx, { clocks: { ended } })]);
};
