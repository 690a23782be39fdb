import { isSoon } from '@/domain/deadlines';
import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { AllTickets, TicketItem, TicketSort } from '@/server/queries/list-all-tickets';
import { formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
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
    { label: 'Plan, program' },
    { label: 'Issue' },
    { label: 'Disputed', align: 'right' as const },
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
      <Cell sub={item.program}>{item.plan}</Cell>
      <Cell sub={`received ${formatDayShort(item.receivedOn)}`}>{item.issueType}</Cell>
      <Cell align="right" label="Disputed" noWrap sub={item.claimCount === 1 ? '1 claim' : `${item.claimCount} claims`}>
        {item.claimCount === 0 ? '–' : <Money cents={item.disputedCents} />}
      </Cell>
      <Cell first>
        <NextDate item={item} list={list} />
      </Cell>
      <Cell sub={item.assignee ?? 'Nobody at the State'}>
        <span className="inline-flex flex-wrap gap-1">
          {item.isUrgent && item.status !== 'closed' && (
            <StatusTag tone="late" icon="siren">
              Urgent access
            </StatusTag>
          )}
          <StatusTag tone={TONES[item.status]}>{statusWords(item)}</StatusTag>
        </span>
      </Cell>
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

function statusWords({ status, closeReason }: TicketItem): string {
  return status === 'closed' && closeReason !== null ? `Closed: ${CLOSE_REASON_NAMES[closeReason]}` : STATUS_NAMES[status];
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
