import type { PersonActor } from '@/domain/access/actor';
import type { Clock } from '@/domain/tickets/clock';
import { planName } from '@/domain/tickets/reference';
import type { CloseReason } from '@/domain/tickets/status';
import { turnClock } from '@/domain/tickets/turn';
import type { CalendarDate } from '@/shared/calendar-date';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { findTicket } from '../db/find-ticket';

/** What the page after sending says: the number, where it stands, and by when the Portal Team acts (R5). */
export type SentComplaint = {
  ticketId: string;
  number: string;
  trackingNumber: string;
  plan: string;
  contactName: string;
  contactEmail: string;
  closeReason: CloseReason | null;
  presentation: Clock | null;
  filedAt: Date;
  today: CalendarDate;
};

/** A complaint that the actor's organization sent, by the id that its draft had; null when there is none. */
export async function getSentComplaint(actor: PersonActor, ticketId: string): Promise<SentComplaint | null> {
  if (!isId(ticketId)) return null;
  return asActor(actor, async ({ tx, today, reference }) => {
    const found = await findTicket(tx, ticketId, false);
    if (found === null || found.ticket.filedByOrganizationId !== actor.organizationId) return null;
    const { ticket } = found;
    return {
      ticketId,
      number: ticket.number,
      trackingNumber: ticket.trackingNumber,
      plan: planName(reference, ticket.planCode),
      contactName: ticket.contact.name,
      contactEmail: ticket.contact.email,
      closeReason: ticket.closeReason,
      presentation: ticket.status === 'submitted' ? turnClock(ticket) : null,
      filedAt: ticket.filedAt,
      today,
    };
  });
}
