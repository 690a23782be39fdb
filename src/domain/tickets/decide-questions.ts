import { err, ok } from '@/shared/result';
import { answerOnIssue } from './answer-on';
import { endedByAct, startAskedClock } from './clock-engine';
import type { CommandInput } from './commands';
import { attachedOf, type DecideOpen } from './decision';
import { noteEvent } from './make-event';
import { openQuestions } from './review-clocks';

/** R17: HFS asks one side and sets the day by which it needs the answer; several questions can be open. */
export const decideAskParty: DecideOpen<CommandInput<'askParty'>> = (ticket, input, ctx) => {
  const issue = answerOnIssue(input.answerOn, ctx.today);
  if (issue !== null) return err({ kind: 'invalid', issues: [{ field: 'answerOn', message: issue }] });
  const questionId = ctx.newId();
  const started = [startAskedClock('hfs-question', { owedBy: input.party, subject: questionId, dueOn: input.answerOn }, ctx)];
  const { party, question, answerOn } = input;
  return ok([noteEvent(ticket, 'QuestionAsked', { questionId, party, question, answerOn }, ctx, { clocks: { started } })]);
};

/** The side that was asked answers; a late answer is taken and marked. */
export const decideAnswerQuestion: DecideOpen<CommandInput<'answerQuestion'>> = (ticket, input, ctx) => {
  const { question } = ctx.facts;
  const clock = openQuestions(ticket.clocks, ctx.actor.role).find((c) => c.subject === input.questionId);
  if (clock === undefined || question === undefined || question === null) return err({ kind: 'not_allowed', reason: 'This question was answered already, or was not put to you.' });
  const end = endedByAct(clock, ctx.today);
  const data = { questionId: input.questionId, party: question.party, answer: input.answer, late: end.reason === 'met_late', askedById: question.askedById, ...attachedOf(ctx) };
  return ok([noteEvent(ticket, 'QuestionAnswered', data, ctx, { clocks: { ended: [end] } })]);
};
