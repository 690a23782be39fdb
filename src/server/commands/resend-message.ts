import type { PersonActor } from '@/domain/access/actor';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { copyMessage } from '../db/copy-message';
import { newId } from '../new-id';
import { portalUrl } from '../portal-url';

/**
 * Sends a message about no ticket once more, the same words as a new message; those about a ticket go through the
 * action `resendNotice`. Asked twice, it is sent once: the first one points to its copy.
 */
export function resendMessage(actor: PersonActor, messageId: string, arrivedAt: Date): Promise<Result<null>> {
  return asActor(
    actor,
    async ({ tx, now }) => {
      if (actor.role !== 'portal_team' || !isId(messageId)) return err({ kind: 'not_found' as const });
      // Waits for a twin of this form that is under way.
      const [message] = await tx.$queryRaw<{ status: string; sent_again_as: string | null }[]>`
        SELECT status, sent_again_as FROM outbox WHERE id = ${messageId}::uuid AND ticket_id IS NULL FOR UPDATE`;
      if (message === undefined) return err({ kind: 'not_found' as const });
      if (message.sent_again_as !== null) return ok(null);
      if (message.status !== 'failed') return err({ kind: 'not_allowed' as const, reason: 'This message was not refused, so there is nothing to send again.' });
      await copyMessage(tx, messageId, newId(), now, portalUrl());
      return ok(null);
    },
    arrivedAt,
  );
}
