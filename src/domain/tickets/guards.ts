import { formatDay, compareDays, type CalendarDate } from '@/shared/calendar-date';
import { filingWindow, windowState } from './filing-window';
import type { Actor } from '@/domain/access/actor';
import type { Fine } from '@/domain/fines/fine';
import { latestClock, openResponseClock, RESPONSE_RULES } from './clock';
import { REVIEW_GUARDS, type ReviewGuardName } from './review-guards';
import { REQUEST_GUARDS } from './request-guards';
import { standingFine, type Ticket } from './ticket';

/** How a fine stands, and since when. */
function fineWords({ status, proposedOn, decidedOn }: Fine): string {
  return `This fine was ${status} on ${formatDay(decidedOn ?? proposedOn)}.`;
}

/** What a guard may know beside the ticket; everything here is loaded by the door, so guards stay pure. */
export type GuardContext = {
  today: CalendarDate;
  /** Has the plan that holds the ticket now anybody who can read a notice? */
  planHasStaff: boolean;
};

/** In words what stands in the way and since when; null when nothing does. */
export type Guard = (ticket: Ticket, ctx: GuardContext, actor: Actor) => string | null;

export type GuardName =
  | 'fitsFilingWindow'
  | 'planTakesTickets'
  | 'notYetAnswered'
  | 'withinReviewRequest'
  | 'contestLapsed'
  | 'noticeReceived'
  | 'reviewRequestLapsed'
  | 'fineProposed'
  | 'planHasStaff'
  | 'fineIssued'
  | 'neverAnswered'
  | 'noFineIssued'
  | 'notFinal'
  | 'requestIsOpen'
  | 'partiesFromPresentation'
  | ReviewGuardName
  | keyof typeof REQUEST_GUARDS;

export const GUARDS: Record<GuardName, Guard> = {
  ...REVIEW_GUARDS,
  // R4: after a correction the window may no longer fit; then only returning it is left.
  fitsFilingWindow: (ticket) => {
    const window = filingWindow(ticket.receivedByMcoOn);
    const state = windowState(window, ticket.firstReceivedOn);
    if (state === 'open') return null;
    const missed = state === 'premature' ? `before its filing window opened on ${formatDay(window.opensOn)}` : `after its filing window closed on ${formatDay(window.closesOn)}`;
    return `It was received on ${formatDay(ticket.firstReceivedOn)}, ${missed} (R4). Return it as closed.`;
  },
  planTakesTickets: (_ticket, ctx) =>
    ctx.planHasStaff ? null : 'Nobody at this plan can sign in, so nobody would see the ticket. Ask the plan for its staff first (R6).',
  notYetAnswered: (ticket) => {
    if (ticket.respondedOn !== null) return `The plan answered on ${formatDay(ticket.respondedOn)}.`;
    return openResponseClock(ticket.clocks) === null ? 'No answer of the plan is awaited on this ticket.' : null;
  },
  withinReviewRequest: (ticket, ctx) => {
    const clock = latestClock(ticket.clocks, 'review-request');
    if (clock !== null && compareDays(ctx.today, clock.dueOn) > 0)
      return `The last day to ask HFS for a review was ${formatDay(clock.dueOn)} (R15).`;
    return null;
  },
  contestLapsed: (ticket, ctx) => {
    const clock = latestClock(ticket.clocks, 'contest');
    if (clock === null || compareDays(ctx.today, clock.dueOn) > 0) return null;
    return `The provider can contest until ${formatDay(clock.dueOn)} (R14).`;
  },
  noticeReceived: (ticket) => {
    if (ticket.responseNotice === 'accepted' || ticket.responseNotice === 'seen') return null;
    const answered = ticket.respondedOn === null ? '' : `The plan answered on ${formatDay(ticket.respondedOn)}. `;
    return ticket.responseNotice === 'failed'
      ? `${answered}The notice of the plan’s answer could not be delivered, and the contact has not seen the answer. Send it again first (D18).`
      : `${answered}The notice of the plan’s answer is not delivered yet, and the contact has not seen the answer (D18).`;
  },
  reviewRequestLapsed: (ticket, ctx) => {
    const clock = latestClock(ticket.clocks, 'review-request');
    if (clock === null || compareDays(ctx.today, clock.dueOn) > 0) return null;
    return `The provider can ask HFS for a review until ${formatDay(clock.dueOn)} (R15).`;
  },
  fineProposed: (ticket) => {
    const fine = standingFine(ticket);
    if (fine === null) return 'No fine is proposed on this ticket.';
    return fine.status === 'proposed' ? null : fineWords(fine);
  },
  planHasStaff: (_ticket, ctx) =>
    ctx.planHasStaff ? null : 'Nobody at this plan can receive the notice (R21). The plan must name its staff first (R6).',
  fineIssued: (ticket) => {
    const fine = standingFine(ticket);
    if (fine?.status === 'issued') return null;
    return fine === null ? 'No fine was issued on this ticket.' : fineWords(fine);
  },
  // A ticket that was answered once belongs to the plan that answered it, even after it was opened again.
  neverAnswered: (ticket) => {
    const met = ticket.clocks.find((c) => RESPONSE_RULES.has(c.ruleId) && (c.endReason === 'met' || c.endReason === 'met_late'));
    const on = ticket.respondedOn ?? met?.endedOn ?? null;
    return on === null ? null : `The plan answered on ${formatDay(on)}, so the ticket stays with it.`;
  },
  noFineIssued: (ticket) => {
    const fine = standingFine(ticket);
    return fine?.status === 'issued' && fine.issuedOn !== null
      ? `A fine was issued to the plan on ${formatDay(fine.issuedOn)}. HFS must rescind it before the ticket can go to another plan (D11).`
      : null;
  },
  notFinal: (ticket) =>
    ticket.closeReason === 'hfs_decision' && ticket.closedOn !== null ? `HFS decided this ticket. The decision was shared on ${formatDay(ticket.closedOn)} and is final (R18).` : null,
  requestIsOpen: (ticket) =>
    ticket.clocks.some((c) => c.ruleId === 'portal-team-request' && c.endedOn === null) ? null : 'No question of the Portal Team is open on this ticket.',
  partiesFromPresentation: (ticket, _ctx, actor) =>
    (actor.role === 'provider' || actor.role === 'mco') && ticket.presentedOn === null
      ? 'You and the plan can write to each other here once the Portal Team has presented the ticket to the plan (R7).'
      : null,
  ...REQUEST_GUARDS,
};
