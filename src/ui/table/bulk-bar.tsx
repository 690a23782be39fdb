import type { ReactNode } from 'react';
import { ClearSelection } from './clear-selection';

type BulkBarProps = {
  /** The id of the form that holds the boxes and this bar. */
  formId: string;
  /** "With the selected tickets" or, with script, "3 selected". */
  title: ReactNode;
  /** Selects and white buttons that name the act. */
  children: ReactNode;
};

/** Sits on the table and sticks to the top, in two lines on a phone; its "Clear selection" works without script. */
export function BulkBar({ formId, title, children }: BulkBarProps) {
  return (
    <div className="on-navy sticky top-0 z-10 bg-navy text-white flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-2 rounded-t-panel print:hidden" role="group" aria-label="Act on the selected tickets">
      <p className="font-bold">{title}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 max-lg:order-2 max-lg:w-full">{children}</div>
      <ClearSelection formId={formId} />
    </div>
  );
}
