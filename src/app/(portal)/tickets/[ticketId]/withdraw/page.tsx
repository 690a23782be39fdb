import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { draftForm } from '../../../../forms/form-draft';
import { withdrawAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Withdraw');
}

export default async function WithdrawPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const draft = await draftForm(actor, 'withdraw', page.ticketId);
  const isPresented = page.facts.status !== 'submitted';
  return (
    <ActPage page={page} actor={actor} action="withdraw" title="Withdraw this ticket" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="withdraw"
        run={withdrawAction.bind(null, page.ticketId)}
        button="Withdraw this ticket"
        draft={draft}
        meaning={
          <>
            <p>The ticket is closed as withdrawn. {isPresented ? `${page.facts.planShortName} and the Portal Team are` : 'The Portal Team is'} told by e-mail.</p>
            <p>
              <b>This cannot be undone.</b> A new complaint about the same dispute is only possible while its filing window is open (R4).
            </p>
          </>
        }
      >
        <TextArea name="reason" label="Why do you withdraw it?" rows={4} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
