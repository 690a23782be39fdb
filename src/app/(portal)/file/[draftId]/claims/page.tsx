import type { Metadata } from 'next';
import { checkLines, isReady, needsClaims, type CheckedLine } from '@/domain/tickets/check-draft';
import { MAX_CLAIM_LINES } from '@/domain/tickets/commands';
import { issueFormKey } from '@/server/auth/form-key';
import { AppLink } from '@/ui/app-link';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import type { FormState } from '@/ui/forms/form-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { choiceOf, partOf, type SearchParams } from '../../../../lists/list-address';
import { draftPurpose } from '../../draft-form';
import { requireDraft } from '../../require-draft';
import { SaveButtons } from '../../save-buttons';
import { stepHref } from '../../steps';
import { WizardPage } from '../../wizard-page';
import { saveClaimsAction } from './actions';
import { claimsHref } from './claims-address';
import { EnterSaves } from './enter-saves';
import { LineFields, NewLineFields } from './line-fields';
import { ReadyLines } from './ready-lines';
import { ImportOffer } from './waiting-imports';

export const metadata: Metadata = { title: 'File a complaint: claims' };

/** More lines than these are mended one screenful after the other. */
const MOST_OPEN = 20;

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<SearchParams> };

export default async function ClaimsPage({ params, searchParams }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  const address = await searchParams;
  const page = Math.max(1, Number(partOf(address, 'page')) || 1);
  const lines = checkLines(view.draft, view.facts);
  const toFix = lines.filter((line) => !isReady(line));
  const ready = lines.filter(isReady);
  const edited = ready.find((line) => String(line.id) === partOf(address, 'line'));
  const isAdding = lines.length === 0 || choiceOf(address, 'add', ['1']) !== null;
  return (
    <WizardPage view={view} step="claims" title="Which claims are in dispute?">
      {/* Another version is another form: it begins with what was kept and with what is wrong in it. */}
      <ActionForm key={view.version} action={saveClaimsAction.bind(null, view.id, page)} initial={initialState(lines, toFix.slice(0, MOST_OPEN))} label="Claims">
        <FormKey commandKey={issueFormKey(actor, draftPurpose(view.id))} version={view.version} />
        <EnterSaves />
        <Added count={partOf(address, 'added')} />
        <Lead isNeeded={needsClaims(view.draft, view.facts.reference)} />
        <ImportOffer view={view} />
        <div className="grid gap-10 mt-8">
          {toFix.slice(0, MOST_OPEN).map((line) => (
            <LineFields key={line.id} line={line} />
          ))}
          {toFix.length > MOST_OPEN && <p className="font-semibold">{toFix.length - MOST_OPEN} more lines need a fix. They appear here once these are saved.</p>}
          {edited && <LineFields line={edited} closeHref={claimsHref(view.id, { page })} />}
          {isAdding && <NewLineFields place={lines.length + 1} closeHref={lines.length > 0 ? claimsHref(view.id, { page }) : null} />}
          {ready.length > 0 && (
            <ReadyLines draftId={view.id} lines={ready} page={page} add={isAdding || lines.length >= MAX_CLAIM_LINES ? null : <AddLink href={claimsHref(view.id, { page, isAdding: true })} />} />
          )}
          {ready.length === 0 && !isAdding && <AddLink href={claimsHref(view.id, { page, isAdding: true })} />}
        </div>
        <SaveButtons back={{ href: stepHref(view.id, 'dispute'), label: 'Back to the dispute' }} />
      </ActionForm>
    </WizardPage>
  );
}

/** What an import came to, told above the lines. */
function Added({ count }: { count: string | null }) {
  if (count === null || !/^\d{1,4}$/.test(count)) return null;
  return (
    <Notice tone="success" announce className="mb-5">
      {count === '1' ? '1 claim was added to your draft.' : `${Number(count).toLocaleString('en-US')} claims were added to your draft.`}
    </Notice>
  );
}

function Lead({ isNeeded }: { isNeeded: boolean }) {
  return (
    <p className="text-lead max-w-[42rem]">
      {isNeeded
        ? 'List every claim that shares the same question with this plan. One complaint can hold many claims of different members.'
        : 'This kind of issue needs no claims. If it is about some, list them here; else go on.'}
    </p>
  );
}

function AddLink({ href }: { href: string }) {
  return (
    <AppLink className="inline-flex items-center gap-1.5 min-h-11 font-semibold" href={href}>
      <Icon name="plus" />
      Add a line
    </AppLink>
  );
}

/** The lines that were kept although something is wrong in them, each with a link to its field. */
function initialState(lines: readonly CheckedLine[], open: readonly CheckedLine[]): FormState | undefined {
  const toFix = lines.filter((line) => !isReady(line)).length;
  if (toFix === 0) return undefined;
  const others = lines.length - toFix;
  const rest = others === 0 ? '' : others === 1 ? ' The other line is right.' : ` The other ${others} lines are right.`;
  const errors = open.flatMap((line) =>
    line.issues.map((issue) => ({ field: `lines.${line.id}.${issue.field}`, message: issue.message, summary: `Line ${line.place}: ${issue.message}` })),
  );
  return {
    status: 'error',
    title: lines.length === 1 ? 'The claim line needs a fix' : `${toFix} of ${lines.length} claim lines ${toFix === 1 ? 'needs' : 'need'} a fix`,
    notes: [`Nothing was lost: all lines are kept in your draft.${rest}`],
    errors,
    values: {},
  };
}
