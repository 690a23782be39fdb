import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export type OutboxRow = { id: string; status: string; attempts: number; server_reply: string | null; accepted_at: Date | null; message_id: string; sent_again_as: string | null; to_address: string; subject: string };

/** A message about no ticket, in the outbox with its job, as a command would have put it there. */
export async function givenMessage(owner: Client, change: { toName?: string; toAddress?: string; subject?: string; text?: string; html?: string | null } = {}): Promise<string> {
  const id = randomUUID();
  const { toName = 'Ines Whitfield', toAddress = 'ines@provider.example', subject = 'The filing window is open', text = 'You can file now.\n', html = '<p>You can file now.</p>' } = change;
  await owner.query(
    `INSERT INTO outbox (id, kind, recipient_name, to_address, subject, text, html, message_id, enqueued_at) VALUES ($1, 'window-opens', $2, $3, $4, $5, $6, $7, now())`,
    [id, toName, toAddress, subject, text, html, `<${id}@portal.example>`],
  );
  await owner.query(`SELECT enqueue_job('deliver-message', json_build_object('messageId', $1::text), $1::text)`, [id]);
  return id;
}

export async function outboxRow(owner: Client, id: string): Promise<OutboxRow> {
  const { rows } = await owner.query<OutboxRow>('SELECT id, status, attempts, server_reply, accepted_at, message_id, sent_again_as, to_address, subject FROM outbox WHERE id = $1', [id]);
  const [row] = rows;
  if (row === undefined) throw new Error(`No message ${id}`);
  return row;
}

/** The messages of a ticket of one kind, oldest first. */
export async function messagesOf(owner: Client, ticketId: string, kind: string): Promise<OutboxRow[]> {
  const { rows } = await owner.query<OutboxRow>('SELECT id, status, attempts, server_reply, accepted_at, message_id, sent_again_as, to_address, subject FROM outbox WHERE ticket_id = $1 AND kind = $2 ORDER BY enqueued_at, id', [ticketId, kind]);
  return rows;
}
