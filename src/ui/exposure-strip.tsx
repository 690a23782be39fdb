import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';

export type ExposureCell = { tone: 'late' | 'soon' | 'plain'; title: ReactNode; text?: ReactNode };

const TONES = { late: 'bg-late-wash text-late', soon: 'bg-soon-wash text-soon', plain: '' };

/** What is at stake, above a queue: "3 overdue: $15,000". */
export function ExposureStrip({ cells, label = 'Exposure' }: { cells: readonly ExposureCell[]; label?: string }) {
  return (
    <section aria-label={label} className="flex flex-col lg:flex-row lg:flex-wrap border border-line rounded-panel overflow-hidden max-lg:[&>p+p]:border-t lg:[&>p+p]:border-l [&>p]:border-line">
      {cells.map((cell, index) => (
        <p key={index} className={joinClasses('px-5 py-3', index === cells.length - 1 && 'lg:grow lg:basis-[24rem]', TONES[cell.tone])}>
          <b className={index < cells.length - 1 ? 'lg:whitespace-nowrap' : undefined}>{cell.title}</b>
          {cell.text && (
            <>
              {cell.tone === 'plain' ? ' ' : <br />}
              {cell.text}
            </>
          )}
        </p>
      ))}
    </section>
  );
}
