import type { ReactNode } from 'react';
import { Icon } from './icon';
import { joinClasses } from './join-classes';

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string; bodyClassName?: string };

/** Native details with a chevron: works without script, opens in print. */
export function Disclosure({ summary, children, open, className, bodyClassName }: DisclosureProps) {
  return (
    <details className={joinClasses('why', className)} open={open}>
      <summary>
        <Icon name="chevron-right" className="chev" />
        {summary}
      </summary>
      <div className={joinClasses('why-body', bodyClassName)}>{children}</div>
    </details>
  );
}
