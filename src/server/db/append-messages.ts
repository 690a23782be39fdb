import type { Message } from '@/domain/notifications/message';
import { newId } from '../new-id';
import type { Tx } from './database';

export type MessageOrigin = { ticketId: string | null; eventSeq: number | null; uniqueKey: string | null; enqueuedAt: Date };

/** The part behind the @ of a Message-ID: the portal's host, so that a reply thread names it. */
export function messageIdOf(id: string, portalUrl: string): string {
  return `<${id}@${new URL(portalUrl).hostname}>`;
}

/**
 * Puts rendered messages in the outbox with the job that sends each, in two statements however many they are; both exist
 * only if the transaction commits. Under a unique key one message is written once, however often this is called: after
 * that its id is not given.
 */
export async function appendMessages(tx: Tx, messages: readonly Message[], origin: MessageOrigin, portalUrl: string): Promise<string[]> {
  const rows = messages.map((message) => {
    const id = newId();
    return {
      id,
      kind: message.kind,
      ticketId: origin.ticketId,
      eventSeq: origin.eventSeq,
      recipientId: message.to.personId,
      recipientName: message.to.name,
      toAddress: message.to.email,
      subject: message.subject,
      text: message.text,
      html: message.html,
      messageId: messageIdOf(id, portalUrl),
      uniqueKey: origin.uniqueKey,
      clockRole: message.isResponseNotice ? 'response-notice' : null,
      enqueuedAt: origin.enqueuedAt,
    };
  });
  if (rows.length === 0) return [];
  const { count } = await tx.outboxMessage.createMany({ data: rows, skipDuplicates: origin.uniqueKey !== null });
  if (count === 0) return [];
  const ids = rows.map((r) => r.id);
  await tx.$executeRaw`SELECT enqueue_job('deliver-message', json_build_object('messageId', m.id), m.id::text) FROM unnest(${ids}::uuid[]) AS m(id)`;
  return ids;
}

/** Adds a job inside the caller's transaction; the same key replaces a job that has not run. */
export async function enqueueJob(tx: Tx, task: string, payload: Record<string, string>, jobKey: string): Promise<void> {
  await tx.$executeRaw`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${jobKey})`;
}
