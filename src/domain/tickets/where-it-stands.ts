import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from './status';
import type { Ticket } from './ticket';
import { turnClock } from './turn';

/** The day on which the ticket came to the status that it has, opened again or not; null where nothing tells it. */
export function standsSince(ticket: Pick<Ticket, 'status' | 'clocks' | 'respondedOn' | 'reviewBeganOn' | 'decidedOn' | 'closedOn'>): CalendarDate | null {
  switch (ticket.status) {
    case 'responded': return ticket.respondedOn;
    case 'administrative_review': return ticket.reviewBeganOn;
    case 'decided': return ticket.decidedOn;
    case 'closed': return ticket.closedOn;
    default: return turnClock(ticket)?.day0 ?? null;
  }
}

type Standing = Pick<Ticket, 'status' | 'closeReason'> & { since: CalendarDate | null };

/** Where a ticket stands and since when, as the end of a sentence that begins with "the ticket". */
export function whereItStands({ status, closeReason, since }: Standing): string {
  const on = since === null ? null : formatDay(since);
  if (status === 'closed' && closeReason !== null) return on === null ? `is closed: ${CLOSE_REASON_NAMES[closeReason]}` : `was closed on ${on}: ${CLOSE_REASON_NAMES[closeReason]}`;
  // The days to disagree can begin later than the answer, and anew: what never changes is the day of the answer.
  if (status === 'responded' && on !== null) return `is in the status “${STATUS_NAMES.responded}”: the plan answered on ${on}`;
  return on === null ? `is in the status “${STATUS_NAMES[status]}”` : `has been in the status “${STATUS_NAMES[status]}” since ${on}`;
}
