import { isPast } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { shownTurnClock } from '@/domain/tickets/turn';
import { awaitsNotice, canDo, type PageContext } from './page-context';

/** "What happens next", as a condition and what follows from it. */
export type NextStep = { title: string; text: string };

/** The Portal Team closes what is left alone, once its time has passed. */
function closesWords(ctx: PageContext): string {
  if (awaitsNotice(ctx)) return `The Portal Team cannot close the ticket before the notice has reached ${ctx.ticket.contact.name} and 5 business days have passed (D18).`;
  const due = shownTurnClock(ctx.ticket)?.dueOn;
  return due === undefined || isPast(ctx.today, due) ? 'The Portal Team closes the ticket.' : `The Portal Team closes the ticket after ${formatDay(due)}.`;
}

/** What the provider can expect, status by status. */
function providerNext(ctx: PageContext, resolveOn: CalendarDate | null): NextStep[] {
  const { plan, ticket } = ctx;
  switch (ticket.status) {
    case 'submitted':
      return [
        { title: 'If all is there', text: `The Portal Team presents it to ${plan}. The plan then has 30 days to answer (R8).` },
        { title: 'If something is missing', text: 'The Portal Team closes it and says what is missing. You can then file again (D17).' },
      ];
    case 'presented':
      return [
        { title: `${plan} answers`, text: 'You are told by e-mail. You then have 5 business days to disagree (R14).' },
        { title: `${plan} may call`, text: `It talks to ${ticket.contact.name} directly (R7).` },
        { title: 'If it is settled before', text: `Only ${ticket.contact.name} can say so here. The ticket is then closed.` },
      ];
    case 'responded':
      return [
        { title: 'If you agree', text: resolveOn === null ? 'The ticket closes.' : `The ticket closes. ${plan} resolves it by ${formatDay(resolveOn)}.` },
        { title: 'If you disagree', text: 'You have 30 days to ask HFS for a review. You can ask in the same step. HFS’s decision is final.' },
        { title: 'If you do nothing', text: closesWords(ctx) },
      ];
    case 'contested':
      return [
        ...(canDo(ctx, 'requestReview') ? [{ title: 'If you ask for a review', text: 'You and the plan each have 30 days to send HFS what it needs. HFS’s decision is final (R16, R18).' }] : []),
        { title: 'If you do nothing', text: `${closesWords(ctx)} No review then follows (D13).` },
        { title: 'If it is settled', text: `Only ${ticket.contact.name} can say so here. The ticket is then closed.` },
      ];
    case 'review_requested':
      return [
        { title: 'Both sides deliver', text: `You and ${plan} each tell HFS what it needs (R16).` },
        { title: 'HFS reviews', text: 'The Portal Team places the ticket in Administrative Review. HFS may ask you and the plan for more.' },
        { title: 'HFS decides', text: 'The Portal Team shares the decision with you and the plan. It is final (R18).' },
      ];
    case 'administrative_review':
      return [
        { title: 'HFS may ask', text: 'You are told by e-mail when HFS has a question for you.' },
        { title: 'HFS decides', text: 'The Portal Team shares the decision with you and the plan. It is final (R18).' },
        { title: 'If it is settled before', text: `Only ${ticket.contact.name} can say so here. The ticket is then closed.` },
      ];
    case 'decided':
      return [{ title: 'The decision is shared', text: 'You are told by e-mail and read it here. It is final (R18).' }];
    case 'closed':
      return [];
    default:
      return assertNever(ticket.status);
  }
}

/** What the provider can expect next; the other roles read their own duties instead. */
export function ticketNext(ctx: PageContext, resolveOn: CalendarDate | null): NextStep[] {
  return ctx.actor.role === 'provider' ? providerNext(ctx, resolveOn) : [];
}
