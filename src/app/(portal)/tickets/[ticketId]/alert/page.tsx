import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { alertHfsAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Alert HFS');
}

export default async function AlertPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  return (
    <ActPage page={page} actor={actor} action="alertHfs" title="Alert HFS" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="alertHfs"
        run={alertHfsAction.bind(null, page.ticketId)}
        button="Alert HFS"
        meaning={<p>The Account Manager of {page.facts.planShortName} and Administration are told by e-mail that this ticket needs a look (R19). They read your words here; the provider and the plan do not.</p>}
      >
        <TextArea name="what" label="What happened?" hint="Such as: no answer since the due date, no reply to two calls." rows={5} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
