import type { ReactNode } from 'react';
import type { QueueColumn } from '@/app/lists/column-choices';
import type { PlanQueue, PlanQueueGroup, PlanQueueItem, QueueSort } from '@/server/queries/list-plan-queue';
import { DataTable } from '@/ui/table/data-table';
import { PickAll } from '@/ui/table/pick-all';
import { QueueGroup } from '@/ui/table/queue-group';
import { TableBody, TableHead, type Column } from '@/ui/table/table-parts';
import { queueRowData } from './queue-row-data';
import { QueueRows } from './queue-rows';
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
  'with-hfs': 'Due from your plan',
  fined: 'Issued',
  closed: 'Closed',
};

const HEADS: Record<QueueColumn, Column> = {
  provider: { label: 'Provider, contact' },
  issue: { label: 'Issue, program' },
  disputed: { label: 'Disputed', align: 'right' },
  presented: { label: 'Presented' },
  answered: { label: 'Answered' },
  state: { label: 'State, assigned to' },
};

/** The date stands before the state, or last. */
function columnsOf(tab: QueueTab, sort: QueueSort, shown: readonly QueueColumn[]): Column[] {
  const date = { label: DATE_LABELS[tab], sorted: sort === 'due' && tab !== 'closed' };
  const head = (id: QueueColumn): Column => (id === 'presented' ? { ...HEADS[id], sorted: sort === 'oldest' } : HEADS[id]);
  return [{ label: 'Ticket, your number' }, ...shown.filter((id) => id !== 'state').map(head), date, ...(shown.includes('state') ? [HEADS.state] : [])];
}

type QueueTableProps = { queue: PlanQueue; tab: QueueTab; sort: QueueSort; columns: readonly QueueColumn[]; picks: boolean; head?: ReactNode };

const SORT_LABELS: Record<Exclude<QueueSort, 'due'>, string> = { newest: 'the latest presented first', oldest: 'the earliest presented first' };

/** One page of a tab; what is to be answered stands in groups by due date. */
export function QueueTable({ queue, tab, sort, columns: shown, picks, head }: QueueTableProps) {
  const columns = columnsOf(tab, sort, shown);
  const label = sort === 'due' ? TAB_WORDS[tab].table : `${TAB_WORDS[tab].label}, ${SORT_LABELS[sort]}`;
  const rows = (items: readonly PlanQueueItem[]) => <QueueRows rows={items.map((item) => queueRowData(item, queue))} columns={shown} picks={picks} />;
  return (
    <DataTable label={label} stack tight hover head={head}>
      <TableHead columns={columns} pick={picks ? <PickAll name="ticket" label="Select all on this page" /> : undefined} />
      {tab === 'to-answer' && sort === 'due'
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
