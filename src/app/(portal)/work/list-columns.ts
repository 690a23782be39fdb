import { date, yes, type ListColumn } from '@/app/lists/list-file';
import { alertWords } from '@/domain/tickets/escalation';
import { STATUS_NAMES } from '@/domain/tickets/status';
import type { FilingCheck, PreparedAlert, WorkItem } from '@/server/queries/list-work-queues';
import type { NoNumberReport, UndeliveredMail } from '@/server/queries/work-exceptions';
import { formatDay } from '@/shared/calendar-date';
import { formatChicagoInstant } from '@/shared/chicago';

function checkWords(check: FilingCheck): string {
  switch (check.type) {
    case 'repeat':
      return `Same plan and tracking number as ${check.others.map((o) => o.number).join(', ')}`;
    case 'outside_window':
      return `Outside its filing window, ${formatDay(check.opensOn)} to ${formatDay(check.closesOn)}`;
    case 'no_staff':
      return 'Nobody at the plan can sign in';
  }
}

/** What a file of tickets to present, to close or overdue holds. */
export const WORK_COLUMNS: readonly ListColumn<WorkItem>[] = [
  { heading: 'Ticket', value: (t) => t.number },
  { heading: 'Plan’s tracking number', width: 22, value: (t) => t.trackingNumber },
  { heading: 'Provider', width: 34, value: (t) => t.provider },
  { heading: 'Plan', width: 28, value: (t) => t.planName },
  { heading: 'Issue type', width: 28, value: (t) => t.issueType },
  { heading: 'Status', width: 20, value: (t) => STATUS_NAMES[t.status] },
  { heading: 'Urgent', width: 10, value: (t) => yes(t.isUrgent) },
  { heading: 'Received', value: (t) => date(t.receivedOn) },
  { heading: 'Presented', value: (t) => date(t.presentedOn) },
  { heading: 'Next date', value: (t) => date(t.clock?.dueOn ?? null) },
  { heading: 'Alerted', value: (t) => date(t.alertedOn) },
  { heading: 'To check', width: 60, value: (t) => t.checks.map(checkWords).join('. ') },
];

export const NO_NUMBER_COLUMNS: readonly ListColumn<NoNumberReport>[] = [
  { heading: 'Plan', width: 28, value: (r) => r.planName },
  { heading: 'Provider', width: 34, value: (r) => r.organizationName },
  { heading: 'Reported by', width: 24, value: (r) => r.reportedByName },
  { heading: 'Asked the plan on', width: 18, value: (r) => date(r.askedOn) },
  { heading: 'Reported', width: 26, value: (r) => formatChicagoInstant(r.reportedAt) },
];

export const ALERT_COLUMNS: readonly ListColumn<PreparedAlert>[] = [
  { heading: 'Ticket', value: (a) => a.number },
  { heading: 'Plan’s number', width: 20, value: (a) => a.trackingNumber },
  { heading: 'Provider', width: 34, value: (a) => a.provider },
  { heading: 'Plan', width: 28, value: (a) => a.planName },
  { heading: 'Since', value: (a) => date(a.reasons[0]?.sinceOn ?? null) },
  { heading: 'What the alert says', width: 80, value: (a) => alertWords(a.reasons, a.planName) },
  { heading: 'Alerted', value: (a) => date(a.alertedOn) },
];

export const UNDELIVERED_COLUMNS: readonly ListColumn<UndeliveredMail>[] = [
  { heading: 'To', width: 24, value: (m) => m.toName },
  { heading: 'Address', width: 34, value: (m) => m.toAddress },
  { heading: 'Subject', width: 60, value: (m) => m.subject },
  { heading: 'Ticket', value: (m) => m.ticket?.number ?? '' },
  { heading: 'Holds up the closing (D18)', width: 26, value: (m) => yes(m.holdsClosing) },
  { heading: 'Last tried', width: 26, value: (m) => formatChicagoInstant(m.lastAttemptAt ?? m.enqueuedAt) },
  { heading: 'Attempts', width: 10, value: (m) => m.attempts },
  { heading: 'What the mail server said', width: 60, value: (m) => m.serverReply },
];
