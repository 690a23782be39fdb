import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { draftForm } from '../../../../forms/form-draft';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { returnDecisionAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Return the decision');
}

export default async function ReturnDecisionPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const draft = await draftForm(actor, 'returnDecision', page.ticketId);
  return (
    <ActPage page={page} actor={actor} action="returnDecision" title="Return the decision" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="returnDecision"
        run={returnDecisionAction.bind(null, page.ticketId)}
        button="Return it to HFS"
        draft={draft}
        meaning={<p>The ticket goes back to Administrative Review, and {page.review?.decision?.by ?? 'whoever decided'} is told by e-mail. HFS’s date to decide stays what it was. Neither side reads the decision, and neither is told of its return.</p>}
      >
        <TextArea name="reason" label="Why it is returned" hint="Say what is missing or unclear." rows={5} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
