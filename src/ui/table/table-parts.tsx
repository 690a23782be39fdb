import type { ReactNode } from 'react';
import { given } from '@/ui/given';
import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';

export type Column = {
  label: string;
  align?: 'right' | 'center';
  /** Read out but not drawn, such as a column of buttons. */
  hidden?: boolean;
  /** The rows are sorted by this column, earliest or smallest first. */
  sorted?: boolean;
};

export function TableHead({ columns, pick }: { columns: readonly Column[]; /** The box that picks all rows, in a first column of its own. */ pick?: ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {pick !== undefined && (
          <th role="columnheader" scope="col">
            {pick}
          </th>
        )}
        {columns.map((column) => (
          <th key={column.label} role="columnheader" scope="col" className={ALIGN[column.align ?? 'left']} aria-sort={column.sorted ? 'ascending' : undefined}>
            {column.hidden ? <span className="sr-only">{column.label}</span> : column.label}
            {column.sorted && <Icon name="arrow-up" className="size-4 ml-1" />}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const ALIGN = { left: undefined, right: 'r', center: 'text-center!' };

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody role="rowgroup">{children}</tbody>;
}

type RowProps = { children: ReactNode; /** The row whose details stand beside the table. */ current?: boolean; id?: string };

export function Row({ children, current, id }: RowProps) {
  return (
    <tr role="row" {...given({ id })} {...(current && { className: 'sel', 'aria-current': 'true' })}>
      {children}
    </tr>
  );
}

type CellProps = {
  children?: ReactNode;
  /** Second line, soft. */
  sub?: ReactNode;
  align?: 'right' | 'center';
  /** Says in a stacked row what the value is: "Disputed". */
  label?: string;
  /** In a stacked row it stands right under the row's head: the due date. */
  first?: boolean;
  noWrap?: boolean;
  colSpan?: number;
  className?: string;
};

function cellClass({ align, first, noWrap, className }: CellProps): string | undefined {
  return joinClasses(ALIGN[align ?? 'left'], first && 'when-first', noWrap && 'lg:whitespace-nowrap', className);
}

/** About what a column holds: a longer second line wraps, or one long name would push the last columns out of sight. */
const LONG_SUB = 28;

function subClass(sub: ReactNode): string {
  return typeof sub === 'string' && sub.length > LONG_SUB ? 'sub long' : 'sub';
}

export function Cell(props: CellProps) {
  return (
    <td role="cell" {...given({ className: cellClass(props), colSpan: props.colSpan, 'data-label': props.label })}>
      {props.children}
      {props.sub !== undefined && <span className={subClass(props.sub)}>{props.sub}</span>}
    </td>
  );
}

/** The cell that names the row: ticket number, claim number, plan. */
export function RowHead({ children, sub, colSpan, className }: Pick<CellProps, 'children' | 'sub' | 'colSpan' | 'className'>) {
  return (
    <th role="rowheader" scope="row" {...given({ colSpan, className })}>
      {children}
      {sub !== undefined && <span className={subClass(sub)}>{sub}</span>}
    </th>
  );
}

export function TableFoot({ children }: { children: ReactNode }) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">{children}</tr>
    </tfoot>
  );
}
