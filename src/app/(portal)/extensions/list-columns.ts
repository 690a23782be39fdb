import { date, yes, type ListColumn } from '@/app/lists/list-file';
import type { ExtensionItem } from '@/server/queries/list-extensions';

/** What a file of the undecided extension requests holds. */
export const EXTENSION_COLUMNS: readonly ListColumn<ExtensionItem>[] = [
  { heading: 'Ticket', value: (e) => e.number },
  { heading: 'Plan', value: (e) => e.planShortName },
  { heading: 'Provider', width: 34, value: (e) => e.provider },
  { heading: 'Asked by', width: 12, value: (e) => (e.asker === 'mco' ? 'Plan' : 'Provider') },
  { heading: 'Asked', value: (e) => date(e.askedOn) },
  { heading: 'HFS aims to decide by', width: 22, value: (e) => date(e.targetOn) },
  { heading: 'Answer due', value: (e) => date(e.answerDueOn) },
  { heading: 'Held (D8)', width: 12, value: (e) => yes(e.isHeld) },
];
