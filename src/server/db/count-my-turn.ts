import { COUNT_CAP } from '@/shared/capped-count';
import type { PersonActor } from '@/domain/access/actor';
import type { Scope } from './as-actor';
import { waitsForProvider } from './find-provider-tickets';

/** How many tickets wait for an act of this provider's people, cut at the cap: answers to reply to, reviews to ask for, information and answers that it owes. */
export async function countMyTurn({ tx, today }: Scope, actor: PersonActor): Promise<number> {
  const org = actor.organizationId;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM tickets k
      WHERE (k.organization_id = ${org}::uuid OR k.filed_by_organization_id = ${org}::uuid OR k.organization_id = ANY ((SELECT app_clients())::uuid[]))
        AND ${waitsForProvider(today)}
      LIMIT ${COUNT_CAP}) AS x`;
  return row?.count ?? 0;
}
