import { AppLink } from '@/ui/app-link';
import { joinClasses } from '@/ui/join-classes';
import { phoneHref } from '@/ui/phone-href';
import { wrapClass } from '@/ui/wrap';
import type { Agency } from './agency';

type FooterProps = {
  agency: Pick<Agency, 'agencyName' | 'bureauName' | 'portalTeamEmail' | 'portalTeamPhone'>;
  links: readonly { href: string; label: string }[];
  wide?: boolean;
};

export function Footer({ agency, links, wide }: FooterProps) {
  return (
    <footer className="border-t-4 border-navy bg-wash mt-16 print:hidden">
      <div className={joinClasses(wrapClass(wide), 'flex flex-wrap justify-between gap-x-12 gap-y-4 py-8')}>
        <div>
          <p>
            <b>{agency.agencyName}</b>
            <br />
            {agency.bureauName}
          </p>
          <p className="mt-3 flex flex-wrap gap-x-2">
            <span>Portal Team:</span>
            <a className="max-w-full wrap-anywhere" href={`mailto:${agency.portalTeamEmail}`}>
              {agency.portalTeamEmail}
            </a>
            <a className="whitespace-nowrap" href={phoneHref(agency.portalTeamPhone)}>
              {agency.portalTeamPhone}
            </a>
          </p>
        </div>
        <ul className="flex flex-wrap content-start gap-x-6 gap-y-2">
          {links.map((link) => (
            <li key={link.href}>
              <AppLink href={link.href}>{link.label}</AppLink>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
