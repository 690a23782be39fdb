import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { findOwnFrame, type OwnFrame } from '../db/find-bell';
import { agencyOf, type AgencySettings } from './get-agency';

/** What stands around every page behind the sign-in. */
export type PortalFrame = OwnFrame & { agency: AgencySettings; now: Date; isSandbox: boolean };

export function getPortalFrame(actor: PersonActor): Promise<PortalFrame> {
  return asActor(actor, async (scope) => ({
    agency: agencyOf(scope.settings),
    now: scope.now,
    isSandbox: scope.isSandbox,
    ...(await findOwnFrame(scope, actor)),
  }));
}
