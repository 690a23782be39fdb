import type { Metadata } from 'next';
import { stepIssues } from '@/domain/tickets/check-draft';
import { DRAFT_STEPS } from '@/domain/tickets/complaint-draft';
import { issueFormKey } from '@/server/auth/form-key';
import { findRepeats } from '@/server/queries/find-repeats';
import { Notice } from '@/ui/notice';
import { getWaitingFiles } from '@/server/queries/get-waiting-files';
import { StillNeeded } from '@/ui/ticket/still-needed';
import { RefilingNote } from '../../refiling-note';
import { requireDraft } from '../../require-draft';
import { WizardPage } from '../../wizard-page';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { WaitingImports } from '../claims/waiting-imports';
import { Answers } from './answers';
import { issueHref } from './issue-links';
import { Repeats } from './repeats';
import { SendForm } from './send-form';
import { OutsideWindow } from './outside-window';

export const metadata: Metadata = { title: 'File a complaint: check answers' };

type Props = { params: Promise<{ draftId: string }> };

export default async function CheckPage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  const { draft, facts, id } = view;
  const needed = DRAFT_STEPS.flatMap((step) => stepIssues(step, draft, facts)).map((issue) => ({ label: issue.message, href: issueHref(id, draft, issue.field) ?? '' }));
  const repeats = await findRepeats(actor, draft, view.refiles?.ticketId ?? null);
  const files = (await getWaitingFiles(actor, id)).at('submit');
  return (
    <WizardPage view={view} step="check" title="Check your answers" says="answers">
      <div className="grid gap-8">
        {needed.length > 0 && <Missing needed={needed} />}
        {view.imports.length > 0 && (
          <Notice tone="warn" title="Lines of a file are not in your complaint">
            <p>They are not sent with it, and are forgotten when you send it. Add them first, or discard the file.</p>
            <WaitingImports view={view} className="mt-3" />
          </Notice>
        )}
        {view.outlook && view.outlook.state !== 'open' && <OutsideWindow outlook={view.outlook} draftId={id} isReminded={view.remindOn !== null} />}
        <RefilingNote view={view} />
        {repeats.length > 0 && <Repeats repeats={repeats} />}
        <Answers view={view} files={files} />
        {needed.length === 0 && (
          <SendForm draftId={id} version={view.version} fileIds={files.filter((f) => f.state !== 'infected').map((f) => f.id)} commandKey={issueFormKey(actor, ticketPurpose('submit', id))} isOutside={view.outlook?.state !== 'open'} planName={facts.reference.plans.find((p) => p.code === draft.planCode)?.name ?? ''} />
        )}
      </div>
    </WizardPage>
  );
}

/** A page of links rather than a button that would be refused. */
const MOST_SHOWN = 15;

function Missing({ needed }: { needed: readonly { label: string; href: string }[] }) {
  return (
    <section className="border border-line rounded-panel bg-wash px-5 py-4" aria-label="Still needed before you can send">
      <StillNeeded needed={needed.slice(0, MOST_SHOWN)} />
      <p className="mt-3 text-ink-soft">{needed.length > MOST_SHOWN ? `And ${needed.length - MOST_SHOWN} more. ` : ''}The complaint can be sent once nothing is missing. Your draft is kept until then.</p>
    </section>
  );
}
