import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { requestReviewAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Ask HFS to review');
}

export default async function ReviewPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  return (
    <ActPage page={page} actor={actor} action="requestReview" title="Ask HFS to review" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="requestReview"
        run={requestReviewAction.bind(null, page.ticketId)}
        button="Ask HFS to review"
        meaning={
          <>
            <p>HFS looks at both sides and decides. Its decision is final (R18).</p>
            <p>From today on you and {page.facts.planShortName} each have 30 days to send HFS what it needs (R16). The plan, the Portal Team and HFS are told by e-mail.</p>
          </>
        }
      >
        <TextArea name="whatToReview" label="What should HFS look at?" rows={7} maxCharacters={5000} />
      </ActForm>
    </ActPage>
  );
}
