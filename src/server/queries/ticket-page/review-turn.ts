import { formatDay, type CalendarDate } from '@/shared/calendar-date';
import { latestClock, type Clock } from '@/domain/tickets/clock';
import { awaitedParties, informationClock, missingParties, openQuestions, type ReviewParty } from '@/domain/tickets/review-clocks';
import { openResponseClock } from '@/domain/tickets/clock';
import { isPast } from '@/domain/deadlines';
import type { TurnView } from './ticket-turn';
import { dateView } from './ticket-dates';
import { canDo, type PageContext } from './page-context';

const IN_REVIEW: ReadonlySet<string> = new Set(['review_requested', 'administrative_review', 'decided']);

type Turn = { mine: boolean; title: string; texts: string[]; lead?: string; clock?: Clock | null };

function view(turn: Turn, ctx: PageContext): TurnView {
  const { clock = null, lead = 'Due', ...words } = turn;
  return { ...words, due: clock === null ? null : { lead, date: dateView(clock, ctx) } };
}

const due = (lead: string, passed: string, clock: Clock, today: CalendarDate) => (isPast(today, clock.dueOn) ? passed : lead);

/** HFS's own aim, once it runs; before that nobody can name a day. */
function aim(ctx: PageContext): Pick<Turn, 'lead' | 'clock'> {
  const clock = latestClock(ctx.ticket.clocks, 'hfs-decision');
  return clock?.endedOn !== null ? {} : { lead: due('HFS aims to decide by', 'HFS aimed to decide by', clock, ctx.today), clock };
}

/** What a side still owes HFS: a question first, then its information, then a silent plan's answer (R16, R17, D14). */
function partyDuty(ctx: PageContext, party: ReviewParty): Turn | null {
  const { clocks } = ctx.ticket;
  const [question] = openQuestions(clocks, party);
  if (question !== undefined) return { mine: true, title: 'Your turn: HFS asks you a question', texts: [], lead: due('Answer by', 'Answer was due', question, ctx.today), clock: question };
  const information = informationClock(clocks, party);
  const owed = information !== null && information.endedOn === null;
  const answer = party === 'mco' ? openResponseClock(clocks) : null;
  if (answer !== null && canDo(ctx, 'respond')) {
    const until = isPast(ctx.today, answer.dueOn) ? 'You can send it until HFS decides; it counts as late (D14).' : 'You can send it until HFS decides.';
    const also = owed ? [`HFS also waits for your information, due ${formatDay(information.dueOn)} (R16).`] : [];
    return { mine: true, title: 'Your plan’s turn: the written answer is still missing', texts: [`HFS reviews this ticket without an answer. ${until}`, ...also], lead: due('Due', 'Was due', answer, ctx.today), clock: answer };
  }
  return owed ? { mine: true, title: 'Your turn: send HFS what it needs', texts: [], lead: due('Due', 'Was due', information, ctx.today), clock: information } : null;
}

const OTHER: Record<ReviewParty, string> = { provider: 'the plan', mco: 'the provider' };

function partyTurn(ctx: PageContext, party: ReviewParty): Turn {
  const { status } = ctx.ticket;
  if (status === 'decided') return { mine: false, title: 'HFS has decided', texts: ['The Portal Team is about to share the decision.'] };
  const duty = partyDuty(ctx, party);
  if (duty !== null) return duty;
  if (status === 'administrative_review') return { mine: false, title: 'HFS is reviewing', texts: ['HFS decides, and its decision is final (R18). You can add information until then.'], ...aim(ctx) };
  const awaited = awaitedParties(ctx.ticket.clocks, ctx.today);
  const [other] = awaited;
  return {
    mine: false,
    title: other === undefined ? 'HFS is about to review' : `You have delivered. It is ${OTHER[party]}’s turn`,
    texts: [other === undefined ? 'The Portal Team places the ticket in Administrative Review.' : 'Then the Portal Team places the ticket in Administrative Review. You can add information until HFS decides.'],
    ...(other !== undefined && { lead: 'It delivers by', clock: informationClock(ctx.ticket.clocks, other) }),
  };
}

const SIDE_WORDS: Record<ReviewParty, string> = { provider: 'the provider', mco: 'the plan' };
const sides = (parties: readonly ReviewParty[]) => parties.map((p) => SIDE_WORDS[p]).join(' and ');

function missingWords(ctx: PageContext): string[] {
  const missing = missingParties(ctx.ticket.clocks);
  return missing.length === 0 ? ['Both sides have delivered their information (R16).'] : [`Not delivered yet: ${sides(missing)} (R16).`];
}

function requestedTurn(ctx: PageContext): Turn {
  const awaited = awaitedParties(ctx.ticket.clocks, ctx.today);
  const clock = informationClock(ctx.ticket.clocks, awaited[0] ?? 'provider');
  if (awaited.length > 0) return { mine: false, title: `It is the turn of ${sides(awaited)}`, texts: [`HFS’s review begins when both have delivered, or after that day.`], lead: 'Information due', clock };
  const isTeam = ctx.actor.role === 'portal_team';
  return { mine: isTeam, title: isTeam ? 'Your turn: place it in Administrative Review' : 'The Portal Team places it in Administrative Review', texts: missingWords(ctx) };
}

function stateTurn(ctx: PageContext): Turn {
  const { ticket, actor } = ctx;
  switch (ticket.status) {
    case 'decided': {
      const isTeam = actor.role === 'portal_team';
      return { mine: isTeam, title: isTeam ? 'Your turn: share the decision' : 'HFS has decided', texts: isTeam ? ['Once shared, it is final (R18).'] : ['The Portal Team is about to share the decision.'] };
    }
    case 'administrative_review': {
      if (actor.role === 'portal_team' && ticket.smeRecommendedOn !== null && ticket.sme === null)
        return { mine: true, title: 'Your turn: name an expert for the review', texts: ['The Account Manager recommends that a subject matter expert decides (R17).'] };
      const with_ = ticket.sme === null ? 'HFS is reviewing' : `${ticket.sme.name} is reviewing`;
      return { mine: canDo(ctx, 'decide'), title: canDo(ctx, 'decide') ? 'Your turn: give the HFS Decision' : with_, texts: missingWords(ctx), ...aim(ctx), ...(canDo(ctx, 'decide') && { lead: 'Aim' }) };
    }
    default:
      return requestedTurn(ctx);
  }
}

/** Whose turn it is while HFS is asked to review, reviews or has decided; null in every other status. */
export function reviewTurn(ctx: PageContext): TurnView | null {
  if (!IN_REVIEW.has(ctx.ticket.status)) return null;
  const { role } = ctx.actor;
  return view(role === 'provider' || role === 'mco' ? partyTurn(ctx, role) : stateTurn(ctx), ctx);
}
