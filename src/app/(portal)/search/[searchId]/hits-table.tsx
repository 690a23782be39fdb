import { CLOSE_REASON_NAMES, STATUS_NAMES } from '@/domain/tickets/status';
import type { SearchHit } from '@/server/queries/search-tickets';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { KIND_NAMES } from '../kind-names';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Found by' }, { label: 'Provider, issue' }, { label: 'Plan' }, { label: 'Received' }, { label: 'Status' }] as const;

/** What a search found, each with what it matched. */
export function HitsTable({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <DataTable label="Tickets found, the newest first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {hits.map((hit) => (
          <Row key={hit.ticketId}>
            <RowHead sub={hit.trackingNumber}>
              <AppLink href={`/tickets/${hit.ticketId}`}>{hit.number}</AppLink>
            </RowHead>
            <Cell label="Found by">
              <span className="text-ink-soft">{KIND_NAMES[hit.matched.kind]}</span> <b>{hit.matched.text}</b>
            </Cell>
            <Cell sub={hit.issueType}>
              <PartyName name={hit.provider} />
            </Cell>
            <Cell label="Plan">{hit.plan}</Cell>
            <Cell label="Received">
              <CivilDate date={hit.receivedOn} />
            </Cell>
            <Cell sub={hit.closeReason === null ? undefined : CLOSE_REASON_NAMES[hit.closeReason]}>
              {hit.isUrgent && hit.status !== 'closed' ? (
                <StatusTag tone="late" icon="siren">
                  Urgent, {STATUS_NAMES[hit.status].toLowerCase()}
                </StatusTag>
              ) : (
                <StatusTag>{STATUS_NAMES[hit.status]}</StatusTag>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </DataTable>
  );
}
