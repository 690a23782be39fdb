import type { Metadata } from 'next';
import { closeNotContestedAction, closeReviewNotRequestedAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { offerOf } from '../parts/ticket-words';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Close');
}

export default async function ClosePage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const both = `${page.facts.contact.name} and ${page.facts.planShortName} are told by e-mail.`;
  if (offerOf(page, 'closeNotContested') !== undefined)
    return (
      <ActPage page={page} actor={actor} action="closeNotContested" title="Close: not contested" hasActForm>
        <ActForm
          page={page}
          actor={actor}
          action="closeNotContested"
          run={closeNotContestedAction.bind(null, page.ticketId)}
          button="Close: not contested"
          meaning={<p>The provider did not disagree with the answer within 5 business days (R14). The ticket is closed. {both}</p>}
        />
      </ActPage>
    );
  return (
    <ActPage page={page} actor={actor} action="closeReviewNotRequested" title="Close: no review requested" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="closeReviewNotRequested"
        run={closeReviewNotRequestedAction.bind(null, page.ticketId)}
        button="Close: no review requested"
        meaning={<p>The provider disagreed but did not ask HFS for a review within 30 days (R15, D13). The ticket is closed. {both}</p>}
      />
    </ActPage>
  );
}
