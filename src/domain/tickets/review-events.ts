import { z } from 'zod';
import { attachedFiles } from './attached-files';
import { day, person } from './event-fields';

const party = z.enum(['provider', 'mco']);

export const REVIEWER_ROLES = ['account_manager', 'administration', 'sme'] as const;
const reviewer = person.extend({ role: z.enum(REVIEWER_ROLES) });
/** A person of HFS in whose hands a review can be put (R17). */
export type Reviewer = z.infer<typeof reviewer>;

export const RULINGS = ['for_provider', 'in_part', 'for_mco'] as const;
/** For whom HFS decides, the ticket as a whole or one claim line. */
export type Ruling = (typeof RULINGS)[number];

const line = z.strictObject({ lineNo: z.number().int(), ruling: z.enum(RULINGS), amountCents: z.number().int() });
/** HFS's decision on one claim line, with the amount that the plan is to pay. */
export type RulingLine = z.infer<typeof line>;

const ruling = { ruling: z.enum(RULINGS), reasons: z.string(), lines: z.array(line) };

/** The data of every event of the review by HFS (R16 to R18, D14). */
export const REVIEW_EVENT_DATA = {
  ReviewBegun: z.strictObject({ after: z.enum(['request', 'silence']), reason: z.string().nullable() }),
  DirectionAttached: z.strictObject({ direction: z.string() }),
  InformationDelivered: z.strictObject({ party, statement: z.string(), contactName: z.string(), contactPhone: z.string(), contactEmail: z.string(), late: z.boolean(), files: attachedFiles }),
  SmeRecommended: z.strictObject({ why: z.string() }),
  SmeReferred: z.strictObject({ sme: person, why: z.string() }),
  SmeReturned: z.strictObject({ sme: person, why: z.string() }),
  ReviewReassigned: z.strictObject({ to: reviewer, why: z.string() }),
  QuestionAsked: z.strictObject({ questionId: z.string(), party, question: z.string(), answerOn: day }),
  QuestionAnswered: z.strictObject({ questionId: z.string(), party, answer: z.string(), late: z.boolean(), askedById: z.string(), files: attachedFiles }),
  HfsDecided: z.strictObject(ruling),
  DecisionReturned: z.strictObject({ reason: z.string(), decidedById: z.string() }),
  DecisionShared: z.strictObject({ ...ruling, decidedOn: day }),
} as const;

export type ReviewEventType = keyof typeof REVIEW_EVENT_DATA;

/** Direction, recommendation, assignment and an unshared decision are the State's own (lifecycle, "Who may read what"). */
export const REVIEW_AUDIENCES = {
  DirectionAttached: 'state',
  SmeRecommended: 'state',
  SmeReferred: 'state',
  SmeReturned: 'state',
  ReviewReassigned: 'state',
  HfsDecided: 'state',
  DecisionReturned: 'state',
} as const satisfies Partial<Record<ReviewEventType, 'state'>>;

/** Is it an event of the review by HFS? */
export function isReviewType(type: string): type is ReviewEventType {
  return Object.hasOwn(REVIEW_EVENT_DATA, type);
}
