import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { draftForm } from '../../../../forms/form-draft';
import { confirmResolvedAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Say that it is resolved');
}

export default async function ResolvedPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const draft = await draftForm(actor, 'confirmResolved', page.ticketId);
  return (
    <ActPage page={page} actor={actor} action="confirmResolved" title="Say that it is resolved" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="confirmResolved"
        run={confirmResolvedAction.bind(null, page.ticketId)}
        button="It is resolved: close the ticket"
        draft={draft}
        meaning={
          <>
            <p>Do this only when the dispute is settled: paid, corrected or otherwise done. Nobody but you can say so (R7).</p>
            <p>The ticket is closed as resolved. {page.facts.planShortName} and the Portal Team are told by e-mail.</p>
            <p>
              <b>This cannot be undone.</b>
            </p>
          </>
        }
      >
        <TextArea name="how" label="How was it resolved?" hint="Such as: paid in full on November 20." rows={4} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
