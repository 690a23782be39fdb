import { date, yes, type ListColumn } from '@/app/lists/list-file';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { TicketItem } from '@/server/queries/list-all-tickets';

/** What a file of all tickets holds: what the page shows, and nothing of a member. */
export const TICKET_COLUMNS: readonly ListColumn<TicketItem>[] = [
  { heading: 'Ticket', value: (t) => t.number },
  { heading: 'Plan’s tracking number', width: 22, value: (t) => t.trackingNumber },
  { heading: 'Provider', width: 34, value: (t) => t.provider },
  { heading: 'Contact', width: 24, value: (t) => t.contact },
  { heading: 'Plan', value: (t) => t.plan },
  { heading: 'Program', width: 24, value: (t) => t.program },
  { heading: 'Issue type', width: 28, value: (t) => t.issueType },
  { heading: 'Status', width: 20, value: (t) => STATUS_NAMES[t.status] },
  { heading: 'Urgent', width: 10, value: (t) => yes(t.isUrgent) },
  { heading: 'Received', value: (t) => date(t.receivedOn) },
  { heading: 'Next date', value: (t) => date(t.clock?.dueOn ?? null) },
  { heading: 'Closed', value: (t) => date(t.closedOn) },
  { heading: 'Why closed', width: 28, value: (t) => (t.closeReason === null ? '' : CLOSE_REASON_NAMES[t.closeReason]) },
  { heading: 'Assigned at the State', width: 24, value: (t) => t.assignee },
];
