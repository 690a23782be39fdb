import type { Tx } from './database';
import { enqueueJob, messageIdOf } from './append-messages';

/** Sends a message that could not be delivered once more: the same words as a new message that the old one points to. */
export async function copyMessage(tx: Tx, messageId: string, newId: string, now: Date, portalUrl: string): Promise<void> {
  const old = await tx.outboxMessage.findUniqueOrThrow({ where: { id: messageId } });
  const { kind, ticketId, eventSeq, recipientId, recipientName, toAddress, subject, text, html, clockRole } = old;
  await tx.outboxMessage.createMany({
    data: [{ id: newId, kind, ticketId, eventSeq, recipientId, recipientName, toAddress, subject, text, html, clockRole, messageId: messageIdOf(newId, portalUrl), enqueuedAt: now }],
  });
  await tx.outboxMessage.updateMany({ where: { id: messageId }, data: { sentAgainAs: newId } });
  await enqueueJob(tx, 'deliver-message', { messageId: newId }, newId);
}
