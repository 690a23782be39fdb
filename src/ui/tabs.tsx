import { AppLink } from './app-link';
import { Count } from './count';
import { joinClasses } from './join-classes';

export type Tab = { href: string; label: string; count?: number; /** The count in red, when it is not zero. */ late?: boolean };

type TabsProps = { label: string; tabs: readonly Tab[]; currentHref: string; className?: string };

/** Tabs are links: each has an address and a count. */
export function Tabs({ label, tabs, currentHref, className }: TabsProps) {
  return (
    <nav className={joinClasses('flex gap-x-6 gap-y-1 overflow-x-auto relative border-b border-line print:hidden', className)} aria-label={label}>
      {tabs.map((tab) => (
        <TabLink key={tab.href} tab={tab} current={tab.href === currentHref} />
      ))}
    </nav>
  );
}

function TabLink({ tab, current }: { tab: Tab; current: boolean }) {
  const isLate = tab.late && tab.count !== undefined && tab.count > 0;
  return (
    <AppLink
      className="inline-flex items-center gap-2 min-h-11 px-0.5 pt-2.5 pb-2 border-b-4 border-transparent forced-colors:border-[Canvas] text-ink no-underline whitespace-nowrap hover:border-line-strong hover:text-ink aria-[current]:text-navy aria-[current]:font-bold aria-[current]:border-navy aria-[current]:[scroll-initial-target:nearest] forced-colors:aria-[current]:border-[Highlight] -outline-offset-2"
      href={tab.href}
      aria-current={current ? 'page' : undefined}
    >
      {tab.label}
      {tab.count !== undefined && <Count value={tab.count} tone={isLate ? 'late' : current ? 'now' : 'plain'} />}
    </AppLink>
  );
}
