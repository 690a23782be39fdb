import type { PersonActor } from '@/domain/access/actor';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { settlePreparedAlerts } from '../db/prepared-alerts';

/**
 * R19: the Portal Team finds that HFS need not be alerted; what was prepared of the ticket goes, and is not prepared
 * again. What was settled meanwhile stays as it is; of a ticket for which nothing was prepared there is nothing.
 */
export function setAsideAlert(actor: PersonActor, ticketId: string, arrivedAt: Date): Promise<Result<null>> {
  if (actor.role !== 'portal_team' || !isId(ticketId)) return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, async (scope) => {
    const settled = await settlePreparedAlerts(scope, actor, ticketId, 'set_aside');
    return settled > 0 || (await scope.tx.preparedAlert.count({ where: { ticketId } })) > 0 ? ok(null) : err({ kind: 'not_found' });
  }, arrivedAt);
}
