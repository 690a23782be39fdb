import { assertNever } from '@/shared/assert-never';
import { DEADLINE_RULES, isRuleId } from '@/domain/deadlines';
import { fineEmailSubject, fineEmailText } from '@/domain/fines/fine-email';
import type { NewEvent } from '@/domain/tickets/decision';
import { latestClock, openResponseClock } from '@/domain/tickets/clock';
import { isReviewEvent } from '@/domain/tickets/evolve-review';
import { filingWindow } from '@/domain/tickets/filing-window';
import { isRequestEvent } from '@/domain/tickets/request-events';
import { CLOSE_REASON_NAMES } from '@/domain/tickets/status';
import { awaitsReceipt, type Ticket } from '@/domain/tickets/ticket';
import { calendarDate, formatDay } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';
import { contactOf, deciders, dueWords, messages, planReaders, reference, type MailContext, type MailWords } from './mail-parts';
import type { Message, MessageKind } from './message';
import { htmlOf, textOf } from './plain-mail';
import { reviewMails } from './review-mails';
import { askedMails, messageMails, portalTeamAnsweredMails, reopenMails, transferMails } from './talk-mails';
import { requestMails } from './request-mails';

export type { MailContext };

function toPlanAndTeam(kind: MessageKind, words: MailWords, ticket: Ticket, ctx: MailContext): Message[] {
  const plan = ticket.presentedOn === null ? [] : planReaders(ctx);
  // HFS is told only of what it was about to review.
  const hfs = latestClock(ticket.clocks, 'review-information') === null ? [] : [...deciders(ctx), ...ctx.recipients.statePeople.filter((p) => p.personId === ticket.sme?.personId)];
  return messages(kind, [...plan, ctx.recipients.portalTeam, ...hfs], words, ticket, ctx);
}

