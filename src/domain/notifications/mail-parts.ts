import type { Role } from '@/domain/access/actor';
import type { Ticket } from '@/domain/tickets/ticket';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import type { Message, MessageKind, Recipient, TicketRecipients } from './message';
import { htmlOf, textOf } from './plain-mail';

/** What every mail needs beside its event: who reads, the plan's name, and where the portal is. */
export type MailContext = {
  recipients: TicketRecipients;
  planName: string;
  portalUrl: string;
  actorPersonId: string | null;
  actorRole?: Role;
  /** The plan that had the ticket before a transfer, with its readers. */
  formerPlan?: { planName: string; readers: Recipient[] };
};

/** A mail before it is addressed: paragraphs without the reference block, which every mail gets. */
export type MailWords = { subject: string; lines: string[] };

/** R3: the plan's tracking number stands on every mail about a ticket; a link, and nothing that a person typed. */
export function reference(ticket: Ticket, ctx: MailContext): string {
  return `Ticket ${ticket.number}\n${ctx.planName}, tracking number ${ticket.trackingNumber}\n${ctx.portalUrl}/tickets/${ticket.id}`;
}

/** One mail of a kind to each recipient, in the same words, with the ticket's reference block (R3) or another one. */
export function messages(kind: MessageKind, to: readonly Recipient[], words: MailWords, ticket: Ticket, ctx: MailContext, block = reference(ticket, ctx)): Message[] {
  const paragraphs = [...words.lines, block];
  return to.map((recipient) => ({ kind, to: recipient, subject: words.subject, text: textOf(paragraphs), html: htmlOf(paragraphs), isResponseNotice: false }));
}

/** The provider contact named in the ticket (R7). */
export function contactOf(ticket: Ticket): Recipient {
  return { personId: ticket.contact.personId, name: ticket.contact.name, email: ticket.contact.email };
}

/** The plan's primary staff; all its staff where it has named none (R6). */
export function planReaders(ctx: MailContext): Recipient[] {
  return ctx.recipients.mcoPrimary.length > 0 ? ctx.recipients.mcoPrimary : ctx.recipients.mcoStaff;
}

/** The Account Managers of the plan; Administration where it has none, so that nothing lies unseen. */
export function deciders(ctx: MailContext): Recipient[] {
  return ctx.recipients.accountManagers.length > 0 ? ctx.recipients.accountManagers : ctx.recipients.administration;
}

export function dueWords(day: CalendarDate | undefined): string {
  return day === undefined ? '' : formatDay(day);
}
