import type { PersonActor } from '@/domain/access/actor';
import { asActor, asPublic, type Scope } from '../db/as-actor';
import { countMyTurn } from '../db/count-my-turn';
import { countRequests } from '../db/find-plan-requests';
import { agencyOf, type AgencySettings } from './get-agency';

/** What stands around every page behind the sign-in. */
export type PortalFrame = { agency: AgencySettings; now: Date; isSandbox: boolean; /** Tickets that wait for the provider, requests that wait for the plan; null for the other roles. */ myTurn: number | null };

async function myTurnOf(scope: Scope, actor: PersonActor): Promise<number | null> {
  if (actor.role === 'provider') return countMyTurn(scope, actor);
  return actor.role === 'mco' ? (await countRequests(scope, actor)).open : null;
}

const frameOf = ({ settings, now, isSandbox }: Scope, myTurn: number | null): PortalFrame => ({ agency: agencyOf(settings), now, isSandbox, myTurn });

export function getPortalFrame(actor: PersonActor): Promise<PortalFrame> {
  // But for the counts of a provider and of a plan the frame holds nothing that depends on who reads it.
  if (actor.role !== 'provider' && actor.role !== 'mco') return asPublic((scope) => Promise.resolve(frameOf(scope, null)));
  return asActor(actor, async (scope) => frameOf(scope, await myTurnOf(scope, actor)));
}
