import type { AvailableAction } from '@/domain/tickets/available-actions';
import type { Action } from '@/domain/tickets/transitions';
import type { TicketFacts, TicketPage } from '@/server/queries/get-ticket-page';

export { DECISION_WORDS, GROUNDS_WORDS, OUTCOME_WORDS } from '@/domain/tickets/answer-words';

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
