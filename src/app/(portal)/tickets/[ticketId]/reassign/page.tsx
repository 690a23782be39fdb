import type { Metadata } from 'next';
import { ROLE_NAMES } from '@/domain/access/actor';
import { SelectField } from '@/ui/forms/select-field';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { reassignReviewAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Reassign the review');
}

/** R17: another person of HFS takes the review over; from an expert to an expert, or back to the Account Manager. */
export default async function ReassignPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const referred = page.review?.desk?.referred ?? null;
  const people = page.reviewers?.filter((r) => referred !== null || r.role !== 'sme') ?? [];
  return (
    <ActPage page={page} actor={actor} action="reassignReview" title="Reassign the review" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="reassignReview"
        run={reassignReviewAction.bind(null, page.ticketId)}
        button="Reassign it"
        meaning={
          <p>
            {referred === null ? 'The person whom you choose is told by e-mail. An expert gets a review only after the Account Manager recommended it (R17).' : `The review is with ${referred.name}, who then sees the ticket no more. The person whom you choose is told by e-mail.`}
          </p>
        }
      >
        <SelectField name="reviewerId" label="Who takes it over" emptyLabel="Choose" options={people.map((p) => ({ value: p.personId, label: `${p.name}, ${ROLE_NAMES[p.role]}` }))} />
        <TextArea name="why" label="Why" rows={3} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
