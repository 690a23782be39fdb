import type { Message } from '@/domain/notifications/message';
import { appendMessages, type MessageOrigin } from './append-messages';
import type { Tx } from './database';

/**
 * D18: while the notice of an answer has reached nobody, a changed contact gets one, and the former ones count no more:
 * they point to it, so that nobody waits for them or sends them again. Nothing where no notice is awaited. One that is
 * being handed to a mail server at this moment is left alone; what becomes of it changes nothing.
 */
export async function replaceAnswerNotice(tx: Tx, notice: Message | null, origin: MessageOrigin & { ticketId: string }, portalUrl: string): Promise<void> {
  if (notice === null) return;
  const [newId] = await appendMessages(tx, [notice], origin, portalUrl);
  await tx.$executeRaw`
    UPDATE outbox SET sent_again_as = ${newId}::uuid, status = CASE status WHEN 'queued' THEN 'dropped' ELSE status END WHERE id IN (
      SELECT id FROM outbox WHERE ticket_id = ${origin.ticketId}::uuid AND clock_role = 'response-notice' AND id <> ${newId}::uuid
        AND status IN ('queued', 'failed') AND sent_again_as IS NULL FOR UPDATE SKIP LOCKED)`;
}
