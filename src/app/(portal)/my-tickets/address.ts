import { PROVIDER_GROUPS, type ProviderGroup } from '@/domain/tickets/provider-turn';
import type { MyTicketsAsked, ProviderPosition } from '@/server/queries/list-my-tickets';
import { parseCalendarDate } from '@/shared/calendar-date';
import { isUuid, listAddress, partOf, type SearchParams } from '../../lists/list-address';

/** Stands for "without a date" in an address. */
const NO_DATE = 'none';

function positionOf(text: string | null): ProviderPosition | null {
  const [day = '', id = ''] = (text ?? '').split('~');
  if (!isUuid(id)) return null;
  const on = parseCalendarDate(day);
  return on.ok ? { on: on.value, id } : day === NO_DATE ? { on: null, id } : null;
}

const textOf = (position: ProviderPosition | null) => (position === null ? null : `${position.on ?? NO_DATE}~${position.id}`);

/** What the address asks for: a client of a billing agent, and where each group's page begins. */
export function askedOf(params: SearchParams): MyTicketsAsked {
  const client = partOf(params, 'client');
  const after = Object.fromEntries(PROVIDER_GROUPS.map((group) => [group, positionOf(partOf(params, group))])) as MyTicketsAsked['after'];
  return { clientId: client !== null && isUuid(client) ? client : null, after };
}

/** The same view with one group's page begun elsewhere; the other groups stay where they are. */
export function pageHref(asked: MyTicketsAsked, group: ProviderGroup, position: ProviderPosition | null): string {
  const after = { ...asked.after, [group]: position };
  return `${listAddress('/my-tickets', { client: asked.clientId, mine: textOf(after.mine), waiting: textOf(after.waiting), closed: textOf(after.closed) })}#${group}`;
}
