import type { ReactNode } from 'react';
import { Icon } from './icon';
import { joinClasses } from './join-classes';

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; /** Of those with one group, opening one closes the others. */ group?: string; className?: string; bodyClassName?: string };

/** Native details with a chevron: works without script, opens in print. */
export function Disclosure({ summary, children, open, group, className, bodyClassName }: DisclosureProps) {
  return (
    <details className={joinClasses('why', className)} open={open} name={group}>
      <summary>
        <Icon name="chevron-right" className="chev" />
        {summary}
      </summary>
      <div className={joinClasses('why-body', bodyClassName)}>{children}</div>
    </details>
  );
}
