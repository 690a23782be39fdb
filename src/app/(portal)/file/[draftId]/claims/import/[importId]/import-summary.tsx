import type { ImportView } from '@/server/queries/get-claim-import';
import { Icon } from '@/ui/icon';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Panel, PanelBody } from '@/ui/panel';
import { addImportAction, discardImportAction } from './actions';

const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n.toLocaleString('en-US')} ${more}`);

/** "220 lines read: 212 ready, 6 to fix, 2 doubles" */
function Counts({ found: { counts, rows, lineCount } }: { found: ImportView }) {
  const read = rows.length === lineCount ? `${many(lineCount, 'line', 'lines')} read` : `${rows.length.toLocaleString('en-US')} of ${many(lineCount, 'line', 'lines')} still wait`;
  return (
    <p>
      {read}: <b>{counts.ready.toLocaleString('en-US')} ready</b>
      {counts.fix > 0 && (
        <>
          , <b className="text-late">{counts.fix.toLocaleString('en-US')} to fix</b>
        </>
      )}
      {counts.double > 0 && (
        <>
          , <b className="text-soon">{many(counts.double, 'looks like a double', 'look like doubles')}</b>
        </>
      )}
      . None of them is in your complaint yet.
    </p>
  );
}

type SummaryProps = { draftId: string; found: ImportView; commandKey: string; draftVersion: number };

/** What the file holds, the button that adds what is ready (as long as rows are to be fixed, those come first), and the way to forget the rest. */
export function ImportSummary({ draftId, found, commandKey, draftVersion }: SummaryProps) {
  const { id, version, counts, fileName } = found;
  return (
    <Panel>
      <PanelBody>
        <div className="flex gap-3">
          <Icon name="file-spreadsheet" className="mt-0.5 text-navy" />
          <div className="min-w-0 grid gap-1.5">
            <p className="font-bold wrap-anywhere">{fileName}</p>
            <Counts found={found} />
            {found.hadExample && <p className="text-ink-soft">The template’s example line was left out.</p>}
            {found.unread.length > 0 && <p className="text-ink-soft wrap-anywhere">Columns that were not read: {found.unread.join(', ')}.</p>}
          </div>
        </div>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3 mt-5">
          {counts.ready > 0 && (
            <ActionForm action={addImportAction.bind(null, draftId, id)} prefix="add" label="Add the lines that are ready">
              <FormKey commandKey={commandKey} version={version} />
              <input type="hidden" name="expected" value={counts.ready} />
              <SubmitButton size="large" variant={counts.fix > 0 ? 'secondary' : 'primary'} pendingText="Adding…">
                Add {many(counts.ready, 'claim', 'claims')}
              </SubmitButton>
            </ActionForm>
          )}
          <ActionForm action={discardImportAction.bind(null, draftId, id)} prefix="discard" label="Discard this file">
            <FormKey commandKey={commandKey} version={draftVersion} />
            <SubmitButton size={counts.ready > 0 ? 'large' : 'normal'} variant="quiet" pendingText="Discarding…">
              Discard this file
            </SubmitButton>
          </ActionForm>
        </div>
      </PanelBody>
    </Panel>
  );
}
