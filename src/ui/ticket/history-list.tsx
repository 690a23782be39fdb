import type { ReactNode } from 'react';
import { ChicagoInstant } from '@/ui/chicago-instant';

export type HistoryEntry = {
  id: string;
  at: Date;
  /** What happened; bold for what moved the ticket. */
  what: ReactNode;
  /** "Delia Fuentes, CountyCare" */
  by: string;
  moved?: boolean;
};

/** Who did what and when, newest first as given. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <ol className="border-t border-line">
      {entries.map((entry) => (
        <li key={entry.id} className="avoid-break grid sm:grid-cols-[13rem_1fr] gap-x-4 py-2.5 border-b border-line">
          <span className="text-ink-soft">
            <ChicagoInstant at={entry.at} />
          </span>
          <span className="wrap-anywhere">
            {entry.moved ? <b>{entry.what}</b> : entry.what} <span className="text-ink-soft">{entry.by}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
