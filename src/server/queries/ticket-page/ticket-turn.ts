import { isPast } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { latestClock, type Clock } from '@/domain/tickets/clock';
import { openInformationClock } from '@/domain/tickets/request-guards';
import { shownTurnClock } from '@/domain/tickets/turn';
import { reviewTurn } from './review-turn';
import { dateView, type DateView } from './ticket-dates';
import { awaitsNotice, canDo, type PageContext } from './page-context';

/** Whose turn it is, by when, and in a sentence or two what that means. */
export type TurnView = { mine: boolean; title: string; texts: string[]; due: { lead: string; date: DateView } | null };

type Words = { mine: boolean; title: string; lead: string; texts: string[] };

/** While the plan's answer is awaited: what the provider owes the plan, and what HFS decides, come first for them. */
function ownClock(ctx: PageContext): Clock | null {
  if (canDo(ctx, 'provideInformation')) return openInformationClock(ctx.ticket.clocks);
  return canDo(ctx, 'decideExtension') ? latestClock(ctx.ticket.clocks, 'extension-decision') : null;
}

function presentedForProvider(ctx: PageContext, passed: boolean): Words {
  const { plan } = ctx;
  if (canDo(ctx, 'provideInformation'))
    return passed
      ? { mine: true, title: 'The plan still waits for your information', lead: 'It was due', texts: [] }
      : { mine: true, title: 'It is your turn', lead: 'Send it by', texts: [] };
  // D8: nothing is fined before HFS has decided the extension.
  const fine = ctx.ticket.extensionState === 'pending' ? 'No fine comes before HFS has decided the extension that was asked for (D8).' : 'HFS can fine it for the delay (R20).';
  return passed
    ? { mine: false, title: `${plan} has not answered in time`, lead: 'Its answer was due', texts: [`${plan} must still answer. ${fine} You need to do nothing.`] }
    : { mine: false, title: `It is ${plan}’s turn`, lead: 'It must answer by', texts: [`${plan} writes its answer here and may call you about it. You need to do nothing until then.`] };
}

function presentedForState(ctx: PageContext, passed: boolean): Words {
  const { plan } = ctx;
  if (canDo(ctx, 'decideExtension')) return { mine: true, title: 'Your turn: decide the extension', lead: passed ? 'HFS aimed to decide by' : 'HFS aims to decide by', texts: [] };
  return { mine: false, title: passed ? `${plan} has not answered in time` : `It is ${plan}’s turn`, lead: passed ? 'Its answer was due' : 'It must answer by', texts: [] };
}

/** The date of the turn where a page may show it. */
function turnDate(ctx: PageContext): DateView | null {
  const clock = ownClock(ctx) ?? shownTurnClock(ctx.ticket);
  if (clock === null) return null;
  // The State sees why it cannot close the ticket.
  return awaitsNotice(ctx) && (ctx.actor.role === 'provider' || ctx.actor.role === 'mco') ? null : dateView(clock, ctx);
}

function hasPassed(ctx: PageContext, date: DateView | null): boolean {
  return date !== null && isPast(ctx.today, date.due);
}

/** The statuses of a review have words of their own (`reviewTurn`); here they only keep the switches whole. */
const WITH_HFS = { mine: false, lead: '' };

/** Why the reply has no date. */
function noticeWords({ ticket }: PageContext): string {
  return `The notice of the answer has not reached ${ticket.contact.name} yet. The 5 business days to disagree begin when it does, or when ${ticket.contact.name} opens the answer here (D18).`;
}

/** The words for the provider, whose turn it is once the plan has answered. */
function providerWords(ctx: PageContext, passed: boolean): Words {
  const { plan, ticket } = ctx;
  switch (ticket.status) {
    case 'submitted':
      return { mine: false, title: 'The Portal Team is checking it', lead: 'Presents it by', texts: [`The Portal Team checks your complaint and presents it to ${plan}. You need to do nothing until then.`] };
    case 'presented':
      return presentedForProvider(ctx, passed);
    case 'responded':
      return passed
        ? { mine: canDo(ctx, 'contest'), title: 'You can still reply', lead: 'Reply was due by', texts: ['The time to disagree has ended. As long as the Portal Team has not closed the ticket, a reply is taken and marked late.'] }
        : { mine: canDo(ctx, 'contest'), title: 'It is your turn', lead: 'Reply by', texts: awaitsNotice(ctx) ? [noticeWords(ctx)] : [] };
    case 'contested':
      return canDo(ctx, 'requestReview')
        ? { mine: true, title: 'It is your turn', lead: 'Ask HFS to review by', texts: [] }
        : { mine: false, title: 'The time to ask for a review has ended', lead: 'Last day', texts: ['The Portal Team closes this ticket.'] };
    case 'review_requested':
    case 'administrative_review':
    case 'decided':
    case 'closed':
      return { ...WITH_HFS, title: 'This ticket is closed', texts: [] };
    default:
      return assertNever(ticket.status);
  }
}

