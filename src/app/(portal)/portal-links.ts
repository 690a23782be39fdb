import type { PersonRole } from '@/domain/access/actor';
import { assertNever } from '@/shared/assert-never';
import type { NavLink } from '@/ui/frame/nav-links';

const POLICY: NavLink = { href: '/policy', label: 'Policy' };
const REVIEWS: NavLink = { href: '/reviews', label: 'Reviews' };
const FINES: NavLink = { href: '/fines', label: 'Fine desk' };
const FILE_CHECKS: NavLink = { href: '/file-checks', label: 'File checks' };
const EXTENSIONS: NavLink = { href: '/extensions', label: 'Extensions' };
const TICKETS: NavLink = { href: '/all-tickets', label: 'Tickets', covers: ['/tickets'] };

/** What Administration looks after now and then, behind one entry of the menu. */
export const ADMINISTRATION_PLACES = [{ href: '/holidays', label: 'State calendar' }, { href: '/mail-texts', label: 'Mail texts' }, FILE_CHECKS, { href: '/nightly-checks', label: 'Nightly checks' }] as const;
export type AdministrationPlace = '/holidays' | '/mail-texts' | '/file-checks' | '/nightly-checks';
const ADMINISTRATION: NavLink = { href: '/holidays', label: 'Administration', covers: ADMINISTRATION_PLACES.map((place) => place.href) };

/** Each role's places; `myTurn` counts a provider's tickets that wait for it, and a plan's requests of the Portal Team. */
export function portalLinks(role: PersonRole, myTurn: number | null): NavLink[] {
  switch (role) {
    case 'provider':
      return [{ href: '/my-tickets', label: 'My tickets', covers: ['/tickets'], count: myTurn === null || myTurn === 0 ? undefined : myTurn }, { href: '/file', label: 'File a complaint' }, POLICY];
    case 'mco':
      return [{ href: '/queue', label: 'Queue', covers: ['/tickets'] }, { href: '/requests', label: 'Requests', count: myTurn === null || myTurn === 0 ? undefined : myTurn }, POLICY];
    case 'portal_team':
      return [{ href: '/work', label: 'Work queues', covers: ['/tickets'] }, { href: '/all-tickets', label: 'All tickets' }, { href: '/requests', label: 'Requests' }, FILE_CHECKS, POLICY];
    case 'account_manager':
      return [FINES, REVIEWS, EXTENSIONS, TICKETS, POLICY];
    case 'administration':
      return [FINES, REVIEWS, EXTENSIONS, TICKETS, ADMINISTRATION, POLICY];
    case 'sme':
      return [{ href: '/reviews', label: 'Reviews', covers: ['/tickets'] }, POLICY];
    default:
      return assertNever(role);
  }
}
