import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { returnFromSmeAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Return the review');
}

export default async function ReturnReviewPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  return (
    <ActPage page={page} actor={actor} action="returnFromSme" title="Return the review" hasActForm>
      <ActForm page={page} actor={actor} action="returnFromSme" run={returnFromSmeAction.bind(null, page.ticketId)} button="Return it to the Account Manager" meaning={<p>The Account Manager of {page.facts.planShortName} is told by e-mail and decides, or recommends another expert. You will not see this ticket any more.</p>}>
        <TextArea name="why" label="Why you return it" rows={5} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
