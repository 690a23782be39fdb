import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { daysBetween } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider' }, { label: 'Plan, issue' }, { label: 'HFS decided', sorted: true }, { label: 'Act', hidden: true }] as const;

/** R18: decisions of HFS that wait for the Portal Team. Each is read before it is shared, so none is shared in bulk. */
export function ToShare({ queue }: { queue: WorkQueue }) {
  return (
    <DataTable label="Decisions to share, the oldest first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {queue.tickets.map((item) => (
          <ShareRow key={item.ticketId} item={item} queue={queue} />
        ))}
      </TableBody>
    </DataTable>
  );
}

function ShareRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const waited = item.decidedOn === null ? 0 : daysBetween(item.decidedOn, queue.today);
  return (
    <Row>
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell>
        <PartyName name={item.provider} />
      </Cell>
      <Cell sub={item.issueType}>{item.planShortName}</Cell>
      <Cell first sub={waited === 0 ? 'today' : waited === 1 ? 'waits 1 day' : `waits ${waited} days`}>
        {item.decidedOn !== null && (
          <b>
            <CivilDate date={item.decidedOn} />
          </b>
        )}
      </Cell>
      <Cell noWrap>
        <ButtonLink variant="secondary" size="small" href={`/tickets/${item.ticketId}/share`}>
          Read and share
          <span className="sr-only"> ({item.number})</span>
        </ButtonLink>
      </Cell>
    </Row>
  );
}
