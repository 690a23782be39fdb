import { filtersOf, partsOf, PATH, sortOf } from '@/app/(portal)/all-tickets/address';
import { queueFiltersOf, queueParts, QUEUE_PATH, viewTabOf } from '@/app/(portal)/queue/address';
import type { PersonRole } from '@/domain/access/actor';
import type { ViewedList } from '@/server/queries/list-saved-views';
import type { SearchParams } from './list-address';

type Viewed = { path: string; roles: readonly PersonRole[]; /** The parts of an address that make a view; anything else is left out. */ partsOf: (params: SearchParams) => Record<string, string | null> };

/** The lists of which people keep views. */
export const VIEWED: Record<ViewedList, Viewed> = {
  queue: { path: QUEUE_PATH, roles: ['mco'], partsOf: (params) => queueParts(viewTabOf(params), queueFiltersOf(params)) },
  'all-tickets': { path: PATH, roles: ['portal_team', 'account_manager', 'administration'], partsOf: (params) => partsOf(filtersOf(params), sortOf(params)) },
};

/** Only the parts that say something. */
export function givenParts(parts: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== null));
}
