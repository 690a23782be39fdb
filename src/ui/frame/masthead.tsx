import type { ReactNode } from 'react';
import type { Agency } from './agency';
import { MastheadBar } from './masthead-bar';
import type { NavLink } from './nav-links';

export type MastheadProps = {
  agency: Pick<Agency, 'agencyName' | 'agencyShortName'>;
  person: { name: string; organization: string };
  links: readonly NavLink[];
  /** What is the person's own: the bell and the choice of mail; at the end of the links, and in the phone's menu. */
  own: ReactNode;
  /** A form whose button signs out; drawn once for wide screens and once in the phone's menu. */
  signOut: ReactNode;
  /** A form that searches, given once the prefix of its ids; drawn like `signOut`. */
  search: (prefix: string) => ReactNode;
  homeHref: string;
  wide?: boolean;
};

function Person({ name, organization }: MastheadProps['person']) {
  return (
    <p>
      <span className="block font-semibold">{name}</span>
      <span className="block text-navy-pale">{organization}</span>
    </p>
  );
}

/** Head of every page behind the sign-in: portal, person and organization, links with counts. */
export function Masthead({ agency, person, links, own, signOut, search, homeHref, wide }: MastheadProps) {
  return (
    <MastheadBar
      agency={agency}
      homeHref={homeHref}
      links={links}
      navEnd={own}
      wide={wide}
      side={
        <div className="flex items-center gap-4 text-right leading-tight">
          {search('top')}
          <Person {...person} />
          {signOut}
        </div>
      }
      menuFoot={
        <div className="leading-tight">
          <div className="mb-3">{search('menu')}</div>
          <Person {...person} />
          <div className="mt-1">{own}</div>
          {signOut}
        </div>
      }
    />
  );
}
