import { z } from 'zod';
import { attachedFiles } from './attached-files';
import { day, person, providerContact } from './event-fields';
import { REVIEW_AUDIENCES, REVIEW_EVENT_DATA } from './review-events';
import { isMessageReaders, MESSAGE_READERS } from './conversation';
import { CLOSE_REASONS, REOPEN_TO } from './status';
import { REQUEST_EVENTS } from './request-events';

/** Who reads an event: both parties and the State, one party and the State, or the State alone (lifecycle, "Who may read what"). */
export const EVENT_AUDIENCES = ['parties', 'provider', 'mco', 'state'] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];

const cents = z.number().int();
const empty = z.strictObject({});

const complaintFacts = {
  planCode: z.string(),
  programCode: z.string(),
  issueTypeCode: z.string(),
  trackingNumber: z.string(),
  receivedByMcoOn: day,
};

const submitted = z.strictObject({
  number: z.string(),
  ...complaintFacts,
  organizationId: z.string(),
  organizationName: z.string(),
  facilityId: z.string().nullable(),
  facilityName: z.string().nullable(),
  filedByOrganizationId: z.string(),
  filedById: z.string(),
  contact: providerContact,
  grounds: z.enum(['disagrees', 'no_timely_response']),
  whatHappened: z.string(),
  desiredOutcome: z.string(),
  npi: z.string().nullable(),
  isUrgent: z.boolean(),
  receivedOn: day,
  firstReceivedOn: day,
  refilesTicketId: z.string().nullable(),
  claimCount: z.number().int(),
  disputedCents: cents,
  /** Stands for the claim lines, which live in their own table and are too many to repeat here. */
  claimsSha256: z.string(),
  ruleSetVersion: z.number().int(),
  windowOpensOn: day,
  windowClosesOn: day,
  files: attachedFiles,
});

/** Every event's data, by type; the history holds nothing that does not fit here. */
export const EVENT_DATA = {
  ComplaintSubmitted: submitted,
  ClosedAtFiling: z.strictObject({ closeReason: z.enum(['premature', 'untimely']) }),
  ReturnedAsClosed: z.strictObject({ closeReason: z.enum(CLOSE_REASONS), reason: z.string() }),
  Presented: empty,
  Transferred: z.strictObject({ reason: z.string(), fromPlan: z.string(), toPlan: z.string() }),
  ResponseSubmitted: z.strictObject({
    decision: z.enum(['upheld', 'overturned']),
    plan: z.string(),
    resolveOn: day.nullable(),
    noDateReason: z.string().nullable(),
    contactName: z.string(),
    contactPhone: z.string(),
    contactEmail: z.string(),
    pcfAttested: z.boolean(),
    outcomes: z.array(z.strictObject({ lineNo: z.number().int(), outcome: z.enum(['will_pay', 'will_pay_in_part', 'upheld']), amountCents: cents })),
    late: z.boolean(),
    dueOn: day,
    files: attachedFiles,
  }),
  ResponseAccepted: empty,
  ConfirmedResolved: z.strictObject({ how: z.string() }),
  Withdrawn: z.strictObject({ reason: z.string() }),
  ResponseContested: z.strictObject({ why: z.string(), late: z.boolean(), files: attachedFiles }),
  ReviewRequested: z.strictObject({ whatToReview: z.string(), files: attachedFiles }),
  ...REVIEW_EVENT_DATA,
  ClosedNotContested: empty,
  ClosedReviewNotRequested: empty,
  Reopened: z.strictObject({ to: z.enum(REOPEN_TO), reason: z.string(), receivedByMcoOn: z.strictObject({ before: day, after: day }).nullable() }),
  MessagePosted: z.strictObject({ to: z.enum(MESSAGE_READERS), text: z.string(), files: attachedFiles }),
  PlanAsked: z.strictObject({ questionId: z.string(), question: z.string(), answerOn: day }),
  PortalTeamAnswered: z.strictObject({ questionId: z.string(), answer: z.string(), late: z.boolean(), files: attachedFiles }),
  HfsAlerted: z.strictObject({ what: z.string() }),
  Corrected: z.strictObject({
    reason: z.string(),
    before: z.strictObject(complaintFacts).partial(),
    after: z.strictObject(complaintFacts).partial(),
    windowNoLongerFits: z.boolean(),
  }),
  Assigned: z.strictObject({ side: z.enum(['mco', 'state']), assignee: person.nullable() }),
  OverdueMarked: z.strictObject({ ruleId: z.string(), dueOn: day }),
  OverdueMarkRemoved: z.strictObject({ ruleId: z.string(), reason: z.string() }),
  DatesMoved: z.strictObject({
    holidayVersion: z.number().int(),
    reason: z.string(),
    moves: z.array(z.strictObject({ ruleId: z.string(), owedBy: z.string(), from: day, to: day })),
    answerInTime: z.boolean(),
  }),
  WindowLapsed: z.strictObject({ ruleId: z.string(), dueOn: day }),
  FineProposed: z.strictObject({ fineId: z.string(), clockId: z.string(), dueOn: day, amountCents: cents, ruleSetVersion: z.number().int() }),
  FineVoided: z.strictObject({ fineId: z.string(), reason: z.string() }),
  FineIssued: z.strictObject({ fineId: z.string(), dueOn: day, amountCents: cents, quarter: z.string() }),
  FineWaived: z.strictObject({ fineId: z.string(), reason: z.string() }),
  FineRescinded: z.strictObject({ fineId: z.string(), reason: z.string() }),
  NoticeAccepted: z.strictObject({ messageId: z.string() }),
  NoticeFailed: z.strictObject({ messageId: z.string() }),
  NoticeSentAgain: z.strictObject({ messageId: z.string(), againAs: z.string() }),
  ResponseSeen: empty,
  /** The virus scanner found something after the file was attached; whoever reads the file's event reads this. */
  FileRefused: z.strictObject({ fileId: z.string(), audience: z.enum(EVENT_AUDIENCES) }),
  ...REQUEST_EVENTS,
} as const;

export type EventType = keyof typeof EVENT_DATA;
export type EventData<T extends EventType> = z.infer<(typeof EVENT_DATA)[T]>;

const AUDIENCES: Partial<Record<EventType, EventAudience>> = {
  // A plan never learns of a proposal, a provider of no fine (lifecycle, "Who may read what").
  FineProposed: 'state',
  FineVoided: 'state',
  FineWaived: 'state',
  FineIssued: 'mco',
  FineRescinded: 'mco',
  HfsAlerted: 'state',
  ...REVIEW_AUDIENCES,
  // R29 is between the Portal Team and the plan.
  PlanAsked: 'mco',
  PortalTeamAnswered: 'mco',
  ContactLogged: 'mco',
  FineObjected: 'mco',
  FineObjectionDecided: 'mco',
};

/** Who reads an event of this type; an assignment is read by the side that made it, and by the State. */
export function audienceOf<T extends EventType>(type: T, data: EventData<T>): EventAudience {
  if (type === 'FileRefused' && 'audience' in data) return data.audience;
  if (type === 'Assigned') return 'side' in data && data.side === 'mco' ? 'mco' : 'state';
  if (type === 'MessagePosted' && 'to' in data && isMessageReaders(data.to)) return data.to;
  if ('ruleId' in data && data.ruleId === 'portal-team-request') return 'mco';
  return AUDIENCES[type] ?? 'parties';
}
