import { bracketed, type BounceReport } from '@/domain/notifications/bounce-report';
import { asPublic } from '../db/as-actor';

/**
 * Hands the worker what a mail service reports as come back for good. A message that is unknown, failed already or was
 * reported before changes nothing, so a report can be sent twice.
 */
export function takeBounces({ bounces }: BounceReport): Promise<{ taken: number; ignored: number }> {
  return asPublic(async ({ tx, now }) => {
    const permanent = bounces.filter((b) => b.type === 'permanent').map(({ messageId, reply }) => ({ id: bracketed(messageId), reply }));
    const rows = await tx.$queryRaw<{ is_ours: boolean }[]>`
      SELECT take_bounce(b.id, b.reply, ${now}::timestamptz) AS is_ours FROM jsonb_to_recordset(${JSON.stringify(permanent)}::jsonb) AS b(id text, reply text)`;
    const taken = rows.filter((row) => row.is_ours).length;
    return { taken, ignored: bounces.length - taken };
  });
}
