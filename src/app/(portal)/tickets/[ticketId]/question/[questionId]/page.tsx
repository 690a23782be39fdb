import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { HfsQuestionView } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
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

/** Why this question waits for no answer; null while it does. */
function closedWords({ isOpen, answer, due }: HfsQuestionView): ReactNode {
  if (isOpen) return null;
  if (answer !== null) return <>This question was answered already, by {answer.by}, on <ChicagoInstant at={answer.at} />.</>;
  return due?.ended ? <>Since <CivilDate date={due.ended.on} /> HFS no longer waits for this answer.</> : <>HFS no longer waits for this answer.</>;
}

function Question({ question: { question, due }, isPlan }: { question: HfsQuestionView; isPlan: boolean }) {
  return (
    <>
      <div className="border-l-4 border-navy pl-4">
        <p className="text-ink-soft">{question.by} asks</p>
        <Typed>{question.text}</Typed>
      </div>
      {due !== null && (
        <p>
          HFS needs the answer by <b><CivilDate date={due.due} /></b>. HFS and {isPlan ? 'the provider' : 'the plan'} read it.
        </p>
      )}
    </>
  );
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
    <ActPage page={page} actor={actor} action="answerQuestion" title="Answer HFS" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="answerQuestion"
        run={answerQuestionAction.bind(null, page.ticketId, questionId)}
        button="Send the answer"
        closed={closedWords(question)}
        initial={files.initial}
        draft={draft}
        meaning={<Question question={question} isPlan={actor.role === 'mco'} />}
      >
        <TextArea name="answer" label="Your answer" rows={8} maxCharacters={10_000} />
        <FilesField label="Files" optional files={files.field} />
      </ActForm>
    </ActPage>
  );
}
