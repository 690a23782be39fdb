import { z } from 'zod';
import { checkbox, civilDate, email, fileIds, line, money, npi, oneOf, optional, phone, rin, text, ticked, trackingNumber, uuid } from './fields';
import { looksLikeNineDigits } from './nine-digits';
import { MESSAGE_READERS } from './conversation';
import { reviewInputs } from './review-inputs';
import { REOPEN_TO } from './status';
import { REQUEST_INPUTS } from './request-inputs';
import type { Action } from './transitions';

const ticketId = uuid('This ticket does not exist.');
const reason = text('Give a reason.', 2000);

export const SERVICE_ORDER = 'The last day of service is before the first day.';

/** One claim line as it is typed (field notes, "Form fields"). */
export const claimLineInput = z
  .strictObject({
    memberName: line('Enter the member’s name.', 120),
    rin,
    serviceFrom: civilDate('Enter the first day of service.'),
    serviceTo: civilDate('Enter the last day of service.'),
    claimNumber: line('Enter the plan’s claim number.', 40),
    billedCents: money('Enter the amount billed.'),
    paidCents: optional(money('Enter the amount paid.')),
    disputedCents: money('Enter the amount in dispute.'),
    denialCode: optional(line('Enter the denial code.', 40)),
  })
  .superRefine((claim, ctx) => {
    if (claim.serviceTo < claim.serviceFrom)
      ctx.addIssue({ code: 'custom', path: ['serviceTo'], message: SERVICE_ORDER });
  });
export type ClaimLineInput = z.infer<typeof claimLineInput>;

export const GROUNDS = ['disagrees', 'no_timely_response'] as const;

/** The first page of the filing form (R3, R4). */
export const eligibilityInput = z.strictObject({
  receivedByMcoOn: civilDate('Enter the day on which the plan received the dispute.'),
  hasNumber: oneOf(['yes', 'no'], 'Say whether the plan gave you a tracking number.'),
});

/** The parts of a complaint, one per page of the filing form; `submit` takes them all. */
export const disputeInput = z.strictObject({
  planCode: line('Choose the health plan.', 40),
  programCode: line('Choose the program.', 40),
  issueTypeCode: line('Choose what the complaint is about.', 40),
  trackingNumber,
  trackingNumberConfirmed: checkbox,
  grounds: oneOf(GROUNDS, 'Choose why you are filing.'),
  organizationId: uuid('Choose for whom you file.'),
  facilityId: optional(uuid('Choose the facility.')),
  npi: optional(npi),
  whatHappened: text('Say what happened.', 5000),
  desiredOutcome: text('Say what you ask the plan to do.', 2000),
  isUrgent: checkbox,
});
export const contactInput = z.strictObject({
  contactId: uuid('Choose the person whom the plan should contact.'),
  contactPhone: phone,
});

export const MAX_CLAIM_LINES = 5000;

const complaint = z.strictObject({
  ...disputeInput.shape,
  ...contactInput.shape,
  receivedByMcoOn: civilDate('Enter the day on which the plan received the dispute.'),
  claims: z.array(claimLineInput).max(MAX_CLAIM_LINES, { error: `One complaint holds at most ${MAX_CLAIM_LINES} claim lines.` }),
  usedInternalProcess: ticked('Confirm that you used the plan’s own dispute process first (R2).'),
  outsideWindowConfirmed: checkbox,
  files: fileIds,
});

export function nineDigitsIssue(dispute: { trackingNumber: string; trackingNumberConfirmed: boolean }): string | null {
  return looksLikeNineDigits(dispute.trackingNumber) && !dispute.trackingNumberConfirmed
    ? 'Nine digits alone look like a RIN or a Social Security number. Confirm that this is the plan’s tracking number.'
    : null;
}

export const OUTCOMES = ['will_pay', 'will_pay_in_part', 'upheld'] as const;

/** R12: nothing less completes the response. */
const response = z
  .strictObject({
    ticketId,
    decision: oneOf(['upheld', 'overturned'], 'Choose Upheld or Overturned (R12).'),
    plan: text('Describe the plan to resolve it (R12).', 10_000),
    resolveOn: optional(civilDate('Enter the date by which it will be resolved.')),
    noDateReason: optional(text('Say why no date applies.', 1000)),
    contactName: line('Enter the name of your direct contact (R12).', 120),
    contactPhone: phone,
    contactEmail: email,
    pcfAttested: checkbox,
    files: fileIds,
    outcomes: z.array(
      z.strictObject({
        lineNo: z.coerce.number().int().positive(),
        outcome: oneOf(OUTCOMES, 'Choose the outcome of this claim.'),
        amountCents: money('Enter the amount, 0.00 if nothing will be paid.'),
      }),
    ),
  })
  .superRefine((r, ctx) => {
    if (r.resolveOn === null && r.noDateReason === null)
      ctx.addIssue({ code: 'custom', path: ['resolveOn'], message: 'Enter the date by which it will be resolved, or say why no date applies (R12).' });
    if (r.resolveOn !== null && r.noDateReason !== null)
      ctx.addIssue({ code: 'custom', path: ['noDateReason'], message: 'Enter a date or say why none applies, not both.' });
  });
