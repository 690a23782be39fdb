import type { PersonActor } from '@/domain/access/actor';
import { asActor, asPublic, type Scope } from '../db/as-actor';
import { countMyTurn } from '../db/count-my-turn';
import { agencyOf, type AgencySettings } from './get-agency';

/** What stands around every page behind the sign-in. */
export type PortalFrame = { agency: AgencySettings; now: Date; isSandbox: boolean; /** Tickets that wait for the provider; null for the other roles. */ myTurn: number | null };

const frameOf = ({ settings, now, isSandbox }: Scope, myTurn: number | null): PortalFrame => ({ agency: agencyOf(settings), now, isSandbox, myTurn });

export function getPortalFrame(actor: PersonActor): Promise<PortalFrame> {
  // But for a provider's count the frame holds nothing that depends on who reads it.
  if (actor.role !== 'provider') return asPublic((scope) => Promise.resolve(frameOf(scope, null)));
  return asActor(actor, async (scope) => frameOf(scope, await countMyTurn(scope, actor)));
}
