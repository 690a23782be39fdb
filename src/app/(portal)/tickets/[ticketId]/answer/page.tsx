import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isPast } from '@/domain/deadlines';
import { parseCalendarDate } from '@/shared/calendar-date';
import { issueFormKey } from '@/server/auth/form-key';
import type { AnswerCheck } from '@/server/queries/get-answer-check';
import { getWaitingFiles, type FileRow } from '@/server/queries/get-waiting-files';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { FactRows } from '@/ui/facts';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Notice } from '@/ui/notice';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { positionOf, type TicketParams } from '../load-ticket';
import { ActPage } from '../parts/act-page';
import { DECISION_WORDS } from '../parts/ticket-words';
import { sendAnswerAction } from './actions';
import { CheckedClaims } from './checked-claims';
import { answerTitle, loadAnswer } from './load-answer';

type Props = TicketParams & { searchParams: Promise<{ claims?: string | string[] }> };

export function generateMetadata(props: Props): Promise<Metadata> {
  return answerTitle(props, 'Check your answer');
}

function resolved(draft: AnswerCheck['draft']) {
  const day = parseCalendarDate(draft.resolveOn);
  if (day.ok) return <CivilDate date={day.value} />;
  return draft.noDateReason.trim() === '' ? draft.resolveOn || 'Not filled in' : `No date applies: ${draft.noDateReason}`;
}

function Lateness({ check }: { check: AnswerCheck }) {
  const due = check.head.turn.due?.date.due;
  if (due === undefined || !isPast(check.head.today, due)) return null;
  return (
    <Notice tone="late" title="This answer is late" className="mb-6">
      It was due <CivilDate date={due} /> (R8). It is still taken and marked late (D10). A fine may be issued for the delay (R20).
    </Notice>
  );
}

function FileNames({ files }: { files: readonly FileRow[] }) {
  return (
    <ul>
      {files.map((f) => (
        <li key={f.id} className="wrap-anywhere" dir="auto">
          {f.name}
          {f.state === 'infected' && <span className="block text-late font-semibold">Refused by the virus scanner; it is not sent.</span>}
        </li>
      ))}
    </ul>
  );
}

/** What stands in the way, with the way back to each field. */
function Missing({ check }: { check: AnswerCheck }) {
  const back = `/tickets/${check.head.ticketId}#answer-form`;
  return (
    <Notice tone="warn" title={check.issues.length === 1 ? 'One thing is still needed' : `${check.issues.length} things are still needed`} className="mb-6">
      <ul className="list-disc pl-5">
        {check.issues.map((issue) => (
          <li key={issue.field + issue.message}>{issue.message}</li>
        ))}
      </ul>
      <p className="mt-2">
        <AppLink href={back}>Go on with the answer</AppLink>. Your draft is saved.
      </p>
    </Notice>
  );
}

function Contents({ check, files }: { check: AnswerCheck; files: readonly FileRow[] }) {
  const { draft } = check;
  return (
    <FactRows
      facts={[
        { label: 'Your decision', value: draft.decision === 'upheld' || draft.decision === 'overturned' ? <b>{DECISION_WORDS[draft.decision]}</b> : 'Not chosen' },
        { label: 'Plan to resolve it', value: <span className="whitespace-pre-wrap">{draft.plan || 'Not filled in'}</span> },
        { label: 'Resolved by', value: resolved(draft) },
        { label: 'Direct contact', value: <>{draft.contactName}<br />{draft.contactPhone}<br />{draft.contactEmail}</> },
        { label: 'Files', value: files.length === 0 ? 'None' : <FileNames files={files} /> },
        ...(check.head.facts.isPcf ? [{ label: 'PCF (R13)', value: draft.pcfAttested === '' ? 'Not attested' : 'Vetted in full; HFS system screen prints are accepted as proof' }] : []),
      ]}
    />
  );
}

export default async function CheckAnswerPage(props: Props) {
  const { actor, check } = await loadAnswer(props);
  const { head } = check;
  if (check.saved === null) redirect(`/tickets/${head.ticketId}`);
  const { claims } = await props.searchParams;
  const files = (await getWaitingFiles(actor, head.ticketId)).at('respond');
  return (
    <ActPage page={head} actor={actor} action="respond" title="Check your answer before you send it">
      <Lateness check={check} />
      {check.issues.length > 0 && <Missing check={check} />}
      <Contents check={check} files={files} />
      <CheckedClaims check={check} from={positionOf(claims) ?? 1} />
      <div className="mt-8 text-lead grid gap-3">
        <p>
          {head.facts.contact.name} reads these words and is told by e-mail. {head.facts.status === 'presented' ? 'From then on the provider has 5 business days to disagree (R14).' : 'HFS takes your answer into its review (D14).'}
        </p>
        <p>
          <b>This cannot be undone:</b> a sent answer cannot be changed.
        </p>
      </div>
      <ActionForm action={sendAnswerAction.bind(null, head.ticketId)} className="mt-6" label="Send the written answer">
        <FormKey commandKey={issueFormKey(actor, ticketPurpose('respond', head.ticketId))} version={head.eventCount} />
        <input type="hidden" name="draftVersion" value={check.version} />
        {files.filter((f) => f.state !== 'infected').map((f) => (
          <input key={f.id} type="hidden" name="files" value={f.id} />
        ))}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {check.issues.length === 0 && <SubmitButton>Send the written answer</SubmitButton>}
          <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${head.ticketId}#answer-form`}>
            Change the answer
          </AppLink>
        </div>
      </ActionForm>
    </ActPage>
  );
}
