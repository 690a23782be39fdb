import { date, yes, type ListColumn } from '@/app/lists/list-file';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { SearchHit } from '@/server/queries/search-tickets';
import { KIND_NAMES } from './kind-names';

/** What a file of what a search found holds: by what it was found, yet nothing of a member. */
export const HIT_COLUMNS: readonly ListColumn<SearchHit>[] = [
  { heading: 'Ticket', value: (h) => h.number },
  { heading: 'Plan’s tracking number', width: 22, value: (h) => h.trackingNumber },
  { heading: 'Found by', width: 18, value: (h) => KIND_NAMES[h.matched.kind] },
  { heading: 'Provider', width: 34, value: (h) => h.provider },
  { heading: 'Plan', value: (h) => h.plan },
  { heading: 'Issue type', width: 28, value: (h) => h.issueType },
  { heading: 'Urgent', width: 10, value: (h) => yes(h.isUrgent) },
  { heading: 'Received', value: (h) => date(h.receivedOn) },
  { heading: 'Status', width: 20, value: (h) => STATUS_NAMES[h.status] },
  { heading: 'Why closed', width: 28, value: (h) => (h.closeReason === null ? '' : CLOSE_REASON_NAMES[h.closeReason]) },
];
