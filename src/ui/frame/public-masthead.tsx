import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { Icon } from '@/ui/icon';
import type { Agency } from './agency';
import { MastheadBar } from './masthead-bar';
import type { NavLink } from './nav-links';

type PublicMastheadProps = {
  agency: Pick<Agency, 'agencyName' | 'agencyShortName'>;
  links: readonly NavLink[];
  /** `null` on the sign-in page itself. */
  signInHref: string | null;
};

/** Head of the pages that anyone can read. */
export function PublicMasthead({ agency, links, signInHref }: PublicMastheadProps) {
  return (
    <MastheadBar
      agency={agency}
      homeHref="/"
      links={links}
      tall
      side={
        signInHref && (
          <ButtonLink href={signInHref} variant="white">
            <Icon name="lock" />
            Sign in
          </ButtonLink>
        )
      }
      menuFoot={
        signInHref && (
          <AppLink className="inline-flex items-center min-h-11 text-white hover:text-white" href={signInHref}>
            Sign in
          </AppLink>
        )
      }
    />
  );
}
