import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';

type DataTableProps = {
  /** Says what the rows are and how they are sorted: "Tickets to answer, earliest due date first". */
  label: string;
  children: ReactNode;
  /** Rows become blocks below 1024 px: for queues. Else the table scrolls in its own region and keeps its first column. */
  stack?: boolean;
  /** Two-line rows of staff. */
  tight?: boolean;
  /** Rows light up under the pointer. */
  hover?: boolean;
  /** Frame and rounded corners; off inside another panel. */
  framed?: boolean;
  className?: string;
  /** `BulkBar`, which sits on the table. */
  head?: ReactNode;
};

/** A table with rows of `Row`. NB: roles are written out, since a stacked table would lose them. */
export function DataTable({ label, children, stack, tight, hover, framed = true, className, head }: DataTableProps) {
  const table = (
    <table role="table" aria-label={label} className={joinClasses('data-table', tight && 'tight', hover && 'rows', stack ? 'stack' : 'keep')}>
      {children}
    </table>
  );
  const frame = framed ? 'border border-line rounded-panel bg-white' : '';
  if (stack)
    return (
      <div className={joinClasses(frame, 'overflow-clip', className)}>
        {head}
        <div className="data-scroll lg:overflow-x-auto relative" role="region" aria-label={`${label}, table`} tabIndex={0}>
          {table}
        </div>
      </div>
    );
  return (
    <div className={joinClasses('data-scroll overflow-x-auto relative', frame, className)} role="region" aria-label={`${label}, table`} tabIndex={0}>
      {table}
    </div>
  );
}
