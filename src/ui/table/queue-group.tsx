import type { ReactNode } from 'react';
import { countWords } from '@/shared/capped-count';

type QueueGroupProps = {
  /** "Overdue", "This week" */
  title: string;
  count: number;
  /** Columns of the table, the one of boxes included. */
  columns: number;
  children: ReactNode;
};

/** Rows of one stretch of due dates under a heading with their count. */
export function QueueGroup({ title, count, columns, children }: QueueGroupProps) {
  return (
    <tbody role="rowgroup">
      <tr role="row" className="grp">
        <th role="rowheader" scope="rowgroup" colSpan={columns}>
          {title} · {countWords(count)}
        </th>
      </tr>
      {children}
    </tbody>
  );
}
