import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';

export type ClockCell = { label: string; value: ReactNode; note?: ReactNode };

const COLUMNS: Record<number, string> = { 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3', 4: 'sm:grid-cols-2 lg:grid-cols-4' };

/** The other clocks under the strip of whose turn it is, side by side. */
export function ClockCells({ cells }: { cells: readonly ClockCell[] }) {
  return (
    <ul className={joinClasses('grid border-t border-line max-lg:[&>li+li]:border-t lg:[&>li+li]:border-l [&>li]:border-line', COLUMNS[cells.length])}>
      {cells.map((cell) => (
        <li key={cell.label} className="px-5 py-3.5">
          <span className="block text-ink-soft">{cell.label}</span>
          <span className="block font-semibold">{cell.value}</span>
          {cell.note && <span className="block">{cell.note}</span>}
        </li>
      ))}
    </ul>
  );
}
