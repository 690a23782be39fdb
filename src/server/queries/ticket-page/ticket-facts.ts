import { isStateRole, type PersonActor } from '@/domain/access/actor';
import type { CloseReason, Status } from '@/domain/tickets/status';
import { isPcf, type Assignee, type Grounds, type ProviderContact } from '@/domain/tickets/ticket';
import { standsSince } from '@/domain/tickets/where-it-stands';
import { issueTypeName, planName, programName } from '@/domain/tickets/reference';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Cents } from '@/shared/cents';
import type { HistoryRow } from '../../db/find-history';
import type { PageContext } from './page-context';

/** What a ticket is about, as this reader may know it. */
export type TicketFacts = {
  status: Exclude<Status, 'draft'>;
  closeReason: CloseReason | null;
  /** Since when it stands where it does. */
  since: CalendarDate | null;
  planCode: string;
  planName: string;
  planShortName: string;
  providerName: string;
  facilityName: string | null;
  /** The billing agent that filed it; null when the provider did itself. */
  filedBy: string | null;
  npi: string | null;
  issueType: string;
  issueTypeCode: string;
  isPcf: boolean;
  program: string;
  programCode: string;
  grounds: Grounds;
  whatHappened: string;
  desiredOutcome: string;
  isUrgent: boolean;
  receivedByMcoOn: CalendarDate;
  receivedOn: CalendarDate;
  firstReceivedOn: CalendarDate;
  claimCount: number;
  disputedCents: Cents;
  contact: ProviderContact;
  isContact: boolean;
  /** Who has it in hand within the reader's own organization, or at the plan for the State. */
  planAssignee: Assignee | null;
  stateAssignee: Assignee | null;
  /** R19: when HFS was last alerted; the State's own matter. */
  alertedOn: CalendarDate | null;
};

/** An assignee is known within an organization, and to the State. */
function assignees({ ticket, actor }: PageContext): Pick<TicketFacts, 'planAssignee' | 'stateAssignee'> {
  const state = isStateRole(actor.role);
  return { planAssignee: state || actor.role === 'mco' ? ticket.mcoAssignee : null, stateAssignee: state ? ticket.stateAssignee : null };
}

export function isContact(ctx: { ticket: { contact: ProviderContact }; actor: PersonActor }): boolean {
  return ctx.ticket.contact.personId === ctx.actor.personId;
}

export function ticketFacts(ctx: PageContext, rows: readonly HistoryRow[]): TicketFacts {
  const { ticket, reference } = ctx;
  const filing = rows.find((r) => r.type === 'ComplaintSubmitted');
  return {
    status: ticket.status,
    closeReason: ticket.closeReason,
    since: standsSince(ticket),
    planCode: ticket.planCode,
    planName: planName(reference, ticket.planCode),
    planShortName: ctx.plan,
    providerName: ticket.organizationName,
    facilityName: ticket.facilityName,
    filedBy: ticket.filedByOrganizationId === ticket.organizationId || filing === undefined ? null : filing.actorOrganization,
    npi: ticket.npi,
    issueType: issueTypeName(reference, ticket.issueTypeCode),
    issueTypeCode: ticket.issueTypeCode,
    isPcf: isPcf(ticket),
    program: programName(reference, ticket.programCode),
    programCode: ticket.programCode,
    grounds: ticket.grounds,
    whatHappened: ticket.whatHappened,
    desiredOutcome: ticket.desiredOutcome,
    isUrgent: ticket.isUrgent,
    receivedByMcoOn: ticket.receivedByMcoOn,
    receivedOn: ticket.receivedOn,
    firstReceivedOn: ticket.firstReceivedOn,
    claimCount: ticket.claimCount,
    disputedCents: ticket.disputedCents,
    contact: ticket.contact,
    isContact: isContact(ctx),
    ...assignees(ctx),
    alertedOn: isStateRole(ctx.actor.role) ? ticket.alertedOn : null,
  };
}
