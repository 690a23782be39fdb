import { listAddress } from '@/app/lists/list-address';
import type { FineTab } from '@/server/queries/list-fines';

export const FINE_TABS = ['proposed', 'issued', 'waived', 'rescinded'] as const satisfies readonly FineTab[];

export const FINE_TAB_NAMES: Record<FineTab, string> = { proposed: 'Proposed', issued: 'Issued this quarter', waived: 'Waived', rescinded: 'Rescinded' };

/** What was just done, told on the next page. */
export const OUTCOMES = ['issued', 'waived', 'rescinded'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function finesHref(tab: FineTab, parts: { after?: string | null; done?: Outcome } = {}): string {
  return listAddress('/fines', { tab: tab === 'proposed' ? null : tab, after: parts.after ?? null, done: parts.done ?? null });
}

/** The fine that stands on a ticket, beside the list of its tab. */
export function fineHref(ticketId: string, done: Outcome | null = null): string {
  return listAddress(`/fines/${ticketId}`, { done });
}
