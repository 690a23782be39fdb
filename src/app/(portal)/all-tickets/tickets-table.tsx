import { isSoon } from '@/domain/deadlines';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { AllTickets, TicketItem, TicketSort } from '@/server/queries/list-all-tickets';
import { formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { StatusTag, type TagTone } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';

const LABELS: Record<TicketSort, string> = {
  newest: 'Tickets, the newest first',
  oldest: 'Tickets, the oldest first',
  due: 'Open tickets, the earliest date first',
};

export function TicketsTable({ list, sort }: { list: AllTickets; sort: TicketSort }) {
  const columns = [
    { label: 'Ticket, plan’s number', sorted: sort === 'oldest' },
    { label: 'Provider, contact' },
    { label: 'Issue, program' },
    { label: 'Plan, received' },
    { label: 'Next date', sorted: sort === 'due' },
    { label: 'Status, assigned to' },
  ];
  return (
    <DataTable label={LABELS[sort]} stack tight hover>
      <TableHead columns={columns} />
      <TableBody>
        {list.tickets.map((item) => (
          <TicketRow key={item.ticketId} item={item} list={list} />
        ))}
      </TableBody>
    </DataTable>
  );
}

function TicketRow({ item, list }: { item: TicketItem; list: AllTickets }) {
  return (
    <Row>
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.contact}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell sub={item.program}>{item.issueType}</Cell>
      <Cell sub={`received ${formatDayShort(item.receivedOn)}`}>{item.plan}</Cell>
      <Cell first>
        <NextDate item={item} list={list} />
      </Cell>
      <StatusCell item={item} />
    </Row>
  );
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
