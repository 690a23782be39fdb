import type { FileState } from '@/domain/tickets/files';
import type { Tx } from './database';

/** A file as its record has it beside how its event names it; one of the two can be missing. */
export type Attachment = {
  ticketNumber: string;
  seq: number;
  name: string;
  record: { id: string; bytes: number; sha256: string; state: FileState } | null;
  /** The sum that the event names. */
  told: string | null;
};

type Row = { number: string; seq: number; name: string; id: string | null; bytes: number | null; sha256: string | null; state: FileState | null; told: string | null };

function attachmentOf({ number, seq, name, id, bytes, sha256, state, told }: Row): Attachment {
  return { ticketNumber: number, seq, name, told, record: id === null || bytes === null || sha256 === null || state === null ? null : { id, bytes, sha256, state } };
}

/** What some tickets' events and files say of each other. */
export async function findAttachments(tx: Tx, ticketIds: readonly string[]): Promise<Attachment[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH told AS (
      SELECT e.ticket_id, e.seq, f->>'id' AS id, f->>'name' AS name, f->>'sha256' AS sha256
      FROM ticket_events e CROSS JOIN LATERAL jsonb_array_elements(e.data->'files') f
      WHERE e.ticket_id = ANY (${[...ticketIds]}::uuid[]) AND jsonb_typeof(e.data->'files') = 'array'
    ), kept AS (SELECT * FROM files WHERE ticket_id = ANY (${[...ticketIds]}::uuid[]))
    SELECT t.number, coalesce(told.seq, kept.event_seq) AS seq, coalesce(kept.name, told.name) AS name, kept.id, kept.bytes, kept.sha256, kept.state, told.sha256 AS told
    FROM told FULL JOIN kept ON kept.ticket_id = told.ticket_id AND kept.event_seq = told.seq AND kept.id::text = told.id
    JOIN tickets t ON t.id = coalesce(told.ticket_id, kept.ticket_id)
    ORDER BY t.id, 2, 3`;
  return rows.map(attachmentOf);
}
