import type { Metadata } from 'next';
import { DateField } from '@/ui/forms/date-field';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { askMcoAction } from '../talk-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Ask the plan');
}

export default async function AskPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  return (
    <ActPage page={page} actor={actor} action="askMco" title="Ask the plan a question" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="askMco"
        run={askMcoAction.bind(null, page.ticketId)}
        button="Send the question"
        meaning={<p>{page.facts.planName} reads the question on this ticket and answers it there (R29). It is told by e-mail, without your words. The provider sees neither the question nor the answer.</p>}
      >
        <TextArea name="question" label="Question" rows={5} maxCharacters={5000} />
        <DateField name="answerOn" legend="Answer by" hint="Today or a later day." />
      </ActForm>
    </ActPage>
  );
}
