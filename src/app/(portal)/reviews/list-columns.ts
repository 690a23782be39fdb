import { date, money, yes, type ListColumn } from '@/app/lists/list-file';
import { STATUS_NAMES } from '@/domain/tickets/status';
import type { MissingSide, ReviewItem } from '@/server/queries/list-reviews';
import { formatDay } from '@/shared/calendar-date';

const sides = (missing: readonly MissingSide[]) => missing.map(({ party, dueOn }) => `${party === 'mco' ? 'Plan' : 'Provider'}, by ${formatDay(dueOn)}`).join('; ');

/** What a file of the reviews by HFS holds. */
export const REVIEW_COLUMNS: readonly ListColumn<ReviewItem>[] = [
  { heading: 'Ticket', value: (r) => r.number },
  { heading: 'Plan’s tracking number', width: 22, value: (r) => r.trackingNumber },
  { heading: 'Provider', width: 34, value: (r) => r.provider },
  { heading: 'Plan', value: (r) => r.planShortName },
  { heading: 'Issue type', width: 28, value: (r) => r.issueType },
  { heading: 'Claims', width: 10, value: (r) => r.claimCount },
  { heading: 'Disputed, $', value: (r) => money(r.disputedCents) },
  { heading: 'Urgent', width: 10, value: (r) => yes(r.isUrgent) },
  { heading: 'Status', width: 22, value: (r) => STATUS_NAMES[r.status] },
  { heading: 'Since', value: (r) => date(r.since) },
  { heading: 'HFS aims to decide by', width: 22, value: (r) => date(r.aim?.dueOn ?? null) },
  { heading: 'Not delivered', width: 40, value: (r) => sides(r.missing) },
  { heading: 'Open questions', width: 40, value: (r) => sides(r.questions) },
  { heading: 'Expert', width: 24, value: (r) => r.expert },
  { heading: 'Recommended', value: (r) => date(r.recommendedOn) },
  { heading: 'Decided', value: (r) => date(r.decidedOn) },
  { heading: 'Assigned at the State', width: 24, value: (r) => r.assignee },
];
