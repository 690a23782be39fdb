import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CivilDate } from '@/ui/civil-date';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
import { Notice } from '@/ui/notice';
import { AppLink } from '@/ui/app-link';
import { draftForm } from '../../../../../forms/form-draft';
import { formFiles } from '../../../../../forms/form-files';
import { loadTicket, ticketTitle, type ActParams } from '../../load-ticket';
import { ActForm, ActPage } from '../../parts/act-page';
import { Typed } from '../../parts/plan-answer';
import { answerQuestionAction } from '../../review-actions';

type Props = ActParams & { params: Promise<{ ticketId: string; questionId: string }> };

export function generateMetadata(props: Props): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Answer HFS');
}

/** R17: the side that was asked answers HFS. */
export default async function QuestionPage(props: Props) {
  const { page, actor } = await loadTicket(props);
  const { questionId } = await props.params;
  const question = page.review?.questions.find((q) => q.questionId === questionId && q.isMine);
  if (question === undefined) notFound();
  const files = await formFiles(actor, 'answerQuestion', page.ticketId, `/tickets/${page.ticketId}/question/${questionId}`, await props.searchParams, questionId);
  const draft = await draftForm(actor, 'answerQuestion', page.ticketId, files.initial, questionId);
  return (
    <ActPage page={page} actor={actor} action="answerQuestion" title="Answer HFS">
      {question.isOpen ? (
        <ActForm
          page={page}
          actor={actor}
          action="answerQuestion"
          run={answerQuestionAction.bind(null, page.ticketId, questionId)}
          button="Send the answer"
          initial={files.initial}
          draft={draft}
          meaning={
            <>
              <div className="border-l-4 border-navy pl-4">
                <p className="text-ink-soft">{question.question.by} asks</p>
                <Typed>{question.question.text}</Typed>
              </div>
              {question.due !== null && (
                <p>
                  HFS needs the answer by <b><CivilDate date={question.due.due} /></b>. HFS and {actor.role === 'mco' ? 'the provider' : 'the plan'} read it.
                </p>
              )}
            </>
          }
        >
          <TextArea name="answer" label="Your answer" rows={8} maxCharacters={10_000} />
          <FilesField label="Files" optional files={files.field} />
        </ActForm>
      ) : (
        <Notice title="This question does not wait for an answer">
          <p>
            It was answered already, or HFS has decided. <AppLink href={`/tickets/${page.ticketId}`}>Back to the ticket</AppLink>
          </p>
        </Notice>
      )}
    </ActPage>
  );
}
