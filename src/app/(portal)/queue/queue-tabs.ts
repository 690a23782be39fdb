import type { PlanQueueTab } from '@/server/queries/list-plan-queue';

export const QUEUE_TABS = ['to-answer', 'new', 'this-week', 'overdue', 'waiting', 'answered', 'with-hfs', 'fined', 'closed'] as const satisfies readonly (PlanQueueTab | 'fined')[];
export type QueueTab = (typeof QUEUE_TABS)[number];

type TabWords = {
  label: string;
  /** What the table is, for who hears it. */
  table: string;
  empty: { title: string; text: string };
};

export const TAB_WORDS: Record<QueueTab, TabWords> = {
  'to-answer': {
    label: 'To answer',
    table: 'Tickets to answer, earliest due date first',
    empty: { title: 'Nothing to answer', text: 'A ticket appears here as soon as the Portal Team presents it to your plan. Your primary staff get an e-mail with the date by which to answer.' },
  },
  new: {
    label: 'New',
    table: 'Tickets that nobody at your plan has opened, earliest due date first',
    empty: { title: 'Nothing new', text: 'Somebody at your plan has opened every ticket. New ones appear here until they are opened for the first time.' },
  },
  'this-week': {
    label: 'Due this week',
    table: 'Answers due by Sunday, earliest due date first',
    empty: { title: 'Nothing is due this week', text: 'Answers that are due by Sunday appear here.' },
  },
  overdue: {
    label: 'Overdue',
    table: 'Overdue answers, earliest due date first',
    empty: { title: 'Nothing is overdue', text: 'A ticket appears here on the day after its answer was due. A fine may then be issued (R20).' },
  },
  waiting: {
    label: 'Waiting for provider',
    table: 'Tickets on which the provider owes you information, earliest due date first',
    empty: { title: 'Nothing waits for a provider', text: 'Tickets on which you asked the provider for information stay here until it answers. Your own answer stays due all the same (D9).' },
  },
  answered: {
    label: 'Answered',
    table: 'Answered tickets that the provider can still contest, earliest date first',
    empty: { title: 'No answer waits for the provider', text: 'Tickets that your plan has answered stay here while the provider can disagree or ask HFS to review.' },
  },
  'with-hfs': {
    label: 'With HFS',
    table: 'Tickets that HFS reviews, what your plan owes first',
    empty: { title: 'HFS reviews none of your tickets', text: 'A ticket appears here when the provider asks HFS to review the dispute (R15).' },
  },
  fined: {
    label: 'Fined',
    table: 'Fines issued to your plan, the latest first',
    empty: { title: 'No fines', text: 'Fines that HFS has issued to your plan appear here, with the date of the missed answer and the quarter for which they count.' },
  },
  closed: {
    label: 'Closed',
    table: 'Closed tickets, the last one closed first',
    empty: { title: 'No closed tickets', text: 'Tickets appear here once they are closed, with the reason.' },
  },
};
