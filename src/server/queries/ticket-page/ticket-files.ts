import { eventTitle } from '@/domain/tickets/event-words';
import type { EventType } from '@/domain/tickets/events';
import type { Tx } from '../../db/database';
import { findTicketFiles, type FileRow } from '../../db/files';

/** A file with the act that it came with: which event, what it was, who did it and when. */
export type TicketFile = Pick<FileRow, 'id' | 'name' | 'kind' | 'bytes' | 'state' | 'fault'> & { seq: number; event: string; by: string; at: Date };

/** The files of a ticket that its reader may see, in the order of their acts. */
export async function ticketFiles(tx: Tx, ticketId: string): Promise<TicketFile[]> {
  const files = await findTicketFiles(tx, ticketId);
  const seqs = [...new Set(files.flatMap((f) => f.eventSeq ?? []))];
  if (seqs.length === 0) return [];
  const events = await tx.ticketEvent.findMany({ where: { ticketId, seq: { in: seqs } }, select: { seq: true, type: true, actorName: true, actorOrganization: true, recordedAt: true } });
  const bySeq = new Map(events.map((e) => [e.seq, e]));
  return files.flatMap(({ id, name, kind, bytes, state, fault, eventSeq }) => {
    const event = bySeq.get(eventSeq ?? 0);
    return event === undefined ? [] : [{ id, name, kind, bytes, state, fault, seq: event.seq, event: eventTitle(event.type as EventType), by: `${event.actorName}, ${event.actorOrganization}`, at: event.recordedAt }];
  });
}