function planWords(ctx: PageContext, passed: boolean): Words {
  const { ticket } = ctx;
  switch (ticket.status) {
    case 'submitted':
    case 'presented':
      return { mine: canDo(ctx, 'respond'), title: 'Your plan’s turn: send the written answer', lead: passed ? 'Was due' : 'Due', texts: [] };
    case 'responded':
      return passed
        ? { mine: false, title: 'The provider has not disagreed', lead: 'It could until', texts: ['The Portal Team closes the ticket. Until then a late disagreement is still taken.'] }
        : { mine: false, title: 'It is the provider’s turn', lead: 'It can disagree until', texts: ['You are told by e-mail what the provider decides.'] };
    case 'contested':
      return { mine: false, title: 'The provider disagrees', lead: passed ? 'A review could be asked for until' : 'It can ask HFS to review until', texts: [passed ? 'No review was asked for. The Portal Team closes the ticket.' : 'You can still talk to the provider’s contact: only that person can say that it is resolved.'] };
    case 'review_requested':
    case 'administrative_review':
    case 'decided':
    case 'closed':
      return { ...WITH_HFS, title: 'This ticket is closed', texts: [] };
    default:
      return assertNever(ticket.status);
  }
}

/** The words for the Portal Team, which presents and closes, and for HFS, which watches. */
function stateWords(ctx: PageContext, passed: boolean): Words {
  const { ticket, actor } = ctx;
  const isTeam = actor.role === 'portal_team';
  switch (ticket.status) {
    case 'submitted':
      return { mine: isTeam, title: isTeam ? 'Your turn: check it and present it' : 'The Portal Team is checking it', lead: passed ? 'Was due' : 'Due', texts: [] };
    case 'presented':
      return presentedForState(ctx, passed);
    case 'responded': {
      const failed = ticket.responseNotice === 'failed';
      if (canDo(ctx, 'closeNotContested')) return { mine: true, title: 'Your turn: close it, it was not contested', lead: 'The provider could disagree until', texts: [] };
      if (failed) return { mine: isTeam, title: isTeam ? 'Your turn: the notice of the answer was not delivered' : 'The notice of the answer was not delivered', lead: 'The provider could disagree until', texts: ['The notice of the answer could not be delivered and the contact has not opened the answer, so the time to disagree has not begun (D18).'] };
      return { mine: false, title: passed ? 'The provider has not disagreed' : 'It is the provider’s turn', lead: passed ? 'It could until' : 'It can disagree until', texts: passed ? ['The notice of the answer is not delivered yet, so the ticket cannot be closed (D18).'] : [] };
    }
    case 'contested':
      if (canDo(ctx, 'closeReviewNotRequested')) return { mine: true, title: 'Your turn: close it, no review was asked for', lead: 'The provider could ask until', texts: [] };
      return { mine: false, title: passed ? 'No review was asked for' : 'It is the provider’s turn', lead: passed ? 'It could be asked for until' : 'It can ask HFS to review until', texts: [] };
    case 'review_requested':
    case 'administrative_review':
    case 'decided':
    case 'closed':
      return { ...WITH_HFS, title: 'This ticket is closed', texts: [] };
    default:
      return assertNever(ticket.status);
  }
}

/** Whose turn it is for this reader; `mine` only where an act of theirs is offered and nothing is in its way. */
export function ticketTurn(ctx: PageContext): TurnView {
  const review = reviewTurn(ctx);
  if (review !== null) return review;
  const date = turnDate(ctx);
  const passed = hasPassed(ctx, date);
  const { role } = ctx.actor;
  const words = role === 'provider' ? providerWords(ctx, passed) : role === 'mco' ? planWords(ctx, passed) : stateWords(ctx, passed);
  const { lead, ...rest } = words;
  return { ...rest, due: date === null || ctx.ticket.status === 'closed' ? null : { lead, date } };
}
