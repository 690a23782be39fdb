import { formatDayLong, type CalendarDate } from '@/shared/calendar-date';
import { formatCents, type Cents } from '@/shared/cents';

/** The notice's subject, word for word with its en dash (R21). */
export function fineEmailSubject(ticketNumber: string): string {
  return `MCO Provider Resolution Portal Fine Notice \u2013 ${ticketNumber}`;
}

/** The notice's sentence block, word for word (R21); the date is the due date in force (D11). */
export function fineEmailText(fine: { ticketNumber: string; dueOn: CalendarDate; amountCents: Cents }): string {
  return (
    `A written proposal for Provider Resolution ticket ${fine.ticketNumber} was due ${formatDayLong(fine.dueOn)}. ` +
    `Your written proposal was not received on or before this date. ` +
    `Your plan has been fined ${formatCents(fine.amountCents)} for the untimely handling of the Provider Resolution Ticket.`
  );
}
