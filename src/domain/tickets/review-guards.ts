import { formatDay, isAfter, isBefore } from '@/shared/calendar-date';
import { latestClock } from './clock';
import type { Guard } from './guards';
import { openQuestions } from './review-clocks';
import type { Ticket } from './ticket';
import { responseClock } from './turn';

export type ReviewGuardName = 'reviewCanBegin' | 'reviewerDecides' | 'notReferred' | 'notRecommended' | 'smeRecommended' | 'referredToMe' | 'questionAwaitsMe';

function referredWords({ sme, smeReferredOn }: Ticket): string | null {
  if (sme === null) return null;
  return `This review was referred to ${sme.name}${smeReferredOn === null ? '' : ` on ${formatDay(smeReferredOn)}`}.`;
}

/** D14: was HFS alerted (R19) once the date in force was missed? An alert before it, such as of no contact, said less than that. */
export function isAlertedToSilence({ alertedOn, clocks }: Pick<Ticket, 'alertedOn' | 'clocks'>): boolean {
  const due = responseClock(clocks)?.dueOn;
  return alertedOn !== null && (due === undefined || isAfter(alertedOn, due));
}

function notAlertedWords(ticket: Ticket): string | null {
  const due = responseClock(ticket.clocks)?.dueOn;
  if (due === undefined || isAlertedToSilence(ticket)) return null;
  const before = ticket.alertedOn === null ? ', but HFS was not alerted yet. Alert HFS first' : `. HFS was alerted on ${formatDay(ticket.alertedOn)}, before the answer was overdue. Alert HFS that it is`;
  return `The answer was due ${formatDay(due)}${before} (R19, D14).`;
}

/** What may stand in the way of an act in the review by HFS (R16 to R18, D14). */
export const REVIEW_GUARDS: Record<ReviewGuardName, Guard> = {
  // D14: a silent plan's ticket; one whose review was requested can always be placed, early ones with a reason.
  reviewCanBegin: (ticket, ctx) => {
    if (ticket.status !== 'presented') return null;
    const due = responseClock(ticket.clocks)?.dueOn;
    if (due !== undefined && !isBefore(due, ctx.today)) return `The plan can answer until ${formatDay(due)}. Before that its ticket cannot be placed in review (D14).`;
    if (ticket.extensionState === 'pending') {
      const asked = latestClock(ticket.clocks, 'extension-decision')?.day0;
      return `A request for an extension${asked === undefined ? '' : ` of ${formatDay(asked)}`} waits for HFS’s decision (D14).`;
    }
    return notAlertedWords(ticket);
  },
  reviewerDecides: (ticket, _ctx, actor) => {
    if (actor.role === 'sme') return ticket.sme?.personId === actor.personId ? null : 'This review is not referred to you.';
    const referred = referredWords(ticket);
    return referred === null ? null : `${referred} Until it is returned, only the expert decides (R17).`;
  },
  notReferred: (ticket) => referredWords(ticket),
  notRecommended: ({ smeRecommendedOn }) =>
    smeRecommendedOn === null ? null : `An expert was recommended on ${formatDay(smeRecommendedOn)}. The Portal Team names the person (R17).`,
  smeRecommended: (ticket) => (ticket.smeRecommendedOn === null ? 'The Account Manager has not recommended an expert for this review (R17).' : null),
  referredToMe: (ticket, _ctx, actor) => (ticket.sme !== null && ticket.sme.personId === actor.personId ? null : 'This review is not referred to you.'),
  questionAwaitsMe: (ticket, _ctx, actor) => (openQuestions(ticket.clocks, actor.role).length > 0 ? null : 'No question of HFS waits for your answer.'),
};
