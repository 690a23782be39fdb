import { isSoon, type HolidayTable } from '@/domain/deadlines';
import type { QueueColumn } from '@/app/lists/column-choices';
import { IssueCell, ProviderCell } from '@/app/lists/ticket-cells';
import type { PlanQueueItem } from '@/server/queries/list-plan-queue';
import { assertNever } from '@/shared/assert-never';
import { formatDayShort, formatDayWithoutYear, type CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { PickCell } from '@/ui/table/pick-cell';
import { Cell, Row, RowHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { QueueStateCell } from './queue-state';

type QueueRowProps = { item: PlanQueueItem; today: CalendarDate; holidays: HolidayTable; columns: readonly QueueColumn[]; picks: boolean };

export function QueueRow({ item, today, holidays, columns, picks }: QueueRowProps) {
  return (
    <Row>
      {picks && <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} />}
      <RowHead
        sub={
          item.formerPlan === null ? (
            item.trackingNumber
          ) : (
            <>
              {item.trackingNumber}
              <span className="block">as {item.formerPlan}</span>
            </>
          )
        }
      >
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      {columns
        .filter((column) => column !== 'state')
        .map((column) => (
        <ColumnCell key={column} column={column} item={item} />
      ))}
      <Cell first sub={<span className="max-lg:hidden">{dateNote(item)}</span>}>
        <RowDate item={item} today={today} holidays={holidays} />
      </Cell>
      {columns.includes('state') && <QueueStateCell item={item} today={today} />}
    </Row>
  );
}

function ColumnCell({ column, item }: { column: Exclude<QueueColumn, 'state'>; item: PlanQueueItem }) {
  switch (column) {
    case 'provider':
      return <ProviderCell item={item} />;
    case 'issue':
      return <IssueCell item={item} />;
    case 'disputed':
      return (
        <Cell align="right" label="Disputed" noWrap sub={claimWords(item.claimCount)}>
          {item.claimCount === 0 ? '–' : <Money cents={item.disputedCents} />}
        </Cell>
      );
    case 'presented':
      return (
        <Cell label="Presented">
          <CivilDate date={item.presentedOn} />
        </Cell>
      );
    case 'answered':
      return <Cell label="Answered">{item.respondedOn === null ? '–' : <CivilDate date={item.respondedOn} />}</Cell>;
    default:
      return assertNever(column);
  }
}

function claimWords(count: number): string {
  if (count === 0) return 'no claims';
  return count === 1 ? '1 claim' : `${count} claims`;
}

const IS_WITH_HFS: ReadonlySet<string> = new Set(['review_requested', 'administrative_review', 'decided']);

/** The date that counts now: the answer's, or until when the provider can go on; else what happened last. */
function RowDate({ item, today, holidays }: Omit<QueueRowProps, 'picks' | 'columns'>) {
  const { clock } = item;
  if (clock !== null && IS_WITH_HFS.has(item.status) && !item.owes) return <DueBadge due={clock.dueOn} today={today} doneOn={item.respondedOn} why={whyLine(clock)} />;
  if (clock !== null)
    return <DueBadge due={clock.dueOn} today={today} kind={clock.kind} soon={clock.kind === 'duty' && isSoon(today, clock.dueOn, holidays)} why={whyLine(clock)} />;
  const on = item.closedOn ?? item.respondedOn ?? item.presentedOn;
  return (
    <b>
      <CivilDate date={on} />
    </b>
  );
}

function dateNote(item: PlanQueueItem): string {
  if (item.owes && IS_WITH_HFS.has(item.status)) return 'HFS waits for your plan';
  if (item.status === 'presented' && item.informationDueOn !== null) return `provider’s information due ${formatDayShort(item.informationDueOn)}`;
  if (item.status === 'presented') return `presented ${formatDayShort(item.presentedOn)}${item.isExtended ? ', extended' : ''}`;
  return item.respondedOn === null ? (item.status === 'closed' ? 'closed before an answer' : 'not answered') : `${IS_WITH_HFS.has(item.status) ? 'your answer, given' : 'answered'} ${formatDayWithoutYear(item.respondedOn)}`;
}
