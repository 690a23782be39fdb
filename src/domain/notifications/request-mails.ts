import { assertNever } from '@/shared/assert-never';
import type { NewEvent } from '@/domain/tickets/decision';
import { latestClock, openResponseClock } from '@/domain/tickets/clock';
import type { RequestEventType } from '@/domain/tickets/request-events';
import type { Ticket } from '@/domain/tickets/ticket';
import { calendarDate, formatDay } from '@/shared/calendar-date';
import { contactOf, deciders, dueWords, messages, planReaders, type MailContext } from './mail-parts';
import type { Message } from './message';

export type RequestEvent = Extract<NewEvent, { type: RequestEventType }>;
type Of<T extends RequestEventType> = Extract<NewEvent, { type: T }>;

function extensionRequested(event: Of<'ExtensionRequested'>, ticket: Ticket, ctx: MailContext): Message[] {
  const byPlan = event.data.by === 'mco';
  const target = latestClock(ticket.clocks, 'extension-decision')?.dueOn;
  const due = dueWords(openResponseClock(ticket.clocks)?.dueOn);
  const who = byPlan ? ctx.planName : 'The provider';
  const lines = [`${who} asked HFS for more time for the written answer, which is due ${due} (R11).`];
  return [
    ...messages('extension-requested', deciders(ctx), { subject: `Extension to decide by ${dueWords(target)}: ${ticket.number}`, lines: [...lines, `HFS aims to decide by ${dueWords(target)} (D7).`] }, ticket, ctx),
    ...messages('extension-requested', byPlan ? [contactOf(ticket)] : planReaders(ctx), { subject: `Extension asked for: ${ticket.number}`, lines: [...lines, `You are told what HFS decides. Until then the answer stays due ${due}.`] }, ticket, ctx),
  ];
}

function extensionDecided(event: Of<'ExtensionDecided'>, ticket: Ticket, ctx: MailContext): Message[] {
  const due = formatDay(calendarDate(event.data.dueOn));
  const approved = event.data.decision === 'approved';
  return messages('extension-decided', [contactOf(ticket), ...planReaders(ctx)], {
    subject: approved ? `Extension approved, answer due ${due}: ${ticket.number}` : `Extension denied: ${ticket.number}`,
    lines: [
      approved ? `HFS approved the extension. The written answer of ${ctx.planName} is now due ${due}, 60 days from the start (R11).` : `HFS denied the extension. The written answer of ${ctx.planName} stays due ${due}.`,
      'The reason stands in the portal.',
    ],
  }, ticket, ctx);
}

function contactChanged(event: Of<'ProviderContactChanged'>, ticket: Ticket, ctx: MailContext): Message[] {
  const { before, after } = event.data;
  const isNew = before.personId !== after.personId;
  const toNew = isNew && after.personId !== ctx.actorPersonId ? messages('contact-changed', [contactOf(ticket)], {
    subject: `You are now the contact: ${ticket.number}`,
    lines: ['You are the provider contact of this ticket from now on. Only you can accept the plan’s answer, say that it is resolved, or withdraw it (R7).'],
  }, ticket, ctx) : [];
  const toPlan = ticket.presentedOn === null ? [] : messages('contact-changed', planReaders(ctx), {
    subject: `Provider contact changed: ${ticket.number}`,
    lines: [isNew ? 'Another person is the provider contact of this ticket from now on. Name, phone and e-mail stand in the portal.' : 'The provider contact of this ticket has another phone number or e-mail address. Both stand in the portal.'],
  }, ticket, ctx);
  return [...toPlan, ...toNew];
}

function informationProvided(event: Of<'InformationProvided'>, ticket: Ticket, ctx: MailContext): Message[] {
  const due = openResponseClock(ticket.clocks)?.dueOn;
  const what = event.data.kind === 'text' ? 'The provider sent the information that your plan asked for.' : 'The provider says when and how it had already provided what your plan asked for (R10).';
  return messages('information-provided', planReaders(ctx), { subject: `The provider answered your request: ${ticket.number}`, lines: [what, ...(due === undefined ? [] : [`Your written answer is due ${formatDay(due)}.`])] }, ticket, ctx);
}

/** Who is told of a request, an answer to it, a decision on it, or a changed contact. */
export function requestMails(event: RequestEvent, ticket: Ticket, ctx: MailContext): Message[] {
  switch (event.type) {
    case 'InformationRequested': {
      const due = dueWords(latestClock(ticket.clocks, 'information-answer')?.dueOn);
      return messages('information-requested', [contactOf(ticket)], {
        subject: `The plan needs information by ${due}: ${ticket.number}`,
        lines: [`${ctx.planName} asks you for information about your complaint. What it needs stands in the portal.`, `Send it by ${due}, or show there that you have already provided it (R10).`],
      }, ticket, ctx);
    }
    case 'InformationProvided': return informationProvided(event, ticket, ctx);
    case 'ExtensionRequested': return extensionRequested(event, ticket, ctx);
    case 'ExtensionDecided': return extensionDecided(event, ticket, ctx);
    case 'ProviderContactChanged': return contactChanged(event, ticket, ctx);
    case 'ResponseContactCorrected': return messages('response-contact-corrected', [contactOf(ticket)], {
      subject: `The plan’s contact changed: ${ticket.number}`,
      lines: [`${ctx.planName} corrected whom you can call about its answer. Name, phone and e-mail stand in the portal. Nothing else of the answer changed.`],
    }, ticket, ctx);
    case 'FineObjected': return messages('fine-objection', [...ctx.recipients.accountManagers, ...ctx.recipients.administration], {
      subject: `Objection to a fine: ${ticket.number}`,
      lines: [`${ctx.planName} objects to the fine on this ticket. The fine stands until HFS decides the objection.`],
    }, ticket, ctx);
    // Granted, the mail about the rescinded fine says it.
    case 'FineObjectionDecided': return event.data.outcome === 'granted' ? [] : messages('fine-objection-decided', planReaders(ctx), {
      subject: `Objection decided, the fine stays: ${ticket.number}`,
      lines: ['HFS decided your plan’s objection: the fine on this ticket stays. The reason stands in the portal.'],
    }, ticket, ctx);
    case 'ContactLogged': return [];
    default: return assertNever(event);
  }
}
