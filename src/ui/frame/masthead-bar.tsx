import type { ReactNode } from 'react';
import { AppLink } from '@/ui/app-link';
import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';
import { wrapClass } from '@/ui/wrap';
import { PORTAL_NAME, type Agency } from './agency';
import { NavLinks, type NavLink } from './nav-links';
import { PhoneMenu } from './phone-menu';

type MastheadBarProps = {
  agency: Pick<Agency, 'agencyName' | 'agencyShortName'>;
  homeHref: string;
  links: readonly NavLink[];
  /** Right of the name on a wide screen. */
  side: ReactNode;
  /** At the end of the row of links on a wide screen. */
  navEnd?: ReactNode;
  /** Under the links in the phone's menu. */
  menuFoot: ReactNode;
  wide?: boolean;
  tall?: boolean;
};

/** The navy head that the public and the signed-in masthead share. */
export function MastheadBar({ agency, homeHref, links, side, navEnd, menuFoot, wide, tall }: MastheadBarProps) {
  return (
    <header className="on-navy bg-navy text-white print:hidden">
      <div className={joinClasses(wrapClass(wide), 'flex max-lg:flex-wrap items-center justify-between gap-x-8 gap-y-3 py-3.5', tall && 'lg:py-5')}>
        <AppLink className="max-lg:grow max-lg:basis-0 max-lg:min-w-[min(10rem,100%)] lg:shrink-0 no-underline leading-tight text-white hover:text-white" href={homeHref}>
          <span className="block text-lead sm:text-h3 font-bold">{PORTAL_NAME}</span>
          <span className="block text-navy-pale">
            <span className="max-sm:hidden">{agency.agencyName}</span>
            <span className="sm:hidden">{agency.agencyShortName}</span>
          </span>
        </AppLink>
        <div className="hidden lg:flex items-center">{side}</div>
        <PhoneMenu
          button={
            <>
              <Icon name="menu" />
              Menu
            </>
          }
        >
          <nav aria-label="Main, phone">
            <NavLinks links={links} className="grid" />
          </nav>
          <div className="border-t border-white/25 mt-3 pt-3">{menuFoot}</div>
        </PhoneMenu>
      </div>
      <nav className="hidden lg:block border-t border-white/15" aria-label="Main">
        <div className={joinClasses(wrapClass(wide), 'flex items-center justify-between gap-x-8')}>
          <NavLinks links={links} className="flex flex-wrap gap-x-8" />
          {navEnd}
        </div>
      </nav>
    </header>
  );
}
