import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { countMyTurn } from '../db/count-my-turn';
import { agencyOf, type AgencySettings } from './get-agency';

/** What stands around every page behind the sign-in. */
export type PortalFrame = { agency: AgencySettings; now: Date; isSandbox: boolean; /** Tickets that wait for the provider; null for the other roles. */ myTurn: number | null };

export function getPortalFrame(actor: PersonActor): Promise<PortalFrame> {
  return asActor(actor, async (scope) => ({
    agency: agencyOf(scope.settings),
    now: scope.now,
    isSandbox: scope.isSandbox,
    myTurn: actor.role === 'provider' ? await countMyTurn(scope, actor) : null,
  }));
}
