import type { Message } from '@/domain/notifications/message';
import type { Tx } from './database';
import { enqueueJob, messageIdOf } from './append-messages';

/**
 * Sends a message that could not be delivered once more, as a new message that the old one points to: in the same
 * words, but for the notice of an answer, whose date no longer holds (D18), in those of `notice` and to the contact of now.
 */
export async function copyMessage(tx: Tx, messageId: string, newId: string, now: Date, portalUrl: string, notice: Pick<Message, 'to' | 'subject' | 'text' | 'html'> | null = null): Promise<void> {
  const old = await tx.outboxMessage.findUniqueOrThrow({ where: { id: messageId } });
  const { kind, ticketId, eventSeq, clockRole } = old;
  const isAnew = clockRole === 'response-notice' && notice !== null;
  const { subject, text, html } = isAnew ? notice : old;
  const to = isAnew ? notice.to : { personId: old.recipientId, name: old.recipientName, email: old.toAddress };
  await tx.outboxMessage.createMany({
    data: [{ id: newId, kind, ticketId, eventSeq, recipientId: to.personId, recipientName: to.name, toAddress: to.email, subject, text, html, clockRole, messageId: messageIdOf(newId, portalUrl), enqueuedAt: now }],
  });
  await tx.outboxMessage.updateMany({ where: { id: messageId }, data: { sentAgainAs: newId } });
  await enqueueJob(tx, 'deliver-message', { messageId: newId }, newId);
}
