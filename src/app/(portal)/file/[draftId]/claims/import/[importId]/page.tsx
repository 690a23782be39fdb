import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { choiceOf, partOf, type SearchParams } from '@/app/lists/list-address';
import { isReadyRow, type JudgedRow } from '@/domain/tickets/claim-import';
import { issueFormKey } from '@/server/auth/form-key';
import { getClaimImport, type ImportView } from '@/server/queries/get-claim-import';
import { AppLink } from '@/ui/app-link';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { Pagination } from '@/ui/table/pagination';
import { Tabs } from '@/ui/tabs';
import { draftPurpose } from '../../../../draft-form';
import { requireDraft } from '../../../../require-draft';
import { stepHref } from '../../../../steps';
import { WizardPage } from '../../../../wizard-page';
import { LINES_PER_PAGE } from '../../claims-address';
import { ReadyLines } from '../../ready-lines';
import { IMPORT_TABS, previewHref, type ImportTab } from '../import-address';
import { editImportAction } from './actions';
import { Doubles } from './doubles';
import { ImportSummary } from './import-summary';
import { FIX_PER_PAGE, fixState, RowsToFix } from './rows-to-fix';

export const metadata: Metadata = { title: 'File a complaint: check imported lines' };

type Props = { params: Promise<{ draftId: string; importId: string }>; searchParams: Promise<SearchParams> };

/** What needs attention first. */
function firstTab({ counts }: ImportView): ImportTab {
  return counts.fix > 0 ? 'fix' : counts.double > 0 ? 'doubles' : 'ready';
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { draftId, importId } = await params;
  const { actor, view } = await requireDraft(draftId);
  const found = await getClaimImport(actor, view, importId);
  if (found === null) notFound();
  const address = await searchParams;
  const asked = choiceOf(address, 'show', IMPORT_TABS);
  const count = { fix: found.counts.fix, doubles: found.counts.double, ready: found.counts.ready };
  const tab = asked !== null && count[asked] > 0 ? asked : firstTab(found);
  const page = Math.max(1, Number(partOf(address, 'page')) || 1);
  const commandKey = issueFormKey(actor, draftPurpose(draftId));
  const tabs = [
    { tab: 'fix', label: 'To fix', late: true },
    { tab: 'doubles', label: 'Doubles' },
    { tab: 'ready', label: 'Ready' },
  ] as const;
  return (
    <WizardPage view={view} step="claims" title="Check the lines of your file">
      <ImportSummary draftId={draftId} found={found} commandKey={commandKey} draftVersion={view.version} />
      <Tabs className="mt-8" label="Lines of the file" tabs={tabs.map(({ tab: t, ...words }) => ({ ...words, href: previewHref(draftId, importId, t), count: count[t] }))} currentHref={previewHref(draftId, importId, tab)} />
      <div className="mt-6">
        {tab === 'ready' ? <Ready draftId={draftId} found={found} page={page} /> : <Wrong draftId={draftId} found={found} tab={tab} page={page} commandKey={commandKey} />}
      </div>
      <AppLink className="inline-flex items-center min-h-11 mt-6" href={stepHref(draftId, 'claims')}>
        Back to the claims; this file waits
      </AppLink>
    </WizardPage>
  );
}

function Ready({ draftId, found, page }: { draftId: string; found: ImportView; page: number }) {
  const lines = found.rows.filter(isReadyRow).map((row) => ({ ...row, place: row.rowNo }));
  if (lines.length === 0) return <EmptyState title="No line is ready yet">Lines appear here once nothing is wrong in them.</EmptyState>;
  return <ReadyLines draftId={draftId} lines={lines} page={page} add={null} pageHref={(n) => previewHref(draftId, found.id, 'ready', n)} />;
}

type WrongProps = { draftId: string; found: ImportView; tab: 'fix' | 'doubles'; page: number; commandKey: string };

function Wrong({ draftId, found, tab, page, commandKey }: WrongProps) {
  const { id, version } = found;
  const all = found.rows.filter((row) => row.state === (tab === 'fix' ? 'fix' : 'double'));
  const size = tab === 'fix' ? FIX_PER_PAGE : LINES_PER_PAGE;
  const current = Math.min(page, Math.ceil(all.length / size));
  const shown: JudgedRow[] = all.slice((current - 1) * size, current * size);
  return (
    <>
      <ActionForm key={`${version}-${tab}-${current}`} action={editImportAction.bind(null, draftId, id, tab, current)} label={tab === 'fix' ? 'Rows to fix' : 'Doubles'} initial={tab === 'fix' ? fixState(shown, all.length) : undefined}>
        <FormKey commandKey={commandKey} version={version} />
        {tab === 'fix' ? (
          <RowsToFix rows={shown} total={all.length} mends={all.reduce((sum, row) => sum + row.mends.length, 0)} downloadHref={(format) => `${previewHref(draftId, id)}/rows-to-fix/${format}`} />
        ) : (
          <Doubles rows={shown} total={all.length} />
        )}
      </ActionForm>
      {all.length > size && (
        <Pagination
          shown={`Rows ${((current - 1) * size + 1).toLocaleString('en-US')} to ${((current - 1) * size + shown.length).toLocaleString('en-US')} of ${all.length.toLocaleString('en-US')}`}
          firstHref={current > 1 ? previewHref(draftId, id, tab) : null}
          nextHref={current * size < all.length ? previewHref(draftId, id, tab, current + 1) : null}
          label="Pages of rows"
        />
      )}
    </>
  );
}
