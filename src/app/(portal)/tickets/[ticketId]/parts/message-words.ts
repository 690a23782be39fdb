import type { PersonActor } from '@/domain/access/actor';
import type { MessageReaders } from '@/domain/tickets/conversation';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import type { Choice } from '@/ui/forms/radio-choices';

const STATE = 'the Portal Team and HFS';

/** Who reads a message, as this reader would say it. */
export function seenBy(to: MessageReaders, page: Pick<TicketPage, 'facts'>, actor: PersonActor): string {
  const provider = actor.role === 'provider' ? 'your organization' : page.facts.providerName;
  const plan = actor.role === 'mco' ? 'your plan' : page.facts.planShortName;
  switch (to) {
    case 'parties': return `${provider}, ${plan}, ${STATE}`;
    case 'provider': return `${provider}, ${STATE}`;
    case 'mco': return `${plan}, ${STATE}`;
    case 'state': return STATE;
  }
}

const TOLD = 'told by e-mail that there is a message, without its words.';

/** What the State chooses from, with who will see it and who is told. */
export function readerChoices(choices: readonly MessageReaders[], { facts }: Pick<TicketPage, 'facts'>): Choice[] {
  const words: Record<MessageReaders, Omit<Choice, 'value'>> = {
    parties: { label: 'The provider and the plan', hint: `${facts.contact.name} and ${facts.planShortName} are ${TOLD}` },
    provider: { label: 'The provider only', hint: `${facts.contact.name} is ${TOLD} The plan does not see it.` },
    mco: { label: 'The plan only', hint: `${facts.planShortName} is ${TOLD} The provider does not see it.` },
    state: { label: 'Only the State: an internal note', hint: 'The Portal Team and HFS read it, the provider and the plan never do.' },
  };
  return choices.map((value) => ({ value, ...words[value] }));
}

/** What a party is told before it sends: there is no choice of readers (R7). */
export function partyWords({ facts }: Pick<TicketPage, 'facts'>, actor: PersonActor): string {
  const other = actor.role === 'provider' ? facts.planShortName : facts.contact.name;
  const readers = actor.role === 'provider' ? facts.planShortName : facts.providerName;
  return `${readers} and ${actor.role === 'provider' ? 'your organization' : 'your plan'} see this message; the Portal Team and HFS can read it. ${other} is ${TOLD}`;
}
