import type { PersonActor } from '@/domain/access/actor';
import { asActor, type Scope } from '../db/as-actor';
import { findOwnFrame } from '../db/find-bell';
import { countMyTurn } from '../db/count-my-turn';
import { countRequests } from '../db/find-plan-requests';
import { agencyOf, type AgencySettings } from './get-agency';

/** What stands around every page behind the sign-in. */
export type PortalFrame = { agency: AgencySettings; now: Date; isSandbox: boolean; /** Tickets that wait for the provider, requests that wait for the plan; null for the other roles. */ myTurn: number | null; /** Messages to this person since the last look at them, cut at the cap. */ unseen: number; /** The keyboard shortcuts of staff are on. */ shortcuts: boolean };

async function myTurnOf(scope: Scope, actor: PersonActor): Promise<number | null> {
  if (actor.role === 'provider') return countMyTurn(scope, actor);
  return actor.role === 'mco' ? (await countRequests(scope, actor)).open : null;
}

export function getPortalFrame(actor: PersonActor): Promise<PortalFrame> {
  return asActor(actor, async (scope) => ({
    agency: agencyOf(scope.settings),
    now: scope.now,
    isSandbox: scope.isSandbox,
    myTurn: await myTurnOf(scope, actor),
    ...(await findOwnFrame(scope, actor)),
  }));
}
