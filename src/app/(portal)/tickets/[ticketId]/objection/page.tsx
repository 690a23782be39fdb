import type { Metadata } from 'next';
import { TextArea } from '@/ui/forms/text-area';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { objectToFineAction } from '../request-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Object to the fine');
}

export default async function ObjectionPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const fine = page.fines.find((f) => f.status === 'issued');
  return (
    <ActPage page={page} actor={actor} action="objectToFine" title="Object to the fine" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="objectToFine"
        run={objectToFineAction.bind(null, page.ticketId)}
        button="Send the objection"
        meaning={
          <>
            {fine !== undefined && (
              <p>
                The fine is <b><Money cents={fine.amountCents} /></b>. The answer was due <CivilDate date={fine.dueOn} />.
              </p>
            )}
            <p>HFS reads your objection and decides whether the fine stays. Until then it stands. You can object once.</p>
          </>
        }
      >
        <TextArea name="why" label="Why do you object?" rows={7} maxCharacters={5000} />
      </ActForm>
    </ActPage>
  );
}
