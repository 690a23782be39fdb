import type { ReactNode } from 'react';
import { joinClasses } from '@/ui/join-classes';

type PageTitleProps = {
  title: string;
  /** One line under the title, such as the ticket's and the plan's number (R3). */
  lead?: ReactNode;
  /** On the right: a note, a tag, small buttons. */
  aside?: ReactNode;
  className?: string;
};

export function PageTitle({ title, lead, aside, className }: PageTitleProps) {
  return (
    <div className={joinClasses('flex flex-wrap justify-between gap-x-8 gap-y-2', lead ? 'items-start' : 'items-end', className)}>
      <div>
        <h1>{title}</h1>
        {lead && <div className="text-lead mt-1">{lead}</div>}
      </div>
      {aside && <div className="flex flex-wrap items-center gap-x-3 gap-y-2">{aside}</div>}
    </div>
  );
}
