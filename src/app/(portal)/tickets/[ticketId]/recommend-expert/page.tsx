import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { recommendSmeAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Recommend an expert');
}

/** R17: the Account Manager recommends that the Portal Team refer the review to an expert. */
export default async function RecommendPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  return (
    <ActPage page={page} actor={actor} action="recommendSme" title="Recommend a subject matter expert" hasActForm>
      <ActForm page={page} actor={actor} action="recommendSme" run={recommendSmeAction.bind(null, page.ticketId)} button="Send the recommendation" meaning={<p>The Portal Team names the expert. Until then you can still decide yourself; from then on only the expert decides (R17). The provider and the plan do not read this.</p>}>
        <TextArea name="why" label="Why an expert" hint="Say which knowledge the decision needs, and whom you would ask." rows={5} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
