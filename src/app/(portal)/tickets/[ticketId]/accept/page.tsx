import type { Metadata } from 'next';
import { CivilDate } from '@/ui/civil-date';
import { acceptAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { outcomeSentence } from '../parts/plan-answer';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Accept the answer');
}

export default async function AcceptPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const { answer, facts } = page;
  const outcome = outcomeSentence(page, facts.planShortName);
  return (
    <ActPage page={page} actor={actor} action="accept" title="Accept the plan’s answer" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="accept"
        run={acceptAction.bind(null, page.ticketId)}
        button="I agree: close the ticket"
        meaning={
          <>
            {outcome !== '' && <p>{outcome}</p>}
            {answer !== null && answer.resolveOn !== null && (
              <p>
                {facts.planShortName} resolves this by <b><CivilDate date={answer.resolveOn} /></b>.
              </p>
            )}
            <p>The ticket is closed as accepted. {facts.planShortName} and the Portal Team are told by e-mail.</p>
            <p>
              <b>This cannot be undone:</b> afterwards you cannot disagree with this answer any more.
            </p>
          </>
        }
      />
    </ActPage>
  );
}
