import type { ReactNode } from 'react';
import { totalsOf, type ReadyLine } from '@/domain/tickets/check-draft';
import { AppLink } from '@/ui/app-link';
import { Money } from '@/ui/money';
import { DataTable } from '@/ui/table/data-table';
import { Pagination } from '@/ui/table/pagination';
import { Cell, Row, RowHead, TableBody, TableFoot, TableHead } from '@/ui/table/table-parts';
import { ClaimCells } from './claim-cells';
import { claimsHref, LINES_PER_PAGE } from './claims-address';

type ReadyLinesProps = {
  draftId: string;
  lines: readonly ReadyLine[];
  page: number;
  add: ReactNode;
  /** On the page that checks the answers: a look at the first lines, without a heading. */
  isOverview?: boolean;
  /** Lines of a file that are not in the draft yet: their pages have addresses of their own, and they are not changed here. */
  pageHref?: (page: number) => string;
};

const COLUMNS = [
  { label: 'Claim' },
  { label: 'Member, RIN' },
  { label: 'Service' },
  { label: 'Billed, paid', align: 'right' as const },
  { label: 'Disputed', align: 'right' as const },
  { label: 'Denial' },
  { label: 'Change', hidden: true },
];

/** The lines that are right, fifty to a page, with the sums of all of them. */
export function ReadyLines({ draftId, lines, page, add, isOverview, pageHref }: ReadyLinesProps) {
  const hrefOf = pageHref ?? ((n: number) => claimsHref(draftId, { page: n }));
  const pages = Math.ceil(lines.length / LINES_PER_PAGE);
  const current = Math.min(page, pages);
  const shown = lines.slice((current - 1) * LINES_PER_PAGE, current * LINES_PER_PAGE);
  const totals = totalsOf(lines);
  return (
    <section aria-label="Lines ready">
      {!isOverview && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 mb-3">
          <h2 className="text-h3">{lines.length === 1 ? '1 line ready' : `${lines.length.toLocaleString('en-US')} lines ready`}</h2>
          {add}
        </div>
      )}
      <DataTable label="Lines ready">
        <TableHead columns={pageHref ? COLUMNS.slice(0, -1) : COLUMNS} />
        <TableBody>
          {shown.map((line) => (
            <LineRow key={line.id} line={line} editHref={pageHref ? null : claimsHref(draftId, { page: current, editing: line.id })} />
          ))}
        </TableBody>
        <TableFoot>
          <RowHead colSpan={3}>{pages > 1 || isOverview ? `Total of ${lines.length === 1 ? '1 claim' : `all ${lines.length.toLocaleString('en-US')} claims`}` : 'Ready so far'}</RowHead>
          <Cell align="right" sub={<Paid cents={totals.paidCents} />}>
            <Money cents={totals.billedCents} />
          </Cell>
          <Cell align="right">
            <Money cents={totals.disputedCents} />
          </Cell>
          <Cell colSpan={pageHref ? 1 : 2} />
        </TableFoot>
      </DataTable>
      {pages > 1 && (
        <Pagination
          shown={`Lines ${(current - 1) * LINES_PER_PAGE + 1} to ${(current - 1) * LINES_PER_PAGE + shown.length} of ${lines.length.toLocaleString('en-US')}`}
          firstHref={current > 1 ? hrefOf(1) : null}
          nextHref={current < pages ? hrefOf(current + 1) : null}
          label="Pages of lines"
        />
      )}
    </section>
  );
}

function LineRow({ line: { place, claim }, editHref }: { line: ReadyLine; editHref: string | null }) {
  return (
    <Row>
      <ClaimCells no={place} claim={claim} />
      <Cell align="right" sub={claim.paidCents === null ? undefined : <Paid cents={claim.paidCents} />}>
        <Money cents={claim.billedCents} />
      </Cell>
      <Cell align="right">
        <b>
          <Money cents={claim.disputedCents} />
        </b>
      </Cell>
      <Cell>{claim.denialCode}</Cell>
      {editHref !== null && (
        <Cell noWrap>
          <AppLink className="inline-flex items-center min-h-6" href={editHref}>
            Edit<span className="sr-only"> line {place}</span>
          </AppLink>
        </Cell>
      )}
    </Row>
  );
}

function Paid({ cents }: { cents: Parameters<typeof Money>[0]['cents'] }) {
  return (
    <>
      paid <Money cents={cents} />
    </>
  );
}
