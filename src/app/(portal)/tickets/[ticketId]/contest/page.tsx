import type { Metadata } from 'next';
import { isPast } from '@/domain/deadlines';
import { CivilDate } from '@/ui/civil-date';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
import { Notice } from '@/ui/notice';
import { contestAction } from '../actions';
import { draftForm } from '../../../../forms/form-draft';
import { formFiles } from '../../../../forms/form-files';
import { loadTicket, ticketTitle, type ActParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: ActParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Disagree');
}

export default async function ContestPage(props: ActParams) {
  const { page, actor } = await loadTicket(props);
  const files = await formFiles(actor, 'contest', page.ticketId, `/tickets/${page.ticketId}/contest`, await props.searchParams);
  const draft = await draftForm(actor, 'contest', page.ticketId, files.initial);
  const due = page.turn.due?.date.due;
  return (
    <ActPage page={page} actor={actor} action="contest" title="Disagree with the plan’s answer" hasActForm>
      {due !== undefined && isPast(page.today, due) && (
        <Notice tone="warn" title="This is late" className="mb-6">
          The last day to disagree was <CivilDate date={due} /> (R14). The ticket is not closed yet, so your disagreement is taken and marked late (D18).
        </Notice>
      )}
      <ActForm
        page={page}
        actor={actor}
        action="contest"
        run={contestAction.bind(null, page.ticketId)}
        button="Send my disagreement"
        initial={files.initial}
        draft={draft}
        meaning={
          <>
            <p>{page.facts.planShortName} and the Portal Team read what you write here. They are told by e-mail.</p>
            <p>You then have 30 days to ask HFS for a review (R15). You can ask in the same step.</p>
          </>
        }
      >
        <TextArea name="why" label="Why do you disagree?" hint="Say what is wrong in the answer, claim by claim where you can." rows={7} maxCharacters={5000} />
        <FilesField label="Files" hint="What shows that the answer is wrong, such as records or the contract." optional files={files.field} />
        <fieldset className="grid gap-4 border-t border-line pt-5">
          <legend className="sr-only">Review by HFS</legend>
          <CheckboxField card name="requestReview" label={<b>Ask HFS to review now</b>} hint="HFS looks at both sides and decides. Its decision is final (R18). You and the plan each have 30 days to send what HFS needs (R16)." />
          <TextArea name="whatToReview" label="What should HFS look at?" hint="Only if you ask for the review now." optional rows={5} maxCharacters={5000} />
        </fieldset>
      </ActForm>
    </ActPage>
  );
}
