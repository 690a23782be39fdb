import type { Metadata } from 'next';
import { DateField } from '@/ui/forms/date-field';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { TextArea } from '@/ui/forms/text-area';
import { draftForm } from '../../../../forms/form-draft';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { askPartyAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Ask a side');
}

/** R17: HFS asks one side, and sets the day by which it needs the answer. */
export default async function AskPartyPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const draft = await draftForm(actor, 'askParty', page.ticketId);
  return (
    <ActPage page={page} actor={actor} action="askParty" title="Ask the provider or the plan" hasActForm>
      <ActForm page={page} actor={actor} action="askParty" run={askPartyAction.bind(null, page.ticketId)} button="Send the question" draft={draft} meaning={<p>Whom you ask is told by e-mail. Both sides read the question and the answer. The question does not stop HFS’s own 30 days to decide.</p>}>
        <RadioChoices
          name="party"
          legend="Whom do you ask?"
          columns="phone"
          choices={[
            { value: 'provider', label: 'The provider', hint: page.facts.contact.name },
            { value: 'mco', label: 'The plan', hint: page.facts.planShortName },
          ]}
        />
        <TextArea name="question" label="Your question" rows={6} maxCharacters={5000} />
        <DateField name="answerOn" legend="You need the answer by" hint="Today at the earliest." />
      </ActForm>
    </ActPage>
  );
}