export type ResponseInput = z.infer<typeof response>;

/** The input of every action that is built, keyed by action; `ticketId` names the ticket, for `submit` the draft that becomes it. */
export const COMMAND_INPUTS = {
  submit: complaint.extend({ ticketId }),
  returnAsClosed: z.strictObject({
    ticketId,
    closeReason: oneOf(['incomplete', 'out_of_scope', 'duplicate', 'premature', 'untimely'], 'Choose why it is returned.'),
    reason,
  }),
  /** `shownDueOn` is the due date of the plan's answer that the form had shown. */
  present: z.strictObject({ ticketId, shownDueOn: optional(civilDate('Load the page again.')) }),
  transfer: z.strictObject({ ticketId, planCode: line('Choose the health plan.', 40), reason }),
  reopen: z.strictObject({
    ticketId,
    to: oneOf(REOPEN_TO, 'Choose the status in which it goes on.'),
    receivedByMcoOn: optional(civilDate('Enter the day on which the plan received the dispute.')),
    reason,
  }),
  postMessage: z.strictObject({ ticketId, to: oneOf(MESSAGE_READERS, 'Choose who will see it.'), text: text('Write your message.', 5000), files: fileIds }),
  askMco: z.strictObject({ ticketId, question: text('Write your question.', 5000), answerOn: civilDate('Enter the day by which the plan answers.') }),
  answerPortalTeam: z.strictObject({ ticketId, questionId: uuid('This question does not exist.'), answer: text('Write your answer.', 5000), files: fileIds }),
  respond: response,
  accept: z.strictObject({ ticketId }),
  confirmResolved: z.strictObject({ ticketId, how: text('Say how it was resolved.', 2000) }),
  withdraw: z.strictObject({ ticketId, reason: text('Say why you withdraw it.', 2000) }),
  contest: z
    .strictObject({
      ticketId,
      why: text('Say why you disagree.', 5000),
      requestReview: checkbox,
      whatToReview: optional(text('Say what HFS should look at.', 5000)),
      files: fileIds,
    })
    .superRefine((c, ctx) => {
      if (c.requestReview && c.whatToReview === null)
        ctx.addIssue({ code: 'custom', path: ['whatToReview'], message: 'Say what HFS should look at.' });
      if (!c.requestReview && c.whatToReview !== null)
        ctx.addIssue({ code: 'custom', path: ['requestReview'], message: 'You wrote what HFS should look at. Tick this box to ask for the review, or remove those words.' });
    }),
  requestReview: z.strictObject({ ticketId, whatToReview: text('Say what HFS should look at.', 5000), files: fileIds }),
  ...reviewInputs(ticketId),
  closeNotContested: z.strictObject({ ticketId }),
  closeReviewNotRequested: z.strictObject({ ticketId }),
  alertHfs: z.strictObject({ ticketId, what: text('Say what happened.', 2000) }),
  correct: z.strictObject({
    ticketId,
    planCode: line('Choose the health plan.', 40),
    programCode: line('Choose the program.', 40),
    issueTypeCode: line('Choose the issue type.', 40),
    trackingNumber,
    trackingNumberConfirmed: checkbox,
    receivedByMcoOn: civilDate('Enter the day on which the plan received the dispute.'),
    reason,
  }),
  assign: z.strictObject({ ticketId, assigneeId: optional(uuid('Choose a person.')) }),
  issueFine: z.strictObject({ ticketId }),
  waiveFine: z.strictObject({ ticketId, reason }),
  rescindFine: z.strictObject({ ticketId, reason }),
  ...REQUEST_INPUTS,
  resendNotice: z.strictObject({ ticketId, messageId: uuid('This message does not exist.') }),
  markOverdue: z.strictObject({ ticketId, clockId: z.uuid() }),
  lapseWindow: z.strictObject({ ticketId, clockId: z.uuid() }),
  moveDates: z.strictObject({ ticketId, reason: z.string().min(1).max(2000) }),
  recordNotice: z.strictObject({ ticketId, messageId: z.uuid(), outcome: z.enum(['accepted', 'failed']) }),
  recordFirstView: z.strictObject({ ticketId }),
  refuseFile: z.strictObject({ ticketId, fileId: z.uuid() }),
} as const satisfies Record<Action, z.ZodType>;

export type CommandInput<A extends Action> = z.output<(typeof COMMAND_INPUTS)[A]>;
/** One thing that somebody asks of a ticket: the action's name with its checked input. */
export type TicketCommand = { [A in Action]: { action: A; input: CommandInput<A> } }[Action];
