import type { Metadata } from 'next';
import { TextField } from '@/ui/forms/text-field';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { correctResponseAction } from '../request-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Correct the direct contact');
}

export default async function DirectContactPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const { answer } = page;
  return (
    <ActPage page={page} actor={actor} action="correctResponse" title="Correct the direct contact" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="correctResponse"
        run={correctResponseAction.bind(null, page.ticketId)}
        button="Save the contact"
        meaning={<p>Only the contact of your answer can be corrected. {page.facts.contact.name} is told by e-mail, and the first version stays visible.</p>}
      >
        <TextField name="contactName" label="Name" autoComplete="name" defaultValue={answer?.contactName} />
        <TextField name="contactPhone" label="Phone" type="tel" autoComplete="tel" defaultValue={answer?.contactPhone} />
        <TextField name="contactEmail" label="E-mail" inputMode="email" autoComplete="email" defaultValue={answer?.contactEmail} />
      </ActForm>
    </ActPage>
  );
}
