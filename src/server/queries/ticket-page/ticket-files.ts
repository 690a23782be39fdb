import { eventTitle } from '@/domain/tickets/event-words';
import type { FileRow } from '../../db/files';
import type { HistoryRow } from '../../db/find-history';

/** A file with the act that it came with: which event, what it was, who did it and when. */
export type TicketFile = Pick<FileRow, 'id' | 'name' | 'kind' | 'bytes' | 'state' | 'fault'> & { seq: number; event: string; by: string; at: Date };

/** The files of a ticket that its reader may see, in the order of their acts; `rows` stand newest first. */
export function ticketFiles(rows: readonly HistoryRow[]): TicketFile[] {
  return rows.toReversed().flatMap(({ seq, type, actorName, actorOrganization, recordedAt, attached }) => attached.map((file) => ({ ...file, seq, event: eventTitle(type), by: `${actorName}, ${actorOrganization}`, at: recordedAt })));
}
