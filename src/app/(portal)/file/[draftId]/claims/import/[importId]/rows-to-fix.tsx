import { CLAIM_COLUMNS } from '@/domain/tickets/claim-columns';
import type { JudgedRow, Mend } from '@/domain/tickets/claim-import';
import type { ClaimField } from '@/domain/tickets/complaint-draft';
import type { FormState } from '@/ui/forms/form-state';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Downloads } from '@/ui/download-link';
import { Icon } from '@/ui/icon';
import { EnterSaves } from '../../enter-saves';
import { ClaimInputs, Frame, LinkButton, shownDate } from '../../line-fields';
import { lineField } from '../../read-lines';

/** So many rows with all their fields stand on one page. */
export const FIX_PER_PAGE = 20;

const shownValue = ({ field, value }: Mend) => (field === 'serviceFrom' || field === 'serviceTo' ? shownDate(value) : value);
const MONEY: ReadonlySet<ClaimField> = new Set<ClaimField>(['billedCents', 'paidCents', 'disputedCents']);

/** The fix that is most often right, in one press. */
function MendOffer({ row, mend }: { row: JudgedRow; mend: Mend }) {
  return (
    <p className="text-ink-soft">
      {CLAIM_COLUMNS[mend.field].heading}: {mend.why}{' '}
      <LinkButton intent={`use.${row.rowNo}.${mend.field}`}>
        Use {MONEY.has(mend.field) ? `$${mend.value}` : shownValue(mend)}
        <span className="sr-only">
          {' '}
          for {CLAIM_COLUMNS[mend.field].heading} in row {row.rowNo}
        </span>
      </LinkButton>
    </p>
  );
}

function FixRow({ row }: { row: JudgedRow }) {
  const { rowNo, typed, mends } = row;
  const offers = mends.length === 0 ? undefined : <div className="grid gap-1 -mt-2">{mends.map((mend) => <MendOffer key={mend.field} row={row} mend={mend} />)}</div>;
  return (
    <Frame id={`line-${rowNo}`} isWrong legend={`Row ${rowNo}${typed.claimNumber.trim() === '' ? '' : ` · claim ${typed.claimNumber.trim()}`}`}>
      <ClaimInputs id={rowNo} claim={typed} underFirstRow={offers} />
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2 mt-4">
        <LinkButton intent={`leave-out.${rowNo}`}>
          <Icon name="trash-2" />
          Leave row {rowNo} out
        </LinkButton>
      </p>
    </Frame>
  );
}

type RowsToFixProps = { rows: readonly JudgedRow[]; mends: number; total: number; downloadHref: (format: 'csv' | 'xlsx') => string };

/** Rows with something wrong: what stands in each cell, and what was most likely meant. */
export function RowsToFix({ rows, mends, total, downloadHref }: RowsToFixProps) {
  return (
    <>
      <EnterSaves />
      <p>
        {total === 1 ? 'Fix the row here, or download just this row, fix it' : `Fix the rows here, or download just these ${total.toLocaleString('en-US')} rows, fix them`} in your spreadsheet program and import that file. The lines that are ready can be
        added before.
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 mt-2">
        <Downloads label="Rows to fix" what="rows to fix" hrefOf={downloadHref} />
        {mends > 1 && (
          <SubmitButton variant="secondary" size="small" name="intent" value="use-all" pendingText="Saving…">
            Use all {mends.toLocaleString('en-US')} suggestions
          </SubmitButton>
        )}
      </div>
      <div className="grid gap-10 mt-8">
        {rows.map((row) => (
          <FixRow key={row.rowNo} row={row} />
        ))}
      </div>
      <SubmitButton className="mt-8" name="intent" value="save" pendingText="Saving…">
        {rows.length === 1 ? 'Save and check this row' : 'Save and check these rows'}
      </SubmitButton>
    </>
  );
}

/** What is wrong with the rows that are shown, each with a link to its field. */
export function fixState(rows: readonly JudgedRow[], total: number): FormState {
  return {
    status: 'error',
    title: total === 1 ? '1 row needs a fix' : `${total.toLocaleString('en-US')} rows need a fix`,
    notes: rows.length < total ? [`Here are ${rows.length} of them. Nothing was lost.`] : ['Nothing was lost.'],
    errors: rows.flatMap((row) => row.issues.map((issue) => ({ field: lineField(row.rowNo, issue.field as ClaimField), message: issue.message, summary: `Row ${row.rowNo}: ${issue.message}` }))),
    values: {},
  };
}
