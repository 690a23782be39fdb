import type { ReactNode } from 'react';
import type { PlanQueue, PlanQueueGroup, PlanQueueItem } from '@/server/queries/list-plan-queue';
import { DataTable } from '@/ui/table/data-table';
import { PickAll } from '@/ui/table/pick-all';
import { QueueGroup } from '@/ui/table/queue-group';
import { TableBody, TableHead, type Column } from '@/ui/table/table-parts';
import { QueueRow } from './queue-row';
import { TAB_WORDS, type QueueTab } from './queue-tabs';

const GROUPS: readonly { group: PlanQueueGroup; title: string }[] = [
  { group: 'overdue', title: 'Overdue' },
  { group: 'this-week', title: 'This week' },
  { group: 'next-week', title: 'Next week' },
  { group: 'later', title: 'Later' },
];

const DATE_LABELS: Record<QueueTab, string> = {
  'to-answer': 'Answer due',
  new: 'Answer due',
  'this-week': 'Answer due',
  overdue: 'Answer due',
  waiting: 'Answer due',
  answered: 'Provider can go on until',
  'with-hfs': 'Answer was due',
  fined: 'Issued',
  closed: 'Closed',
};

function columnsOf(tab: QueueTab): Column[] {
  return [
    { label: 'Ticket, your number' },
    { label: 'Provider, contact' },
    { label: 'Issue, program' },
    { label: 'Disputed', align: 'right' },
    { label: DATE_LABELS[tab], sorted: tab !== 'closed' },
    { label: 'State, assigned to' },
  ];
}

type QueueTableProps = { queue: PlanQueue; tab: QueueTab; picks: boolean; head?: ReactNode };

/** One page of a tab; what is to be answered stands in groups by due date. */
export function QueueTable({ queue, tab, picks, head }: QueueTableProps) {
  const columns = columnsOf(tab);
  const rows = (items: readonly PlanQueueItem[]) => items.map((item) => <QueueRow key={item.ticketId} item={item} today={queue.today} holidays={queue.holidays} picks={picks} />);
  return (
    <DataTable label={TAB_WORDS[tab].table} stack tight hover head={head}>
      <TableHead columns={columns} pick={picks ? <PickAll name="ticket" label="Select all on this page" /> : undefined} />
      {tab === 'to-answer'
        ? GROUPS.map(({ group, title }) => {
            const items = queue.tickets.filter((item) => item.group === group);
            return items.length === 0 ? null : (
              <QueueGroup key={group} title={title} count={queue.groupCounts[group]} columns={columns.length + (picks ? 1 : 0)}>
                {rows(items)}
              </QueueGroup>
            );
          })
        : <TableBody>{rows(queue.tickets)}</TableBody>}
    </DataTable>
  );
}
