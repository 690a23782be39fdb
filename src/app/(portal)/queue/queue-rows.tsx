'use client';

import type { ReactNode } from 'react';
import type { QueueColumn } from '@/app/lists/column-choices';
import { IssueCell, ProviderCell } from '@/app/lists/ticket-cells';
import { assertNever } from '@/shared/assert-never';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { StatusTag } from '@/ui/status-tag';
import { PickCell } from '@/ui/table/pick-cell';
import { Cell, Row, RowHead } from '@/ui/table/table-parts';
import { DueFace } from '@/ui/ticket/due-face';
import type { QueueRowData, QueueRowDate } from './queue-row-data';

type QueueRowsProps = { rows: readonly QueueRowData[]; columns: readonly QueueColumn[]; picks: boolean };

/**
 * The rows of the queue. NB: part of the browser's code though nothing happens in it: what the server alone draws is sent
 * twice, as the page and as the data to take it over from; of these rows the data is what they say, and no more.
 */
export function QueueRows({ rows, columns, picks }: QueueRowsProps) {
  return rows.map((row) => <QueueRow key={row.ticketId} row={row} columns={columns} picks={picks} />);
}

function QueueRow({ row, columns, picks }: { row: QueueRowData } & Omit<QueueRowsProps, 'rows'>) {
  return (
    <Row>
      {picks && <PickCell name="ticket" value={row.ticketId} label={`Select ${row.number}`} />}
      <RowHead sub={yourNumber(row)}>
        <AppLink href={`/tickets/${row.ticketId}`}>{row.number}</AppLink>
      </RowHead>
      {columns.map((column) => column !== 'state' && <ColumnCell key={column} column={column} row={row} />)}
      <Cell first sub={<span className="max-lg:hidden">{row.date.note}</span>}>
        <RowDate date={row.date} />
      </Cell>
      {columns.includes('state') && (
        <Cell sub={row.state.note}>
          <StatusTag tone={row.state.tone} icon={row.state.icon}>
            {row.state.words}
          </StatusTag>
        </Cell>
      )}
    </Row>
  );
}

function yourNumber({ trackingNumber, formerPlan }: QueueRowData): ReactNode {
  if (formerPlan === null) return trackingNumber;
  return (
    <>
      {trackingNumber}
      <span className="block">as {formerPlan}</span>
    </>
  );
}

function RowDate({ date: { on, look, why } }: { date: QueueRowDate }) {
  if (look !== null) return <DueFace due={on} look={look} why={why} />;
  return (
    <b>
      <CivilDate date={on} />
    </b>
  );
}

function ColumnCell({ column, row }: { column: Exclude<QueueColumn, 'state'>; row: QueueRowData }) {
  switch (column) {
    case 'provider':
      return <ProviderCell item={row} />;
    case 'issue':
      return <IssueCell item={row} />;
    case 'disputed':
      return (
        <Cell align="right" label="Disputed" noWrap sub={claimWords(row.claimCount)}>
          {row.claimCount === 0 ? '–' : <Money cents={row.disputedCents} />}
        </Cell>
      );
    case 'presented':
      return (
        <Cell label="Presented">
          <CivilDate date={row.presentedOn} />
        </Cell>
      );
    case 'answered':
      return <Cell label="Answered">{row.respondedOn === null ? '–' : <CivilDate date={row.respondedOn} />}</Cell>;
    default:
      return assertNever(column);
  }
}

function claimWords(count: number): string {
  if (count === 0) return 'no claims';
  return count === 1 ? '1 claim' : `${count} claims`;
}