function fineNotice(event: Extract<NewEvent, { type: 'FineIssued' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const { dueOn, amountCents } = event.data;
  const fine = ticket.fines.find((f) => f.id === event.data.fineId);
  const block = fineEmailText({ ticketNumber: ticket.number, dueOn: fine?.dueOn ?? calendarDate(dueOn), amountCents: cents(amountCents) });
  // R21: the sentence block stands alone; the reference block under it carries the tracking number (R3).
  const paragraphs = [block, reference(ticket, ctx)];
  return planReaders(ctx).map((to) => ({ kind: 'fine-notice', to, subject: fineEmailSubject(ticket.number), text: textOf(paragraphs), html: htmlOf(paragraphs), isResponseNotice: false }));
}

function filed(ticket: Ticket, ctx: MailContext): Message[] {
  const due = latestClock(ticket.clocks, 'presentation')?.dueOn;
  if (due === undefined) return [];
  return [
    ...messages('complaint-received', [contactOf(ticket)], {
      subject: `We have your complaint: ${ticket.number}`,
      lines: [`Your complaint about ${ctx.planName} was received on ${formatDay(ticket.receivedOn)}.`, `The Portal Team checks it and presents it to the plan by ${dueWords(due)}. You need to do nothing until then.`],
    }, ticket, ctx),
    ...messages('complaint-for-portal-team', [ctx.recipients.portalTeam], {
      subject: `To present: ${ticket.number}`,
      lines: [`A complaint about ${ctx.planName} was received on ${formatDay(ticket.receivedOn)}. Present it by ${dueWords(due)} (R5).`],
    }, ticket, ctx),
  ];
}

function closedAtFiling(ticket: Ticket, ctx: MailContext): Message[] {
  const window = filingWindow(ticket.receivedByMcoOn);
  const early = ticket.closeReason === 'premature';
  const subject = `Closed, ${early ? 'filed too early' : 'filed too late'}: ${ticket.number}`;
  const toContact = messages('closed-at-filing', [contactOf(ticket)], {
    subject,
    lines: [
      `Your complaint about ${ctx.planName} was received on ${formatDay(ticket.receivedOn)} and closed on the same day, because it came ${early ? 'before' : 'after'} its filing window.`,
      `The plan received the dispute on ${formatDay(ticket.receivedByMcoOn)}. A complaint can be filed from ${formatDay(window.opensOn)} to ${formatDay(window.closesOn)}, both days included.`,
      early ? `You can file again from ${formatDay(window.opensOn)} on.` : 'It cannot be filed again for this dispute.',
    ],
  }, ticket, ctx);
  const toTeam = messages('closed-at-filing', [ctx.recipients.portalTeam], {
    subject,
    lines: [`A complaint about ${ctx.planName} was received on ${formatDay(ticket.receivedOn)}, ${early ? 'before' : 'after'} its filing window, and closed on the same day (R4). You need to do nothing.`],
  }, ticket, ctx);
  return [...toContact, ...toTeam];
}

function presented(ticket: Ticket, ctx: MailContext): Message[] {
  const due = dueWords(openResponseClock(ticket.clocks)?.dueOn);
  return [
    ...messages('presented-to-plan', planReaders(ctx), {
      subject: `New ticket to answer by ${due}: ${ticket.number}`,
      lines: [`A provider complaint was presented to your plan on ${dueWords(ticket.presentedOn ?? undefined)}.`, `Enter your written answer in the portal by ${due}. After that day a fine may be issued.`],
    }, ticket, ctx),
    ...messages('presented-to-contact', [contactOf(ticket)], {
      subject: `Presented to the plan: ${ticket.number}`,
      lines: [`Your complaint was presented to ${ctx.planName} on ${dueWords(ticket.presentedOn ?? undefined)}.`, `The plan must answer in writing by ${due}.`],
    }, ticket, ctx),
  ];
}

function answerWords(ticket: Ticket, ctx: MailContext, reply: { subject: string; by: string } | null): MailWords {
  return {
    subject: reply === null ? `The plan has answered: ${ticket.number}` : `The plan has answered, reply ${reply.subject}: ${ticket.number}`,
    lines: [
      `${ctx.planName} entered its written answer on ${dueWords(ticket.respondedOn ?? undefined)}.`,
      reply === null ? 'HFS is reviewing this ticket. Read the answer in the portal.' : `Read it in the portal. If you disagree, say so ${reply.by}`,
    ],
  };
}

function answered(ticket: Ticket, ctx: MailContext): Message[] {
  // Answered in review (D14) it cannot be contested; an earlier answer of a ticket that was opened again had its own days.
  const due = ticket.status === 'responded' ? latestClock(ticket.clocks, 'contest')?.dueOn : undefined;
  const reply = due === undefined ? null : { subject: `by ${formatDay(due)}`, by: `by ${formatDay(due)}. If you do nothing, the Portal Team closes the ticket after that day.` };
  return messages('plan-answered', [contactOf(ticket)], answerWords(ticket, ctx, reply), ticket, ctx).map((m) => ({ ...m, isResponseNotice: true }));
}

/**
 * D18: the words of an answer's notice that is sent again, or to a new contact. It starts the days to disagree when it
 * arrives, so it cannot name their last day; null where nobody waits for them any more.
 */
export function answerNoticeAgain(ticket: Ticket, ctx: MailContext): Message | null {
  if (ticket.status !== 'responded' || !awaitsReceipt(ticket)) return null;
  const by = 'within 5 business days of the day on which this message reaches you; the portal shows the date. If you do nothing, the Portal Team closes the ticket after that.';
  const [message] = messages('plan-answered', [contactOf(ticket)], answerWords(ticket, ctx, { subject: 'within 5 business days', by }), ticket, ctx);
  return message === undefined ? null : { ...message, isResponseNotice: true };
}

/** D18: the answer's notice for a contact who was changed, or whose address was, while it had reached nobody; else null. */
export function answerNoticeToNewContact({ data: { before, after } }: Extract<NewEvent, { type: 'ProviderContactChanged' }>, ticket: Ticket, ctx: MailContext): Message | null {
  return before.personId === after.personId && before.email === after.email ? null : answerNoticeAgain(ticket, ctx);
}

function contested(ticket: Ticket, ctx: MailContext): Message[] {
  // With the review asked for in the same step, the mail of that event says all.
  if (ticket.status !== 'contested') return [];
  const due = latestClock(ticket.clocks, 'review-request')?.dueOn;
  return messages('contested', [...planReaders(ctx), ctx.recipients.portalTeam], {
    subject: `The provider disagrees: ${ticket.number}`,
    lines: [`The provider contested the answer of ${ctx.planName}.`, `It can ask HFS for a review until ${dueWords(due)}.`],
  }, ticket, ctx);
}

function reviewRequested(ticket: Ticket, ctx: MailContext): Message[] {
  const due = latestClock(ticket.clocks, 'review-information')?.dueOn;
  return messages('review-requested', [...planReaders(ctx), ctx.recipients.portalTeam, ...deciders(ctx)], {
    subject: `HFS review requested: ${ticket.number}`,
    lines: ['The provider asked HFS to review the dispute and to decide.', `Both sides deliver what HFS needs by ${dueWords(due)} (R16).`],
  }, ticket, ctx);
}

function closedByTeam(kind: 'closed-not-contested' | 'closed-review-not-requested', why: string, ticket: Ticket, ctx: MailContext): Message[] {
  return messages(kind, [contactOf(ticket), ...planReaders(ctx)], { subject: `Closed: ${ticket.number}`, lines: [`The Portal Team closed this ticket on ${dueWords(ticket.closedOn ?? undefined)}: ${why}`] }, ticket, ctx);
}

function assigned(event: Extract<NewEvent, { type: 'Assigned' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const { assignee } = event.data;
  if (assignee === null || assignee.personId === ctx.actorPersonId) return [];
  const { assignee: reader } = ctx.recipients;
  return reader?.personId !== assignee.personId ? [] : messages('assigned', [reader], { subject: `Assigned to you: ${ticket.number}`, lines: ['This ticket was assigned to you.'] }, ticket, ctx);
}

/** D16: each date that moved, from which day to which; why stands in the portal. */
function datesMoved(event: Extract<NewEvent, { type: 'DatesMoved' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const moves = event.data.moves.map((m) => `${isRuleId(m.ruleId) ? DEADLINE_RULES[m.ruleId].label : m.ruleId}: from ${formatDay(calendarDate(m.from))} to ${formatDay(calendarDate(m.to))}.`);
  return messages('dates-moved', [contactOf(ticket), ...(ticket.presentedOn === null ? [] : planReaders(ctx))], {
    subject: `Later dates: ${ticket.number}`,
    lines: ['The State’s calendar changed, and dates of this ticket moved later with it.', moves.join('\n')],
  }, ticket, ctx);
}

function fineRescinded(event: Extract<NewEvent, { type: 'FineRescinded' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const granted = ticket.fines.find((f) => f.id === event.data.fineId)?.objection?.outcome === 'granted';
  return messages('fine-rescinded', planReaders(ctx), { subject: `Fine rescinded: ${ticket.number}`, lines: [`${granted ? 'HFS granted your plan’s objection. ' : ''}The fine on this ticket is rescinded. Your plan does not owe it.`] }, ticket, ctx);
}

/** Who is told of an event, and in which words. `ticket` is the ticket after the whole command. */
export function emailsFor(event: NewEvent, ticket: Ticket, ctx: MailContext): Message[] {
  if (isRequestEvent(event)) return requestMails(event, ticket, ctx);
  if (isReviewEvent(event)) return reviewMails(event, ticket, ctx);
  switch (event.type) {
    case 'ComplaintSubmitted': return filed(ticket, ctx);
    case 'ClosedAtFiling': return closedAtFiling(ticket, ctx);
    case 'ReturnedAsClosed': return messages('returned-as-closed', [contactOf(ticket)], {
      subject: `Returned as closed: ${ticket.number}`,
      lines: [`The Portal Team closed this ticket on ${dueWords(ticket.closedOn ?? undefined)}: ${ticket.closeReason === null ? '' : CLOSE_REASON_NAMES[ticket.closeReason]}. Its reason stands in the portal.`],
    }, ticket, ctx);
    case 'Presented': return presented(ticket, ctx);
    case 'Transferred': return transferMails(event, ticket, ctx);
    case 'Reopened': return reopenMails(event, ticket, ctx);
    case 'MessagePosted': return messageMails(event, ticket, ctx);
    case 'PlanAsked': return askedMails(event, ticket, ctx);
    case 'PortalTeamAnswered': return portalTeamAnsweredMails(ticket, ctx);
    case 'ResponseSubmitted': return answered(ticket, ctx);
    case 'ResponseAccepted': return toPlanAndTeam('accepted', { subject: `Accepted and closed: ${ticket.number}`, lines: ['The provider accepted the answer. The ticket is closed.'] }, ticket, ctx);
    case 'ConfirmedResolved': return toPlanAndTeam('resolved', { subject: `Resolved and closed: ${ticket.number}`, lines: ['The provider says that the complaint is resolved. The ticket is closed.'] }, ticket, ctx);
    case 'Withdrawn': return toPlanAndTeam('withdrawn', { subject: `Withdrawn: ${ticket.number}`, lines: ['The provider withdrew the ticket. It is closed.'] }, ticket, ctx);
    case 'ResponseContested': return contested(ticket, ctx);
    case 'ReviewRequested': return reviewRequested(ticket, ctx);
    case 'ClosedNotContested': return closedByTeam('closed-not-contested', 'the answer was not contested within 5 business days.', ticket, ctx);
    case 'ClosedReviewNotRequested': return closedByTeam('closed-review-not-requested', 'no review by HFS was requested by its date.', ticket, ctx);
    case 'HfsAlerted': return messages('hfs-alert', [...ctx.recipients.accountManagers, ...ctx.recipients.administration], { subject: `Alert: ${ticket.number}`, lines: [`The Portal Team alerts you to this ticket of ${ctx.planName} (R19). What happened stands in the portal.`] }, ticket, ctx);
    case 'Corrected': return messages('corrected', [contactOf(ticket), ...(ticket.presentedOn === null ? [] : planReaders(ctx))], { subject: `Corrected: ${ticket.number}`, lines: ['The Portal Team corrected facts of this ticket. What was changed, and why, stands in the portal.'] }, ticket, ctx);
    case 'Assigned': return assigned(event, ticket, ctx);
    case 'DatesMoved': return datesMoved(event, ticket, ctx);
    case 'FineIssued': return fineNotice(event, ticket, ctx);
    case 'FineRescinded': return fineRescinded(event, ticket, ctx);
    case 'OverdueMarked':
    case 'OverdueMarkRemoved':
    case 'WindowLapsed':
    case 'FineProposed':
    case 'FineVoided':
    case 'FineWaived':
    case 'NoticeAccepted':
    case 'NoticeFailed':
    case 'NoticeSentAgain':
    case 'ResponseSeen':
    case 'FileRefused': return [];
    default: return assertNever(event);
  }
}
