import { date, money, yes, type ListColumn } from '@/app/lists/list-file';
import { quarterName } from '@/domain/fines/quarter-name';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { PlanFine, PlanQueueItem } from '@/server/queries/list-plan-queue';

/** What a file of a plan's queue holds; like the page it knows nothing of a proposed fine. */
export const QUEUE_COLUMNS: readonly ListColumn<PlanQueueItem>[] = [
  { heading: 'Ticket', value: (t) => t.number },
  { heading: 'Your tracking number', width: 22, value: (t) => t.trackingNumber },
  { heading: 'Former plan', width: 20, value: (t) => t.formerPlan },
  { heading: 'Provider', width: 34, value: (t) => t.provider },
  { heading: 'Contact', width: 24, value: (t) => t.contact },
  { heading: 'Issue type', width: 28, value: (t) => t.issueType },
  { heading: 'Program', width: 24, value: (t) => t.program },
  { heading: 'Claims', width: 10, value: (t) => t.claimCount },
  { heading: 'Disputed, $', value: (t) => money(t.disputedCents) },
  { heading: 'Status', width: 20, value: (t) => STATUS_NAMES[t.status] },
  { heading: 'Urgent', width: 10, value: (t) => yes(t.isUrgent) },
  { heading: 'Opened', width: 10, value: (t) => yes(t.isOpened) },
  { heading: 'Extension undecided', width: 20, value: (t) => yes(t.isHeld) },
  { heading: 'Presented', value: (t) => date(t.presentedOn) },
  { heading: 'Answer due', value: (t) => date(t.responseDueOn) },
  { heading: 'Answered', value: (t) => date(t.respondedOn) },
  { heading: 'Next date', value: (t) => date(t.clock?.dueOn ?? null) },
  { heading: 'Closed', value: (t) => date(t.closedOn) },
  { heading: 'Why closed', width: 28, value: (t) => (t.closeReason === null ? '' : CLOSE_REASON_NAMES[t.closeReason]) },
  { heading: 'Assigned to', width: 24, value: (t) => t.assignee?.name ?? '' },
];

/** What a file of a plan's issued fines holds. */
export const PLAN_FINE_COLUMNS: readonly ListColumn<PlanFine>[] = [
  { heading: 'Ticket', value: (f) => f.number },
  { heading: 'Your tracking number', width: 22, value: (f) => f.trackingNumber },
  { heading: 'Former plan', width: 20, value: (f) => f.formerPlan },
  { heading: 'Provider', width: 34, value: (f) => f.provider },
  { heading: 'Issue type', width: 28, value: (f) => f.issueType },
  { heading: 'Program', width: 24, value: (f) => f.program },
  { heading: 'Answer was due', value: (f) => date(f.dueOn) },
  { heading: 'Answered', value: (f) => date(f.respondedOn) },
  { heading: 'Issued', value: (f) => date(f.issuedOn) },
  { heading: 'Counts for', width: 24, value: (f) => quarterName(f.quarter) },
  { heading: 'Fine, $', value: (f) => money(f.amountCents) },
];
