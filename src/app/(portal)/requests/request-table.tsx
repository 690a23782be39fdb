import type { RequestEnding, RequestItem } from '@/server/queries/list-requests';
import type { CalendarDate } from '@/shared/calendar-date';
import { chicagoDay } from '@/shared/chicago';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { StatusTag, type TagTone } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { requestWhyLine } from '@/ui/ticket/why-line';

const ENDINGS: Record<RequestEnding, { words: string; tone: TagTone }> = {
  answered: { words: 'Answered', tone: 'done' },
  late: { words: 'Answered late', tone: 'late' },
  withdrawn: { words: 'Taken back', tone: 'neutral' },
  moot: { words: 'Ended with its ticket', tone: 'neutral' },
};

type TableProps = { items: readonly RequestItem[]; today: CalendarDate; label: string; withPlan: boolean };

/** Where a request is read and answered: on its ticket, or on its own page. */
export function requestHref(item: RequestItem): string {
  return item.ticketId === null ? `/requests/${item.id}` : `/tickets/${item.ticketId}#questions`;
}

function RequestRow({ item, today, withPlan }: Omit<TableProps, 'items' | 'label'> & { item: RequestItem }) {
  return (
    <Row>
      <RowHead sub={item.trackingNumber ?? undefined}>
        <AppLink href={requestHref(item)}>{item.number}</AppLink>
      </RowHead>
      <Cell label="About"><span className="wrap-anywhere">{item.subject ?? 'A question on this ticket'}</span></Cell>
      {withPlan && <Cell label="Plan">{item.planShortName}</Cell>}
      <Cell label="Asked">
        <ChicagoInstant at={item.askedAt} short />
      </Cell>
      <Cell first sub={item.ending !== null && item.endedOn !== null ? <>on <CivilDate date={item.endedOn} format="short" /></> : undefined}>
        {item.ending === null ? <DueBadge due={item.dueOn} today={today} kind="duty" soon={item.soon} why={requestWhyLine(chicagoDay(item.askedAt), item.dueOn)} /> : <StatusTag tone={ENDINGS[item.ending].tone}>{ENDINGS[item.ending].words}</StatusTag>}
      </Cell>
    </Row>
  );
}

/** R29: requests about tickets and about none. */
export function RequestTable({ items, today, label, withPlan }: TableProps) {
  const ended = items.some((i) => i.ending !== null);
  const columns = [{ label: 'Request or ticket' }, { label: 'About' }, ...(withPlan ? [{ label: 'Plan' }] : []), { label: 'Asked' }, { label: ended ? 'Ended' : 'Answer by', sorted: true as const }];
  return (
    <DataTable label={label} stack tight hover>
      <TableHead columns={columns} />
      <TableBody>
        {items.map((item) => (
          <RequestRow key={item.id} item={item} today={today} withPlan={withPlan} />
        ))}
      </TableBody>
    </DataTable>
  );
}
