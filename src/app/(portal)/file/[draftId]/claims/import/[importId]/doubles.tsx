import { doubleWords, type JudgedRow } from '@/domain/tickets/claim-import';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Money } from '@/ui/money';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, TableBody, TableHead } from '@/ui/table/table-parts';
import { ClaimCells } from '../../claim-cells';
import { LinkButton } from '../../line-fields';


const COLUMNS = [{ label: 'Row, claim' }, { label: 'Member, RIN' }, { label: 'Service' }, { label: 'Billed', align: 'right' as const }, { label: 'What it repeats' }];

/** Rows that say the same as another: left out unless somebody says that they are claims of their own. */
export function Doubles({ rows, total }: { rows: readonly JudgedRow[]; total: number }) {
  return (
    <>
      <p>
        A double has the same claim number, member, days and amount billed as another line. Doubles are not added, unless you say that they are claims of their own.
      </p>
      <DataTable label="Rows that look like doubles" stack className="mt-4">
        <TableHead columns={COLUMNS} />
        <TableBody>
          {rows.map((row) => (
            <DoubleRow key={row.rowNo} row={row} />
          ))}
        </TableBody>
      </DataTable>
      {total > 1 && (
        <div className="flex flex-wrap gap-x-4 gap-y-3 mt-5">
          <SubmitButton variant="secondary" name="intent" value="leave-out-doubles" pendingText="Saving…">
            Leave all {total.toLocaleString('en-US')} out
          </SubmitButton>
          <SubmitButton variant="quiet" name="intent" value="keep-doubles" pendingText="Saving…">
            They are claims of their own: keep all {total.toLocaleString('en-US')}
          </SubmitButton>
        </div>
      )}
    </>
  );
}

function DoubleRow({ row: { rowNo, claim, double } }: { row: JudgedRow }) {
  if (claim === null || double === null) return null;
  return (
    <Row>
      <ClaimCells no={rowNo} claim={claim} />
      <Cell align="right" label="Billed">
        <Money cents={claim.billedCents} />
      </Cell>
      <Cell>
        {doubleWords(double)}
        <span className="flex flex-wrap gap-x-5">
          <LinkButton intent={`leave-out.${rowNo}`}>
            Leave it out<span className="sr-only">, row {rowNo}</span>
          </LinkButton>
          <LinkButton intent={`keep.${rowNo}`}>
            Keep it<span className="sr-only">, row {rowNo}</span>
          </LinkButton>
        </span>
      </Cell>
    </Row>
  );
}
