import { z } from 'zod';
import { civilDate, email, fileIds, line, money, oneOf, optional, phone, text, uuid } from './fields';
import { RULINGS } from './review-events';

const why = text('Say why.', 2000);

const rulingLine = z.strictObject({
  lineNo: z.coerce.number().int().positive(),
  ruling: optional(oneOf(RULINGS, 'Choose for whom this claim is decided.')),
  amountCents: optional(money('Enter the amount that the plan is to pay.')),
});
export type RulingLineInput = z.infer<typeof rulingLine>;

/** The inputs of the actions of the review by HFS (R16 to R18, D14). */
export function reviewInputs(ticketId: z.ZodUUID) {
  return {
    beginAdministrativeReview: z.strictObject({
      ticketId,
      reason: optional(text('Give a reason.', 2000)),
      direction: optional(text('Enter the Account Manager’s direction.', 5000)),
    }),
    deliverInformation: z.strictObject({
      ticketId,
      statement: text('Write what HFS should know.', 10_000),
      contactName: line('Enter the name of a person who knows the case (R16).', 120),
      contactPhone: phone,
      contactEmail: email,
      files: fileIds,
    }),
    recommendSme: z.strictObject({ ticketId, why }),
    referToSme: z.strictObject({ ticketId, smeId: uuid('Choose the expert.'), why }),
    returnFromSme: z.strictObject({ ticketId, why }),
    reassignReview: z.strictObject({ ticketId, reviewerId: uuid('Choose a person.'), why }),
    askParty: z.strictObject({
      ticketId,
      party: oneOf(['provider', 'mco'], 'Choose whom you ask.'),
      question: text('Write your question.', 5000),
      answerOn: civilDate('Enter the day by which you need the answer.'),
    }),
    answerQuestion: z.strictObject({ ticketId, questionId: uuid('This question does not exist.'), answer: text('Write your answer.', 10_000), files: fileIds }),
    decide: z.strictObject({
      ticketId,
      ruling: oneOf(RULINGS, 'Choose for whom HFS decides.'),
      reasons: text('Give the reasons of the decision.', 10_000),
      lines: z.array(rulingLine).default([]),
      providerLines: optional(line('Enter line numbers.', 4000)),
      otherLines: optional(oneOf(['for_provider', 'for_mco'], 'Choose for whom the other claims are decided.')),
    }),
    returnDecision: z.strictObject({ ticketId, reason: text('Give a reason.', 2000) }),
    shareDecision: z.strictObject({ ticketId }),
  } as const;
}
