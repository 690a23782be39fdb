import { date, type ListColumn } from '@/app/lists/list-file';
import type { RequestEnding, RequestItem } from '@/server/queries/list-requests';
import { chicagoDay } from '@/shared/chicago';

const ENDING_WORDS: Record<RequestEnding, string> = { answered: 'Answered', late: 'Answered late', withdrawn: 'Withdrawn', moot: 'No longer needed' };

/** What a file of the Portal Team's requests to plans holds. */
export const REQUEST_COLUMNS: readonly ListColumn<RequestItem>[] = [
  { heading: 'Request or ticket', width: 20, value: (r) => r.number },
  { heading: 'Plan’s tracking number', width: 22, value: (r) => r.trackingNumber },
  { heading: 'Plan', width: 28, value: (r) => r.planName },
  { heading: 'About', width: 50, value: (r) => r.subject },
  { heading: 'Asked', value: (r) => date(chicagoDay(r.askedAt)) },
  { heading: 'Answer by', value: (r) => date(r.dueOn) },
  { heading: 'Ended', value: (r) => date(r.endedOn) },
  { heading: 'How', width: 20, value: (r) => (r.ending === null ? '' : ENDING_WORDS[r.ending]) },
];
