import { latestClock } from '@/domain/tickets/clock';
import type { Status } from '@/domain/tickets/status';
import { shownTurnClock } from '@/domain/tickets/turn';
import { formatDayWithoutYear, type CalendarDate } from '@/shared/calendar-date';
import { isProvider, type PageContext } from './page-context';

/** One step of the line on top of the ticket; `end` is the last one, reached. */
export type StepView = { label: string; when: string | null; state: 'done' | 'now' | 'later' | 'end' };

type Reached = { label: string; on: CalendarDate | null };

/** The days on which a ticket came to each stage; null for what has not happened. */
function stages(ctx: PageContext): Record<'sent' | 'presented' | 'answered' | 'contested' | 'review', Reached> {
  const { ticket } = ctx;
  const own = isProvider(ctx);
  // A ticket that was opened again may be back before what it had come to.
  const isBefore = (...statuses: Status[]) => statuses.includes(ticket.status);
  return {
    sent: { label: own ? 'You sent it' : 'The provider sent it', on: ticket.receivedOn },
    presented: { label: 'Presented to the plan', on: ticket.presentedOn },
    answered: { label: 'The plan answered', on: ticket.respondedOn },
    contested: { label: own ? 'You disagreed' : 'The provider disagreed', on: isBefore('submitted', 'presented', 'responded') ? null : (latestClock(ticket.clocks, 'review-request')?.day0 ?? null) },
    review: { label: 'Review by HFS', on: isBefore('submitted', 'presented', 'responded', 'contested') ? null : (latestClock(ticket.clocks, 'review-information')?.day0 ?? null) },
  };
}

const done = ({ label, on }: Reached): StepView => ({ label, when: on === null ? null : formatDayWithoutYear(on), state: 'done' });

function closedSteps(ctx: PageContext): StepView[] {
  const reached = Object.values(stages(ctx)).filter((stage) => stage.on !== null);
  const { closedOn } = ctx.ticket;
  return [...reached.map(done), { label: 'Closed', when: closedOn === null ? null : formatDayWithoutYear(closedOn), state: 'end' }];
}

/** Where the ticket stands: what is done, what is now and by when, what may still come. */
export function ticketSteps(ctx: PageContext): StepView[] {
  const { ticket } = ctx;
  if (ticket.status === 'closed') return closedSteps(ctx);
  const own = isProvider(ctx);
  const s = stages(ctx);
  const due = shownTurnClock(ticket)?.dueOn;
  const by = (word: string) => (due === undefined ? null : `${word} ${formatDayWithoutYear(due)}`);
  const step = (reached: Reached, ahead: string, when: string | null, now: boolean): StepView =>
    reached.on === null ? { label: ahead, when: now ? when : null, state: now ? 'now' : 'later' } : done(reached);
  const reviewing = ticket.status === 'review_requested' || ticket.status === 'administrative_review' || ticket.status === 'decided';
  // D14: of a silent plan's ticket nobody asked for the review, and nobody can reply to an answer any more.
  const isUnasked = reviewing && s.contested.on === null;
  const reviewWhen = reviewing ? (s.review.on === null ? null : `${isUnasked ? 'since' : 'asked'} ${formatDayWithoutYear(s.review.on)}`) : ticket.status === 'contested' ? by('ask by') : own ? 'only if you ask' : 'only if asked for';
  return [
    done(s.sent),
    step(s.presented, 'Presented to the plan', by('by'), ticket.status === 'submitted'),
    step(s.answered, 'The plan answers', by('by'), ticket.status === 'presented'),
    ...(isUnasked ? [] : [step(s.contested, own ? 'You reply' : 'The provider replies', by('by'), ticket.status === 'responded')]),
    { label: 'HFS reviews', when: reviewWhen, state: reviewing || ticket.status === 'contested' ? 'now' : 'later' },
    { label: 'Closed', when: null, state: 'later' },
  ];
}
