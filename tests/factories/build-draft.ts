import type { DraftFacts } from '@/domain/tickets/check-draft';
import { EMPTY_CLAIM, readComplaintDraft, type ClaimText, type ComplaintDraft, type DraftClaim, type DraftText } from '@/domain/tickets/complaint-draft';
import { CONTACT_ID, day, PROVIDER_ORG, REFERENCE } from './build-ticket';

/** A claim line as a person types it. */
export function buildClaimText(change: Partial<ClaimText> = {}): ClaimText {
  return { ...EMPTY_CLAIM, claimNumber: '26-0188417', memberName: 'Ada R. Lindqvist', rin: '000 118 420', serviceFrom: '2026-07-14', serviceTo: '2026-07-14', billedCents: '$1,240', disputedCents: '1,240.00', ...change };
}

export function buildDraftClaim(id: number, change: Partial<DraftClaim> = {}): DraftClaim {
  return { ...buildClaimText(), id, savedIn: 1, ...change };
}

/** A draft that is filled in and right, received by the plan on Sep 30, 2026; `change` makes it anything else. */
export function buildDraft(change: Partial<DraftText> & { claims?: DraftClaim[]; savedIn?: ComplaintDraft['savedIn'] } = {}): ComplaintDraft {
  return readComplaintDraft({
    receivedByMcoOn: '2026-09-30', hasNumber: 'yes', planCode: 'COUNTYCARE', programCode: 'HEALTHCHOICE', issueTypeCode: 'CLAIMS', trackingNumber: 'CC-2026-118402', grounds: 'disagrees',
    organizationId: PROVIDER_ORG, facilityId: '', npi: '', whatHappened: 'The claim was denied.', desiredOutcome: 'Pay it.', contactId: CONTACT_ID, contactPhone: '(217) 555-0101 ext. 12',
    claims: [buildDraftClaim(1)], savedIn: { eligibility: 1, dispute: 1, contact: 1 }, ...change,
  });
}

/** What the drafts of `buildDraft` are judged by on Nov 24, 2026. */
export const DRAFT_FACTS: DraftFacts = {
  today: day('2026-11-24'),
  reference: REFERENCE,
  organizations: [{ id: PROVIDER_ORG, name: 'Kestrel Park Family Health Center', facilities: [] }],
  people: [{ id: CONTACT_ID, name: 'Renata Oyelaran', phone: '(217) 555-0101' }],
};
