import type { ReactNode } from 'react';
import type { TicketColumn } from '@/app/lists/column-choices';
import { IssueCell, ProviderCell } from '@/app/lists/ticket-cells';
import { isSoon } from '@/domain/deadlines';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { AllTickets, TicketItem, TicketSort } from '@/server/queries/list-all-tickets';
import { assertNever } from '@/shared/assert-never';
import { formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { StatusTag, type TagTone } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PickAll } from '@/ui/table/pick-all';
import { PickCell } from '@/ui/table/pick-cell';
import { Cell, Row, RowHead, TableBody, TableHead, type Column } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';

const LABELS: Record<TicketSort, string> = {
  newest: 'Tickets, the newest first',
  oldest: 'Tickets, the oldest first',
  due: 'Open tickets, the earliest date first',
};

const HEADS: Record<TicketColumn, string> = { provider: 'Provider, contact', issue: 'Issue, program', plan: 'Plan, received', presented: 'Presented', assignee: 'Assigned at the State', status: 'Status, assigned to' };

type TicketsTableProps = { list: AllTickets; sort: TicketSort; columns: readonly TicketColumn[]; /** The bar over the table. */ head?: ReactNode };

/** The next date stands before the status, or last. */
export function TicketsTable({ list, sort, columns: shown, head }: TicketsTableProps) {
  const columns: Column[] = [
    { label: 'Ticket, plan’s number', sorted: sort === 'oldest' },
    ...shown.filter((id) => id !== 'status').map((id) => ({ label: HEADS[id] })),
    { label: 'Next date', sorted: sort === 'due' },
    ...(shown.includes('status') ? [{ label: HEADS.status }] : []),
  ];
  return (
    <DataTable label={LABELS[sort]} stack tight hover head={head}>
      <TableHead columns={columns} pick={<PickAll name="ticket" label="Select all on this page" />} />
      <TableBody>
        {list.tickets.map((item) => (
          <TicketRow key={item.ticketId} item={item} list={list} columns={shown} />
        ))}
      </TableBody>
    </DataTable>
  );
}

function TicketRow({ item, list, columns }: { item: TicketItem } & Omit<TicketsTableProps, 'sort' | 'head'>) {
  return (
    <Row>
      <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} />
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      {columns
        .filter((column) => column !== 'status')
        .map((column) => (
          <ColumnCell key={column} column={column} item={item} />
        ))}
      <Cell first>
        <NextDate item={item} list={list} />
      </Cell>
      {columns.includes('status') && <StatusCell item={item} />}
    </Row>
  );
}

function ColumnCell({ column, item }: { column: Exclude<TicketColumn, 'status'>; item: TicketItem }) {
  switch (column) {
    case 'provider':
      return <ProviderCell item={item} />;
    case 'issue':
      return <IssueCell item={item} />;
    case 'plan':
      return <Cell sub={`received ${formatDayShort(item.receivedOn)}`}>{item.plan}</Cell>;
    case 'presented':
      return <Cell label="Presented">{item.presentedOn === null ? '–' : <CivilDate date={item.presentedOn} />}</Cell>;
    case 'assignee':
      return <Cell label="Assigned">{item.assignee ?? 'Nobody yet'}</Cell>;
    default:
      return assertNever(column);
  }
}

const TONES: Record<TicketItem['status'], TagTone> = {
  submitted: 'turn',
  presented: 'neutral',
  responded: 'neutral',
  contested: 'soon',
  review_requested: 'act',
  administrative_review: 'act',
  decided: 'act',
  closed: 'neutral',
};

/** An urgent ticket says so first; a closed one says why it was closed. */
function StatusCell({ item }: { item: TicketItem }) {
  const { status, closeReason } = item;
  const assignee = item.assignee ?? 'Nobody yet';
  if (item.isUrgent && status !== 'closed')
    return (
      <Cell sub={`${STATUS_NAMES[status]}, ${item.assignee ?? 'nobody yet'}`}>
        <StatusTag tone="late" icon="siren">
          Urgent access
        </StatusTag>
      </Cell>
    );
  return (
    <Cell sub={closeReason === null ? assignee : CLOSE_REASON_NAMES[closeReason]}>
      <StatusTag tone={TONES[status]}>{STATUS_NAMES[status]}</StatusTag>
    </Cell>
  );
}

function NextDate({ item, list }: { item: TicketItem; list: AllTickets }) {
  const { clock, closedOn } = item;
  if (clock !== null)
    return <DueBadge due={clock.dueOn} today={list.today} kind={clock.kind} soon={clock.kind === 'duty' && isSoon(list.today, clock.dueOn, list.holidays)} why={whyLine(clock)} />;
  return closedOn === null ? (
    <span className="text-ink-soft">no date</span>
  ) : (
    <span>
      closed <CivilDate date={closedOn} />
    </span>
  );
}
