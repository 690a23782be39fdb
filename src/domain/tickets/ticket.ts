import type { Fine } from '@/domain/fines/fine';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';
import type { Clock } from './clock';
import type { CloseReason, Status } from './status';

export type Assignee = { personId: string; name: string };
export type ProviderContact = { personId: string; name: string; phone: string; email: string };
export type Grounds = 'disagrees' | 'no_timely_response';
export type ResponseDecision = 'upheld' | 'overturned';

/** D18: how far the notice of the plan's answer has come; `seen` when the contact opened the answer first. */
export type ResponseNotice = 'none' | 'pending' | 'accepted' | 'failed' | 'seen';

export type ClaimOutcome = 'will_pay' | 'will_pay_in_part' | 'upheld';
export type ClaimLine = {
  lineNo: number;
  memberName: string;
  rin: string;
  serviceFrom: CalendarDate;
  serviceTo: CalendarDate;
  claimNumber: string;
  billedCents: Cents;
  paidCents: Cents | null;
  disputedCents: Cents;
  denialCode: string | null;
  mcoOutcome: ClaimOutcome | null;
  mcoAmountCents: Cents | null;
};

/** The state that `decide` reads and `evolve` writes: the ticket with its clocks, fines and claim lines. */
export type Ticket = {
  id: string;
  number: string;
  status: Exclude<Status, 'draft'>;
  closeReason: CloseReason | null;
  closedOn: CalendarDate | null;
  organizationId: string;
  organizationName: string;
  facilityId: string | null;
  facilityName: string | null;
  filedByOrganizationId: string;
  filedById: string;
  contact: ProviderContact;
  planCode: string;
  programCode: string;
  issueTypeCode: string;
  trackingNumber: string;
  grounds: Grounds;
  whatHappened: string;
  desiredOutcome: string;
  npi: string | null;
  isUrgent: boolean;
  receivedByMcoOn: CalendarDate;
  filedAt: Date;
  receivedOn: CalendarDate;
  /** D17: a refiling within its window is judged by the day on which the first filing was received. */
  firstReceivedOn: CalendarDate;
  refilesTicketId: string | null;
  claimCount: number;
  disputedCents: Cents;
  /** R28: the rules under which its clocks were started. */
  ruleSetVersion: number;
  presentedOn: CalendarDate | null;
  /** When it last went to another plan; null while it is with the plan of its filing. */
  transferredAt: Date | null;
  mcoAssignee: Assignee | null;
  stateAssignee: Assignee | null;
  /** R17: the expert who alone decides while the review is referred; kept after the decision, gone when returned. */
  sme: Assignee | null;
  smeReferredOn: CalendarDate | null;
  /** R17: since when an Account Manager's recommendation of an expert waits for the Portal Team. */
  smeRecommendedOn: CalendarDate | null;
  reviewBeganOn: CalendarDate | null;
  /** When HFS gave its decision; null again once it was returned. */
  decidedOn: CalendarDate | null;
  respondedOn: CalendarDate | null;
  respondedLate: boolean;
  responseDecision: ResponseDecision | null;
  responseNotice: ResponseNotice;
  alertedOn: CalendarDate | null;
  /** D7, D8: `moot` once the ticket left `presented` before HFS decided. */
  extensionState: 'none' | 'pending' | 'approved' | 'denied' | 'moot';
  clocks: Clock[];
  fines: Fine[];
  /** Loaded only for the actions that judge them; empty otherwise. */
  claims: ClaimLine[];
};

/**
 * The fine that stands: at most one is not void (D11). After a transfer that is one of the plan that has the ticket now: what
 * HFS waived for the first plan, which should not have had it, shields nobody else.
 */
export function standingFine(ticket: Pick<Ticket, 'fines' | 'planCode'>): Fine | null {
  return ticket.fines.find((f) => f.status !== 'void' && f.planCode === ticket.planCode) ?? null;
}

/** D18: the plan has answered, but its notice was neither delivered nor seen, so the provider has not received it yet. */
export function awaitsReceipt(ticket: Pick<Ticket, 'responseNotice'>): boolean {
  return ticket.responseNotice === 'pending' || ticket.responseNotice === 'failed';
}

/** Has the plan of now ever had it, as presented? A ticket that was opened again may wait to be presented once more. */
export function planHadIt({ presentedOn, transferredAt, clocks }: Pick<Ticket, 'presentedOn' | 'transferredAt' | 'clocks'>): boolean {
  return presentedOn !== null || clocks.some((c) => c.ruleId === 'mco-response' && (transferredAt === null || c.startedAt > transferredAt));
}

/** R13: a Patient Credit File ticket, whose answer attests that the issue was vetted in full. */
export function isPcf(ticket: Pick<Ticket, 'issueTypeCode'>): boolean {
  return ticket.issueTypeCode === 'PCF';
}
