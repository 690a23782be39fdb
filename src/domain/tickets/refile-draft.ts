import { formatCents, type Cents } from '@/shared/cents';
import { WHOLE_ORGANIZATION, type ComplaintDraft, type DraftClaim } from './complaint-draft';
import { looksLikeNineDigits } from './nine-digits';
import type { ClaimLine, Ticket } from './ticket';

const dollars = (amount: Cents | null) => (amount === null ? '' : formatCents(amount).slice(1));

function claimOf(line: ClaimLine, index: number): DraftClaim {
  return {
    id: index + 1,
    savedIn: 1,
    claimNumber: line.claimNumber,
    memberName: line.memberName,
    rin: line.rin,
    serviceFrom: line.serviceFrom,
    serviceTo: line.serviceTo,
    billedCents: dollars(line.billedCents),
    paidCents: dollars(line.paidCents),
    disputedCents: dollars(line.disputedCents),
    denialCode: line.denialCode ?? '',
  };
}

/** D17: the draft with which a returned ticket is filed again, filled in from it. */
export function draftOfTicket(ticket: Ticket): ComplaintDraft {
  return {
    receivedByMcoOn: ticket.receivedByMcoOn,
    hasNumber: 'yes',
    planCode: ticket.planCode,
    programCode: ticket.programCode,
    issueTypeCode: ticket.issueTypeCode,
    trackingNumber: ticket.trackingNumber,
    trackingNumberConfirmed: looksLikeNineDigits(ticket.trackingNumber) ? 'on' : '',
    grounds: ticket.grounds,
    organizationId: ticket.organizationId,
    facilityId: ticket.facilityId ?? WHOLE_ORGANIZATION,
    npi: ticket.npi ?? '',
    whatHappened: ticket.whatHappened,
    desiredOutcome: ticket.desiredOutcome,
    isUrgent: ticket.isUrgent ? 'on' : '',
    contactId: ticket.contact.personId,
    contactPhone: ticket.contact.phone,
    claims: ticket.claims.map(claimOf),
    savedIn: { eligibility: 1, dispute: 1, contact: 1 },
  };
}
