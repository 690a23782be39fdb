import { bracketed, type BounceReport } from '@/domain/notifications/bounce-report';
import { asPublic } from '../db/as-actor';

/**
 * Hands the worker what a mail service reports as come back for good. A message that is unknown, failed already or was
 * reported before changes nothing, so a report can be sent twice.
 */
export function takeBounces({ bounces }: BounceReport): Promise<{ taken: number; ignored: number }> {
  return asPublic(async ({ tx, now }) => {
    let taken = 0;
    for (const { messageId, reply } of bounces.filter((b) => b.type === 'permanent')) {
      const [row] = await tx.$queryRaw<{ is_ours: boolean }[]>`SELECT take_bounce(${bracketed(messageId)}, ${reply}, ${now}::timestamptz) AS is_ours`;
      if (row?.is_ours === true) taken += 1;
    }
    return { taken, ignored: bounces.length - taken };
  });
}
