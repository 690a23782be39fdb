import { choiceOf, listAddress, type SearchParams } from '@/app/lists/list-address';
import { filterParts, ticketFiltersOf } from '@/app/lists/ticket-filters';
import { QUEUE_SORTS, type PlanQueueTab, type QueueFilters } from '@/server/queries/list-plan-queue';
import { QUEUE_TABS, type QueueTab } from './queue-tabs';

export const QUEUE_PATH = '/queue';

export function tabOf(params: SearchParams): QueueTab {
  return choiceOf(params, 'tab', QUEUE_TABS) ?? 'to-answer';
}

/** The tab of a view; the fines, which are no tickets, are none. */
export function viewTabOf(params: SearchParams): PlanQueueTab {
  const tab = tabOf(params);
  return tab === 'fined' ? 'to-answer' : tab;
}

/** Which tickets of the tab the address asks for, and in which order. */
export function queueFiltersOf(params: SearchParams): QueueFilters {
  return { ...ticketFiltersOf(params), sort: choiceOf(params, 'sort', QUEUE_SORTS) ?? 'due' };
}

export const tabPart = (tab: QueueTab) => (tab === 'to-answer' ? null : tab);

/** Tab, filters and order as parts of an address; the tab of fines has neither filters nor order. */
export function queueParts(tab: QueueTab, filters: QueueFilters): Record<string, string | null> {
  if (tab === 'fined') return { tab };
  return { tab: tabPart(tab), ...filterParts(filters), sort: filters.sort === undefined || filters.sort === 'due' ? null : filters.sort };
}

export function queueHref(tab: QueueTab, filters: QueueFilters, more: Record<string, string | null> = {}): string {
  return listAddress(QUEUE_PATH, { ...queueParts(tab, filters), ...more });
}
