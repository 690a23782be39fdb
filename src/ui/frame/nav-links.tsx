'use client';

import { usePathname } from 'next/navigation';
import { AppLink } from '@/ui/app-link';

export type NavLink = {
  href: string;
  label: string;
  /** Work that waits there; left out when undefined. */
  count?: number;
  /** `exact`: current on that very page only, else on the pages below it too. */
  match?: 'exact' | 'below';
  /** Other addresses whose pages belong to it, such as the tickets that a list leads to. */
  covers?: readonly string[];
};

const LINK_CLASS =
  'inline-flex items-center gap-2 min-h-12 px-0.5 border-y-4 border-transparent forced-colors:border-[Canvas] no-underline whitespace-nowrap text-white hover:text-white hover:border-b-white/45 aria-[current]:font-bold aria-[current]:border-b-gold forced-colors:aria-[current]:border-b-[Highlight]';

function isCurrent(link: NavLink, pathname: string): boolean {
  if (pathname === link.href) return true;
  if (link.covers?.some((place) => pathname === place || pathname.startsWith(`${place}/`))) return true;
  return link.match !== 'exact' && link.href !== '/' && pathname.startsWith(`${link.href}/`);
}

export function NavLinks({ links, className }: { links: readonly NavLink[]; className: string }) {
  const pathname = usePathname();
  return (
    <ul className={className}>
      {links.map((link) => (
        <li key={link.href}>
          <AppLink className={LINK_CLASS} href={link.href} aria-current={isCurrent(link, pathname) ? 'page' : undefined}>
            {link.label}
            {link.count !== undefined && (
              <span className="min-w-7 px-[0.4375rem] rounded-[1rem] bg-white/15 text-white font-semibold text-center num leading-normal">{link.count}</span>
            )}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
