import type { Metadata } from 'next';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
import { requestReviewAction } from '../actions';
import { draftForm } from '../../../../forms/form-draft';
import { formFiles } from '../../../../forms/form-files';
import { loadTicket, ticketTitle, type ActParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: ActParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Ask HFS to review');
}

export default async function ReviewPage(props: ActParams) {
  const { page, actor } = await loadTicket(props);
  const files = await formFiles(actor, 'requestReview', page.ticketId, `/tickets/${page.ticketId}/review`, await props.searchParams);
  const draft = await draftForm(actor, 'requestReview', page.ticketId, files.initial);
  return (
    <ActPage page={page} actor={actor} action="requestReview" title="Ask HFS to review" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="requestReview"
        run={requestReviewAction.bind(null, page.ticketId)}
        button="Ask HFS to review"
        initial={files.initial}
        draft={draft}
        meaning={
          <>
            <p>HFS looks at both sides and decides. Its decision is final (R18).</p>
            <p>From today on you and {page.facts.planShortName} each have 30 days to send HFS what it needs (R16). The plan, the Portal Team and HFS are told by e-mail.</p>
          </>
        }
      >
        <TextArea name="whatToReview" label="What should HFS look at?" rows={7} maxCharacters={5000} />
        <FilesField label="Files" optional files={files.field} />
      </ActForm>
    </ActPage>
  );
}
