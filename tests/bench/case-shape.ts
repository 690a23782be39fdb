import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { newId } from '@/server/new-id';
import { fileStore, incomingPath } from '@/server/files/file-store';

export const FILE_BYTES = 50_000_000;

/** A closed ticket with so many files of the largest size at its first event; its id. */
export async function giveFiles(owner: Client, files: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM tickets WHERE status = 'closed' AND responded_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files f WHERE f.ticket_id = tickets.id) ORDER BY id LIMIT 1`);
  const ticketId = rows[0]?.id;
  if (ticketId === undefined) throw new Error('There is no ticket to give files to.');
  const store = await fileStore();
  for (let n = 1; n <= files; n += 1) {
    const [id, path, bytes] = [newId(), await incomingPath(), randomBytes(FILE_BYTES)];
    await writeFile(path, bytes);
    await store.put(id, path, FILE_BYTES);
    await owner.query(
      `INSERT INTO files (id, organization_id, uploaded_by_id, uploaded_by_name, place_action, place_id, name, kind, bytes, sha256, state, uploaded_at, ticket_id, event_seq)
       SELECT $1, t.organization_id, t.contact_id, t.contact_name, 'submit', t.id, $2, 'pdf', $3, $4, 'clean', t.filed_at, t.id, 1 FROM tickets t WHERE t.id = $5`,
      [id, `Records ${n}.pdf`, FILE_BYTES, createHash('sha256').update(bytes).digest('hex'), ticketId],
    );
  }
  return ticketId;
}
