import { SYSTEM } from '@/domain/access/actor';
import { enqueueJob } from '../db/append-messages';
import { asActor } from '../db/as-actor';
import { noticeJob } from './deliver-message';

type Lost = { id: string };
type LostNotice = { id: string; ticket_id: string; status: string; last_attempt_at: Date };

/**
 * Nothing that waits is without a job: a job can be lost when its last attempt is cut off. Gives every queued message,
 * and every answer whose notice is settled but not recorded (D18), a job again where it has none that can still run.
 * Twice changes nothing more. Returns how many there were.
 */
export function requeueLost(): Promise<number> {
  return asActor(SYSTEM, async ({ tx }) => {
    const messages = await tx.$queryRaw<Lost[]>`
      SELECT o.id FROM outbox o WHERE o.status = 'queued' AND NOT EXISTS (
        SELECT 1 FROM graphile_worker._private_jobs j WHERE j.key = o.id::text AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))`;
    for (const { id } of messages) await enqueueJob(tx, 'deliver-message', { messageId: id }, id);
    const notices = await tx.$queryRaw<LostNotice[]>`
      SELECT o.id, o.ticket_id, o.status, o.last_attempt_at FROM tickets t JOIN outbox o ON o.ticket_id = t.id
      WHERE t.status = 'responded' AND o.clock_role = 'response-notice'
        AND (t.response_notice = 'pending' AND o.status IN ('accepted', 'failed') OR t.response_notice = 'accepted' AND o.status = 'failed') AND o.sent_again_as IS NULL AND o.last_attempt_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM outbox l WHERE l.ticket_id = t.id AND l.clock_role = 'response-notice' AND (l.enqueued_at, l.id) > (o.enqueued_at, o.id)) AND NOT EXISTS (
          SELECT 1 FROM graphile_worker._private_jobs j WHERE j.key = 'notice:' || o.id AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))`;
    for (const notice of notices) await noticeJob(tx, { messageId: notice.id, ticketId: notice.ticket_id, outcome: notice.status, at: notice.last_attempt_at });
    return messages.length + notices.length;
  });
}
