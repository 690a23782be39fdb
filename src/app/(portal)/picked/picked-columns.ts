import type { ListColumn } from '@/app/lists/list-file';
import type { PersonActor } from '@/domain/access/actor';
import type { TicketItem } from '@/server/queries/list-all-tickets';
import { TICKET_COLUMNS } from '../all-tickets/list-columns';

const OWN_WORDS: Record<string, string> = { 'Plan’s tracking number': 'Your tracking number', 'Assigned at the State': 'Assigned to' };

/** What a file of picked tickets holds: a plan reads its own assignee where the State reads its own. */
export function pickedColumns(actor: PersonActor): readonly ListColumn<TicketItem>[] {
  return actor.role === 'mco' ? TICKET_COLUMNS.map((column) => ({ ...column, heading: OWN_WORDS[column.heading] ?? column.heading })) : TICKET_COLUMNS;
}
