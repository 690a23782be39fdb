import { assertNever } from '@/shared/assert-never';
import { calendarDate, formatDay, type CalendarDate } from '@/shared/calendar-date';
import { latestClock } from '@/domain/tickets/clock';
import type { ReviewEvent } from '@/domain/tickets/evolve-review';
import { informationClock, missingParties } from '@/domain/tickets/review-clocks';
import type { Ticket } from '@/domain/tickets/ticket';
import { contactOf, deciders, messages, planReaders, type MailContext, type MailWords } from './mail-parts';
import type { Message, Recipient } from './message';

const day = (on: CalendarDate) => formatDay(on);

/** A person of the State by id; in their absence those who decide for the plan, so that nothing is told to nobody. */
function stateReaders(personId: string | undefined, ctx: MailContext): Recipient[] {
  const person = ctx.recipients.statePeople.filter((p) => p.personId === personId);
  return person.length > 0 ? person : deciders(ctx);
}

/** The expert who has the review, else the Account Managers. */
const reviewers = (ticket: Ticket, ctx: MailContext) => stateReaders(ticket.sme?.personId, ctx);

/** What the duty to deliver (R16) asks of a side now; nothing of one that has delivered. */
function deliveryWords(ticket: Ticket, party: 'provider' | 'mco'): string {
  const clock = informationClock(ticket.clocks, party);
  if (clock === null || !missingParties(ticket.clocks).includes(party)) return 'You have delivered your information. You can add to it until HFS decides.';
  return `Deliver to HFS what it needs by ${day(clock.dueOn)}, with a person who knows the case (R16). HFS reads what you deliver later, too.`;
}

function begun(event: Extract<ReviewEvent, { type: 'ReviewBegun' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const subject = `HFS reviews: ${ticket.number}`;
  const silent = event.data.after === 'silence';
  const placed = `The Portal Team placed this ticket in Administrative Review${silent ? `, because ${ctx.planName} did not answer in time (D14)` : ''}.`;
  const decision = latestClock(ticket.clocks, 'hfs-decision');
  const aim = decision === null ? 'The time to decide begins when both sides have delivered, or their date has passed (R17).' : `HFS aims to decide by ${day(decision.dueOn)} (R17).`;
  return [
    ...messages('review-begun', [contactOf(ticket)], { subject, lines: [placed, deliveryWords(ticket, 'provider')] }, ticket, ctx),
    ...messages('review-begun', planReaders(ctx), { subject, lines: [placed, ...(silent ? ['You can still send your written answer until HFS decides. It counts as late.'] : []), deliveryWords(ticket, 'mco')] }, ticket, ctx),
    ...messages('review-begun', deciders(ctx), { subject: `To review: ${ticket.number}`, lines: [placed, aim] }, ticket, ctx),
  ];
}

function delivered(event: Extract<ReviewEvent, { type: 'InformationDelivered' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const provider = event.data.party === 'provider';
  const other = provider ? planReaders(ctx) : [contactOf(ticket)];
  const who = provider ? 'The provider' : ctx.planName;
  const words: MailWords = { subject: `Information for HFS delivered: ${ticket.number}`, lines: [`${who} delivered its information for the review by HFS (R16). You can read it in the portal.`] };
  return messages('information-delivered', [...other, ...reviewers(ticket, ctx)], words, ticket, ctx);
}

function asked(event: Extract<ReviewEvent, { type: 'QuestionAsked' }>, ticket: Ticket, ctx: MailContext): Message[] {
  const by = day(calendarDate(event.data.answerOn));
  const to = event.data.party === 'provider' ? [contactOf(ticket)] : planReaders(ctx);
  return messages('hfs-question', to, { subject: `HFS asks you, answer by ${by}: ${ticket.number}`, lines: ['HFS has a question about this ticket. Read and answer it in the portal.', `The answer is due ${by} (R17).`] }, ticket, ctx);
}

function shared(ticket: Ticket, ctx: MailContext): Message[] {
  const words: MailWords = { subject: `HFS has decided: ${ticket.number}`, lines: [`The Portal Team shared the decision of HFS on ${ticket.closedOn === null ? '' : day(ticket.closedOn)}. It is final, and the ticket is closed (R18).`, 'The decision and its reasons stand in the portal.'] };
  return messages('decision-shared', [contactOf(ticket), ...planReaders(ctx)], words, ticket, ctx);
}

/** Who is told of an event of the review by HFS, and in which words (R16 to R18). */
export function reviewMails(event: ReviewEvent, ticket: Ticket, ctx: MailContext): Message[] {
  const tell = (kind: Message['kind'], to: readonly Recipient[], subject: string, line: string) => messages(kind, to, { subject: `${subject}: ${ticket.number}`, lines: [line] }, ticket, ctx);
  switch (event.type) {
    case 'ReviewBegun': return begun(event, ticket, ctx);
    case 'DirectionAttached': return [];
    case 'InformationDelivered': return delivered(event, ticket, ctx);
    case 'SmeRecommended': return tell('sme-recommended', [ctx.recipients.portalTeam], 'Refer to an expert', 'The Account Manager recommends that you refer this review to a subject matter expert (R17). Why, stands in the portal.');
    case 'SmeReferred': return tell('sme-referred', stateReaders(event.data.sme.personId, ctx), 'Referred to you', 'The Portal Team referred this review to you. You give the HFS Decision, or return it (R17).');
    case 'SmeReturned': return tell('sme-returned', deciders(ctx), 'Returned by the expert', `${event.data.sme.name} returned this review to you without a decision. Why, stands in the portal.`);
    case 'ReviewReassigned': return tell('review-reassigned', stateReaders(event.data.to.personId, ctx), 'A review for you', 'This review was given to you. Why, stands in the portal.');
    case 'QuestionAsked': return asked(event, ticket, ctx);
    case 'QuestionAnswered': return tell('question-answered', stateReaders(event.data.askedById, ctx), 'Your question was answered', `${event.data.party === 'provider' ? 'The provider' : ctx.planName} answered the question that HFS had put to it.`);
    case 'HfsDecided': return tell('decision-given', [ctx.recipients.portalTeam], 'Decision to share', 'HFS gave its decision. Share it with the provider and the plan, or return it (R18).');
    case 'DecisionReturned': return tell('decision-returned', stateReaders(event.data.decidedById, ctx), 'Decision returned', 'The Portal Team returned your decision before it was shared. Why, stands in the portal.');
    case 'DecisionShared': return shared(ticket, ctx);
    default: return assertNever(event);
  }
}
