import { SYSTEM } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { noticeJob } from './deliver-message';

/**
 * A message that a mail server had taken came back for good: it failed after all, with what follows for a notice (D18).
 * Throws while it is not written down yet that it was taken, so that the queue asks again. Twice is once.
 */
export async function recordBounce({ messageId, reply, at }: { messageId: string; reply: string; at: Date }): Promise<void> {
  await asActor(SYSTEM, async ({ tx }) => {
    const { count } = await tx.outboxMessage.updateMany({ where: { id: messageId, status: 'accepted' }, data: { status: 'failed', bouncedAt: at, serverReply: reply === '' ? 'Came back.' : `Came back: ${reply}` } });
    const message = await tx.outboxMessage.findUniqueOrThrow({ where: { id: messageId }, select: { status: true, clockRole: true, ticketId: true } });
    if (message.status === 'queued') throw new Error(`Message ${messageId} came back, but is not recorded as sent yet`);
    if (count === 0) return;
    if (message.clockRole === 'response-notice' && message.ticketId !== null) await noticeJob(tx, { messageId, ticketId: message.ticketId, outcome: 'failed', at });
  });
}
