import { assertNever } from '@/shared/assert-never';
import { compareDays, type CalendarDate } from '@/shared/calendar-date';
import { CLOSE_REASON_NAMES, type CloseReason, type Status } from './status';

/** The three groups of a provider's tickets, in this order. */
export const PROVIDER_GROUPS = ['mine', 'waiting', 'closed'] as const;
export type ProviderGroup = (typeof PROVIDER_GROUPS)[number];

type Where = { status: Exclude<Status, 'draft'>; closeReason: CloseReason | null; turnDueOn: CalendarDate | null; /** By when the provider owes something beside its turn. */ owesOn?: CalendarDate | null };

/** A review can be asked for by its date only (R15); after it the ticket waits for the Portal Team (D13). */
export function isReviewRequestOver({ status, turnDueOn }: Pick<Where, 'status' | 'turnDueOn'>, today: CalendarDate): boolean {
  return status === 'contested' && turnDueOn !== null && compareDays(today, turnDueOn) > 0;
}

export type ProviderTurn = { who: string; what: string };

/** Whose turn a ticket is, said to the provider: who, and what is awaited. */
export function providerTurn(ticket: Where, today: CalendarDate): ProviderTurn {
  if (ticket.owesOn !== undefined && ticket.owesOn !== null)
    return { who: 'You', what: ticket.status === 'presented' ? 'send the plan the information that it asked for' : 'send HFS what it asks for' };
  switch (ticket.status) {
    case 'submitted':
      return { who: 'Portal Team', what: 'checks it and presents it to the plan' };
    case 'presented':
      return { who: 'The plan', what: 'must answer' };
    case 'responded':
      return { who: 'You', what: 'agree or disagree with the answer' };
    case 'contested':
      return isReviewRequestOver(ticket, today) ? { who: 'Portal Team', what: 'closes it: no review was asked for' } : { who: 'You', what: 'can ask HFS to review' };
    case 'review_requested':
      return { who: 'HFS', what: 'prepares its review' };
    case 'administrative_review':
      return { who: 'HFS', what: 'reviews the dispute' };
    case 'decided':
      return { who: 'Portal Team', what: 'shares the decision' };
    case 'closed':
      return { who: 'Closed', what: ticket.closeReason === null ? '' : CLOSE_REASON_NAMES[ticket.closeReason] };
    default:
      return assertNever(ticket.status);
  }
}
