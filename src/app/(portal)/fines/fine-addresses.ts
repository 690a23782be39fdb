import { choiceOf, listAddress, partOf, type SearchParams } from '@/app/lists/list-address';
import type { FineTab } from '@/server/queries/list-fines';

export const FINE_TABS = ['proposed', 'objections', 'issued', 'waived', 'rescinded'] as const satisfies readonly FineTab[];

export const FINE_TAB_NAMES: Record<FineTab, string> = { proposed: 'Proposed', objections: 'Objections', issued: 'Issued this quarter', waived: 'Waived', rescinded: 'Rescinded' };

/** What was just done, told on the next page. */
const OUTCOMES = ['issued', 'waived', 'rescinded', 'objection-upheld', 'objection-granted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What was done, and on which ticket: the next fine may stand under these words. */
export type Done = { outcome: Outcome; number: string };

const TICKET_NUMBER = /^PRP-\d{4}-\d{5,10}$/;

export function doneOf(params: SearchParams): Done | null {
  const outcome = choiceOf(params, 'done', OUTCOMES);
  const number = partOf(params, 'of') ?? '';
  return outcome !== null && TICKET_NUMBER.test(number) ? { outcome, number } : null;
}

const doneParts = (done: Done | null) => ({ done: done?.outcome ?? null, of: done?.number ?? null });

export function finesHref(tab: FineTab, { after = null, done = null }: { after?: string | null; done?: Done | null } = {}): string {
  return listAddress('/fines', { tab: tab === 'proposed' ? null : tab, after, ...doneParts(done) });
}

/** The fine that stands on a ticket, beside the list of its tab. */
export function fineHref(ticketId: string, done: Done | null = null): string {
  return listAddress(`/fines/${ticketId}`, doneParts(done));
}
