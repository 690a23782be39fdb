import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { QuestionView, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { FilesField } from '@/ui/forms/files-field';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { Panel, PanelBody, PanelFoot } from '@/ui/panel';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { DueBadge } from '@/ui/ticket/due-badge';
import { formFiles } from '../../../../forms/form-files';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { answerPortalTeamAction } from '../talk-actions';
import { Typed } from './plan-answer';

type Props = { page: TicketPage; actor: PersonActor; kept?: string };
type QuestionProps = Props & { question: QuestionView };

async function AnswerForm({ page, actor, question, kept }: QuestionProps) {
  const files = await formFiles(actor, 'answerPortalTeam', page.ticketId, `/tickets/${page.ticketId}`, { kept }, question.questionId);
  return (
    <ActionForm action={answerPortalTeamAction.bind(null, page.ticketId, question.questionId)} prefix={`q-${question.questionId.slice(0, 8)}`} label="Answer the Portal Team" initial={files.initial} className="grid gap-4">
      <FormKey commandKey={issueFormKey(actor, ticketPurpose('answerPortalTeam', page.ticketId))} version={page.eventCount} />
      <TextArea name="answer" label="Your answer" hint="The Portal Team and HFS read it. The provider does not." rows={4} maxCharacters={5000} />
      <FilesField label="Files" optional files={files.field} />
      <div>
        <SubmitButton>Send the answer</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Answer({ answer }: { answer: NonNullable<QuestionView['answer']> }) {
  return (
    <div className="mt-4 border-l-4 border-line pl-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b>{answer.by}</b>
        <span className="text-ink-soft">
          <ChicagoInstant at={answer.at} />
        </span>
        {answer.late && <StatusTag tone="late">Late</StatusTag>}
      </p>
      <Typed className="mt-1">{answer.text}</Typed>
    </div>
  );
}

function dateWords({ question, page }: QuestionProps) {
  const { due, answer } = question;
  if (due === null || answer !== null) return null;
  if (due.ended !== null) return <span className="text-ink-soft">Nothing to answer any more</span>;
  return (
    <span>
      Answer by <DueBadge due={due.due} today={page.today} kind={due.kind} soon={due.soon} />
    </span>
  );
}

function Question(props: QuestionProps) {
  const { question } = props;
  return (
    <li>
      <Panel className="avoid-break">
        <PanelBody>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="text-ink-soft">
              {question.by}, <ChicagoInstant at={question.at} />
            </span>
            <span className="flex flex-wrap items-baseline gap-2">
              {question.isNew && <StatusTag tone="turn">New</StatusTag>}
              {dateWords(props)}
            </span>
          </p>
          <Typed className="mt-2 text-lead">{question.question}</Typed>
          {question.answer !== null && <Answer answer={question.answer} />}
        </PanelBody>
        {question.canAnswer && (
          <PanelFoot>
            <AnswerForm {...props} />
          </PanelFoot>
        )}
      </Panel>
    </li>
  );
}

/** R29: what the Portal Team asks the plan about this ticket; the provider reads none of it. */
export function QuestionsSection({ page, actor, kept }: Props) {
  const { questions } = page.conversation;
  if (questions.length === 0) return null;
  const open = questions.filter((q) => q.answer === null && q.due?.ended === null).length;
  return (
    <Section id="questions" title="Questions of the Portal Team" aside={open === 0 ? undefined : `${open} open`}>
      <ul className="grid gap-4">
        {questions.map((question) => (
          <Question key={question.questionId} question={question} page={page} actor={actor} kept={kept} />
        ))}
      </ul>
    </Section>
  );
}
