import type { AvailableAction } from '@/domain/tickets/available-actions';
import type { ClaimOutcome, Grounds } from '@/domain/tickets/ticket';
import type { Action } from '@/domain/tickets/transitions';
import type { TicketFacts, TicketPage } from '@/server/queries/get-ticket-page';

export const GROUNDS_WORDS: Record<Grounds, string> = {
  disagrees: 'Disagrees with the plan’s resolution',
  no_timely_response: 'Got no timely response from the plan',
};

export const OUTCOME_WORDS: Record<ClaimOutcome, string> = { will_pay: 'Will pay', will_pay_in_part: 'Will pay in part', upheld: 'Upheld' };
export const DECISION_WORDS = { upheld: 'Upheld', overturned: 'Overturned' } as const;

export function claimsWords(count: number): string {
  return count === 1 ? '1 claim' : `${count.toLocaleString('en-US')} claims`;
}

/** The provider with its facility, whose name often begins with the provider's own. */
function providerWords({ providerName, facilityName }: TicketFacts): string {
  if (facilityName === null) return providerName;
  return facilityName.startsWith(providerName) ? facilityName : `${providerName}, ${facilityName}`;
}

/** The heading of the ticket: for a provider the plan, for the others the provider. */
export function ticketHeading(facts: TicketFacts, forProvider: boolean): string {
  if (!forProvider) return providerWords(facts);
  return facts.claimCount === 0 ? `Complaint about ${facts.planName}` : `${claimsWords(facts.claimCount)} with ${facts.planName}`;
}

/** The offer of an action, refused or not; undefined where the reader has it not. */
export function offerOf(page: Pick<TicketPage, 'actions'>, action: Action): AvailableAction | undefined {
  return page.actions.find((a) => a.action === action);
}

export function isOpenTo(page: Pick<TicketPage, 'actions'>, action: Action): boolean {
  return offerOf(page, action)?.refused === null;
}
