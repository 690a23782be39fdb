import type { PersonActor } from '@/domain/access/actor';
import type { EventData } from '@/domain/tickets/events';
import { asActor } from '../db/as-actor';
import { findRuling } from '../db/find-review-facts';

/** R18: the newest decision on a ticket, for whoever gives it anew after it was returned; null where the actor may read none. */
export function getReturnedRuling(actor: PersonActor, ticketId: string): Promise<EventData<'HfsDecided'> | null> {
  return asActor(actor, async (scope) => (await findRuling(scope, ticketId))?.data ?? null);
}
