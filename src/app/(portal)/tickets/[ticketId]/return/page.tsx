import type { Metadata } from 'next';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { CivilDate } from '@/ui/civil-date';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { TextArea } from '@/ui/forms/text-area';
import { draftForm } from '../../../../forms/form-draft';
import { returnAsClosedAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { WhyFollowing } from '../parts/following-date';

const OTHER_REASONS = [
  { value: 'out_of_scope', label: 'Out of scope', hint: 'The portal cannot help with this kind of issue.' },
  { value: 'duplicate', label: 'Duplicate', hint: 'The same complaint is in the portal already.' },
  { value: 'premature', label: 'Filed too early', hint: 'It came before day 30 (R4).' },
  { value: 'untimely', label: 'Filed too late', hint: 'It came after day 60 (R4).' },
] as const;

function reasonsOf({ following: { returnAsClosed: refiling } }: TicketPage) {
  const until = refiling === undefined ? 'Within 5 business days' : <>Until <CivilDate date={refiling.due} /></>;
  return [{ value: 'incomplete', label: 'Incomplete', hint: <>The provider can file it again. {until} it keeps its first date (D17).</> }, ...OTHER_REASONS];
}

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Return as closed');
}

export default async function ReturnPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const draft = await draftForm(actor, 'returnAsClosed', page.ticketId);
  return (
    <ActPage page={page} actor={actor} action="returnAsClosed" title="Return as closed" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="returnAsClosed"
        run={returnAsClosedAction.bind(null, page.ticketId)}
        button="Return it as closed"
        draft={draft}
        meaning={
          <p>
            The ticket is closed and never presented to {page.facts.planShortName}. {page.facts.contact.name} is told by e-mail and reads your words on the ticket’s page.
          </p>
        }
      >
        <RadioChoices name="closeReason" legend="Why is it returned?" choices={reasonsOf(page)} />
        <WhyFollowing page={page} of="returnAsClosed" summary="Why this date for filing again?" />
        <TextArea name="reason" label="What you tell the provider" hint="Say what is missing or wrong, and what the provider can do." rows={5} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
