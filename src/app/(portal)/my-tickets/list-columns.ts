import { date, money, yes, type ListColumn } from '@/app/lists/list-file';
import { STATUS_NAMES } from '@/domain/tickets/status';
import type { MyTicket } from '@/server/queries/list-my-tickets';

/** What a file of a provider's tickets holds. */
export const MY_TICKET_COLUMNS: readonly ListColumn<MyTicket>[] = [
  { heading: 'Ticket', value: (t) => t.number },
  { heading: 'Plan’s tracking number', width: 22, value: (t) => t.trackingNumber },
  { heading: 'For', width: 34, value: (t) => t.organization },
  { heading: 'Facility', width: 28, value: (t) => t.facility },
  { heading: 'Plan', width: 28, value: (t) => t.plan },
  { heading: 'Program', width: 24, value: (t) => t.program },
  { heading: 'Issue type', width: 28, value: (t) => t.issueType },
  { heading: 'Claims', width: 10, value: (t) => t.claimCount },
  { heading: 'Disputed, $', value: (t) => money(t.disputedCents) },
  { heading: 'Status', width: 20, value: (t) => STATUS_NAMES[t.status] },
  { heading: 'Urgent', width: 10, value: (t) => yes(t.isUrgent) },
  { heading: 'Whose turn', width: 18, value: (t) => t.turn.who },
  { heading: 'What for', width: 40, value: (t) => t.turn.what },
  { heading: 'Next date', value: (t) => date(t.clock?.dueOn ?? null) },
  { heading: 'Closed', value: (t) => date(t.closedOn) },
];
