import type { Metadata } from 'next';
import { SelectField } from '@/ui/forms/select-field';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { WrittenNote } from '../parts/review-sections';
import { referToSmeAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Refer to an expert');
}

/** R17: the Portal Team names the expert. */
export default async function ReferPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const experts = page.reviewers?.filter((r) => r.role === 'sme') ?? [];
  const recommended = page.review?.desk?.recommended ?? null;
  return (
    <ActPage page={page} actor={actor} action="referToSme" title="Refer to an expert" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="referToSme"
        run={referToSmeAction.bind(null, page.ticketId)}
        button="Refer the review"
        meaning={
          <>
            {recommended !== null && <WrittenNote label="The recommendation" note={recommended} />}
            <p>The expert is told by e-mail, sees the whole ticket, and alone decides until the review is returned (R17). The provider and the plan do not learn who it is.</p>
          </>
        }
      >
        <SelectField name="smeId" label="Subject matter expert" emptyLabel="Choose" options={experts.map((e) => ({ value: e.personId, label: e.name }))} />
        <TextArea name="why" label="Why this person" rows={3} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
