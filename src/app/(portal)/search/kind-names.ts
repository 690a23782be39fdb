import type { SearchKind } from '@/domain/tickets/search-text';

/** What a search matched, as a list of what it found says it. */
export const KIND_NAMES: Record<SearchKind, string> = {
  number: 'Portal number',
  tracking_number: 'Tracking number',
  claim_number: 'Claim',
  rin: 'RIN',
  provider: 'Provider',
  facility: 'Facility',
  member: 'Member',
};
