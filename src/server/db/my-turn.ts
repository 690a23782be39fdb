import { Prisma } from '@generated/prisma/client';
import type { PersonActor } from '@/domain/access/actor';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { openRequests } from './find-plan-requests';
import { waitsForProvider } from './find-provider-tickets';

/** Tickets that wait for an act of this provider's people: answers to reply to, reviews to ask for, information and answers that it owes. */
function ticketsOfProvider({ today }: Scope, { organizationId: org }: PersonActor): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM tickets k
    WHERE (k.organization_id = ${org}::uuid OR k.filed_by_organization_id = ${org}::uuid OR k.organization_id = ANY ((SELECT app_clients())::uuid[]))
      AND ${waitsForProvider(today)}
    LIMIT ${COUNT_CAP}`;
}

/** What waits for the provider's or the plan's own people, cut at the cap, as a value to select; null for the other roles. */
export async function myTurn(scope: Scope, actor: PersonActor): Promise<Prisma.Sql> {
  switch (actor.role) {
    case 'provider':
      return Prisma.sql`(SELECT count(*)::int FROM (${ticketsOfProvider(scope, actor)}) AS x)`;
    case 'mco':
      return Prisma.sql`(SELECT count(*)::int FROM (${await openRequests(scope, actor)}) AS x)`;
    default:
      return Prisma.sql`NULL::int`;
  }
}
