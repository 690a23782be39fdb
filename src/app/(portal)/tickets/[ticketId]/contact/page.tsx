import type { Metadata } from 'next';
import { getContactChoices } from '@/server/queries/ticket-page/contact-change';
import { changeContactAction } from '../request-actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { ContactFields } from '../parts/contact-change';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Change the contact');
}

export default async function ContactPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const people = await getContactChoices(actor, page.ticketId);
  const { contact, status } = page.facts;
  return (
    <ActPage page={page} actor={actor} action="changeProviderContact" title="Change the provider contact" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="changeProviderContact"
        run={changeContactAction.bind(null, page.ticketId)}
        button="Change the contact"
        meaning={
          <p>
            {contact.name} is the contact now. From the change on only the new contact can accept the answer, say that it is resolved, or withdraw the ticket (R7).{' '}
            {status === 'submitted' ? 'The new contact is told by e-mail.' : 'The plan and the new contact are told by e-mail.'}
          </p>
        }
      >
        <ContactFields people={people} me={null} />
      </ActForm>
    </ActPage>
  );
}
