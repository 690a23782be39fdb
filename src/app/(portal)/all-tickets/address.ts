import { choiceOf, isOfRealDay, isUuid, listAddress, partOf, type SearchParams } from '@/app/lists/list-address';
import { filterParts, ticketFiltersOf } from '@/app/lists/ticket-filters';
import { STATUSES } from '@/domain/tickets/status';
import { TICKET_SORTS, type AllTicketsFilters, type TicketPosition, type TicketSort } from '@/server/queries/list-all-tickets';

export const PATH = '/all-tickets';
export const TICKET_STATUSES = STATUSES.filter((status) => status !== 'draft');
/** Days up to today within which a ticket was received. */
export const RECEIVED_WITHIN = ['7', '30', '90', '365'] as const;
const KEYS: Record<TicketSort, RegExp> = { newest: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, oldest: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, due: /^\d{4}-\d\d-\d\d$/ };

/** In which order the address asks for them. */
export function sortOf(params: SearchParams): TicketSort {
  return choiceOf(params, 'sort', TICKET_SORTS) ?? 'newest';
}

/** Which tickets the address asks for. */
export function filtersOf(params: SearchParams): AllTicketsFilters {
  return { ...ticketFiltersOf(params), status: choiceOf(params, 'status', TICKET_STATUSES), planCode: partOf(params, 'plan'), receivedWithin: Number(choiceOf(params, 'received', RECEIVED_WITHIN) ?? 0) || null };
}

/** Where the page begins; a position that does not fit its order, or is no date, counts as left out. */
export function positionOf(params: SearchParams, sort: TicketSort): TicketPosition | null {
  const [key = '', id = ''] = (partOf(params, 'after') ?? '').split('~');
  return KEYS[sort].test(key) && isOfRealDay(key) && isUuid(id) ? { key, id } : null;
}

/** Filters and order as parts of an address. */
export function partsOf(filters: AllTicketsFilters, sort: TicketSort): Record<string, string | null> {
  return { status: filters.status, plan: filters.planCode, ...filterParts(filters), received: filters.receivedWithin ? String(filters.receivedWithin) : null, sort: sort === 'newest' ? null : sort };
}

/** The address of the same list as a file. */
export function downloadHref(filters: AllTicketsFilters, sort: TicketSort, format: 'csv' | 'xlsx'): string {
  return listAddress(`${PATH}/download/${format}`, partsOf(filters, sort));
}
