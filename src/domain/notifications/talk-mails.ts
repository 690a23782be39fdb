import { ROLE_NAMES, type Role } from '@/domain/access/actor';
import { latestClock } from '@/domain/tickets/clock';
import type { NewEvent } from '@/domain/tickets/decision';
import { STATUS_NAMES } from '@/domain/tickets/status';
import { planHadIt, type Ticket } from '@/domain/tickets/ticket';
import { calendarDate, formatDay } from '@/shared/calendar-date';
import { contactOf, deciders, dueWords, messages, planReaders, type MailContext } from './mail-parts';
import type { Message, Recipient } from './message';

type Of<T extends NewEvent['type']> = Extract<NewEvent, { type: T }>;

/** R5: both plans and the contact are told; the first plan's access has ended, so its mail leads nowhere. */
export function transferMails(_event: Of<'Transferred'>, ticket: Ticket, ctx: MailContext): Message[] {
  const due = dueWords(latestClock(ticket.clocks, 'presentation')?.dueOn);
  // What a mail about a ticket says of it, with the list in place of its page, for whom that does not exist (any more, or yet).
  const withList = (planName: string) => `Ticket ${ticket.number}\n${planName}, tracking number ${ticket.trackingNumber}\n${ctx.portalUrl}/queue`;
  const former = ctx.formerPlan ?? { planName: 'the first plan', readers: [] };
  const toFormer = messages('transferred-from-plan', former.readers, {
    subject: `Taken back, nothing to answer: ${ticket.number}`,
    lines: ['The Portal Team took this ticket back, because it belongs to another plan. Your plan has nothing to answer and no longer sees it.'],
  }, ticket, ctx, withList(former.planName));
  const toPlan = messages('transferred-to-plan', planReaders(ctx), {
    subject: `Coming to your plan: ${ticket.number}`,
    lines: [`A provider complaint that was presented to another plan belongs to yours. The Portal Team presents it to you by ${due}.`, 'You can open it, and your time to answer begins, on the day of presentation.'],
  }, ticket, ctx, withList(ctx.planName));
  const toContact = messages('transferred-to-contact', [contactOf(ticket)], {
    subject: `Transferred to another plan: ${ticket.number}`,
    lines: [`The Portal Team transferred your complaint from ${former.planName} to ${ctx.planName}, and presents it there by ${due}. Why stands in the portal.`, `${ctx.planName} then has its own time to answer. You need to do nothing.`],
  }, ticket, ctx);
  return [...toFormer, ...toPlan, ...toContact];
}

/** Both sides are told; the plan only where it has had the ticket. */
export function reopenMails(event: Of<'Reopened'>, ticket: Ticket, ctx: MailContext): Message[] {
  return messages('reopened', [contactOf(ticket), ...(planHadIt(ticket) ? planReaders(ctx) : [])], {
    subject: `Opened again: ${ticket.number}`,
    lines: [`The Portal Team opened this ticket again on ${formatDay(event.effectiveOn)}. It goes on as “${STATUS_NAMES[event.data.to]}”, with its dates counted from that day.`, 'Why, and whose turn it is, stand in the portal.'],
  }, ticket, ctx);
}

const SENDERS: Partial<Record<Role, string>> = { provider: 'The provider', mco: 'The plan' };

/** Whom a message is meant for; the sender's own side reads it in the portal. */
function messageReaders(event: Of<'MessagePosted'>, role: Role, ticket: Ticket, ctx: MailContext): Recipient[] {
  if (role === 'provider') return planReaders(ctx);
  if (role === 'mco') return [contactOf(ticket)];
  switch (event.data.to) {
    case 'parties': return [contactOf(ticket), ...planReaders(ctx)];
    case 'provider': return [contactOf(ticket)];
    case 'mco': return planReaders(ctx);
    case 'state': return role === 'portal_team' ? deciders(ctx) : [ctx.recipients.portalTeam];
  }
}

/** R7: that a message is there, never its text. */
export function messageMails(event: Of<'MessagePosted'>, ticket: Ticket, ctx: MailContext): Message[] {
  const role = ctx.actorRole ?? 'portal_team';
  const readers = messageReaders(event, role, ticket, ctx).filter((r) => r.personId === null || r.personId !== ctx.actorPersonId);
  const who = SENDERS[role] ?? `The ${ROLE_NAMES[role]}`;
  const what = event.data.to === 'state' ? 'wrote a note within the State on this ticket' : 'wrote a message on this ticket';
  return messages('message-posted', readers, { subject: `New message: ${ticket.number}`, lines: [`${who.replace('The HFS Account', 'The Account')} ${what}. Read it, and answer it, in the portal.`] }, ticket, ctx);
}

/** R29: the question itself stands in the portal. */
export function askedMails(event: Of<'PlanAsked'>, ticket: Ticket, ctx: MailContext): Message[] {
  const by = formatDay(calendarDate(event.data.answerOn));
  return messages('plan-asked', planReaders(ctx), { subject: `Question to answer by ${by}: ${ticket.number}`, lines: [`The Portal Team asks your plan a question about this ticket. Answer it in the portal by ${by} (R29).`] }, ticket, ctx);
}

export function portalTeamAnsweredMails(ticket: Ticket, ctx: MailContext): Message[] {
  return messages('portal-team-answered', [ctx.recipients.portalTeam], { subject: `The plan answered your question: ${ticket.number}`, lines: [`${ctx.planName} answered a question of the Portal Team about this ticket (R29).`] }, ticket, ctx);
}
