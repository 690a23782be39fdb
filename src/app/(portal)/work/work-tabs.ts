import { dayPositionOf, dayPositionText, instantPositionOf, instantPositionText, listAddress, type SearchParams } from '@/app/lists/list-address';
import type { WorkPosition, WorkQueue, WorkTab } from '@/server/queries/list-work-queues';

export const WORK_TABS = ['present', 'close', 'review', 'share', 'alert', 'overdue', 'requests', 'no-number', 'undelivered'] as const satisfies readonly WorkTab[];

type TabWords = { /** Short, so that nine of them stand in one row of 1280 px; the lead says the rest. */ label: string; lead: string; count: (counts: WorkQueue['counts']) => number; empty: { title: string; text: string } };

export const WORK_WORDS: Record<WorkTab, TabWords> = {
  present: {
    label: 'To present',
    lead: 'Present each ticket to the right plan within 10 business days of receipt (R5).',
    count: (c) => c.to_present,
    empty: { title: 'Nothing to present', text: 'A complaint appears here as soon as a provider sends it.' },
  },
  close: {
    label: 'To close',
    lead: 'The provider did not contest the answer (R14), or did not ask HFS to review (R15), by the last day.',
    count: (c) => c.to_close,
    empty: { title: 'Nothing to close', text: 'A ticket appears here on the day after the provider’s last day to act.' },
  },
  review: {
    label: 'To review',
    lead: 'The provider asked HFS to review, and both sides have delivered or their date has passed (R16, R17); or the plan’s answer is overdue and HFS was alerted to that (D14). Recommended experts wait here, too.',
    count: (c) => c.to_review,
    empty: { title: 'Nothing to place in review', text: 'A ticket appears here when both sides have delivered, or on the day after their date.' },
  },
  share: {
    label: 'To share',
    lead: 'HFS gave its decision. Read it, then share it with both sides, or return it. Once shared, it is final (R18).',
    count: (c) => c.to_share,
    empty: { title: 'No decision to share', text: 'A decision appears here as soon as HFS gives it.' },
  },
  alert: {
    label: 'To alert',
    lead: 'What the portal noticed by itself (R19). One press tells the Account Manager and HFS Administration.',
    count: (c) => c.to_alert,
    empty: { title: 'No alert is prepared', text: 'An alert appears here at 8:00 on a business day. What is done meanwhile leaves by itself.' },
  },
  overdue: {
    label: 'Overdue',
    lead: 'The plan’s written answer is overdue (R8). Alert the Account Manager and HFS Administration (R19).',
    count: (c) => c.overdue,
    empty: { title: 'No answer is overdue', text: 'A ticket appears here on the day after the plan’s answer was due.' },
  },
  requests: {
    label: 'Requests overdue',
    lead: 'The plan has not answered a question or request of the Portal Team by its day (R29).',
    count: (c) => c.requests,
    empty: { title: 'No request is overdue', text: 'A request appears here on the day after the plan was to answer it.' },
  },
  'no-number': {
    label: 'No number',
    lead: 'The provider cannot file, because the plan gave no tracking number (R3, D19).',
    count: (c) => c.no_number,
    empty: { title: 'No open report', text: 'A report appears here when a provider says that a plan gave no tracking number.' },
  },
  undelivered: {
    label: 'Undelivered',
    lead: 'A mail server refused these messages for good, or sent them back. Correct the address, send again, or call the reader and note it.',
    count: (c) => c.undelivered,
    empty: { title: 'All mail was delivered', text: 'A message appears here when a mail server refuses it for good.' },
  },
};

/** What an act in a row came to, told above the rows on the next page. */
export const WORK_DONE = {
  aside: 'The alert is set aside and is not prepared again.',
  alerted: 'The alert is on its way to the Account Manager and HFS Administration.',
  settled: 'The report is settled. It still counts for its plan below.',
  addressed: 'The address is corrected, and the message is on its way to it.',
  called: 'Your note is kept with the message.',
  resent: 'The message is on its way again. If the mail server refuses it once more, it comes back here.',
} as const;
export type WorkDone = keyof typeof WORK_DONE;

export function workHref(tab: WorkTab, done: WorkDone | null = null, after: string | null = null): string {
  return listAddress('/work', { tab: tab === 'present' ? null : tab, after, done });
}

/** Where a page of a tab begins, as its address says it. */
export function workPositionOf(tab: WorkTab, params: SearchParams): WorkPosition | null {
  return tab === 'no-number' || tab === 'undelivered' ? instantPositionOf(params) : dayPositionOf(params);
}

export function workPositionText(position: WorkPosition): string | null {
  return 'key' in position ? instantPositionText(position) : dayPositionText(position);
}
