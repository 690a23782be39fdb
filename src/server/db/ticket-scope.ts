import type { PersonActor } from '@/domain/access/actor';
import { assertNever } from '@/shared/assert-never';
import type { TicketWhere } from './find-ticket-in-scope';
import type { Scope } from './as-actor';
import { plansInScope } from './plan-scope';

/** Which tickets an actor has, said in code besides row-level security (lifecycle, "Roles"). */
export async function ticketScope(scope: Scope, actor: PersonActor): Promise<TicketWhere> {
  switch (actor.role) {
    case 'provider': {
      const clients = actor.isBillingAgent ? await scope.tx.billingAgentGrant.findMany({ where: { agentId: actor.organizationId, endedAt: null }, select: { clientId: true } }) : [];
      return { OR: [{ organizationId: { in: [actor.organizationId, ...clients.map((c) => c.clientId)] } }, { filedByOrganizationId: actor.organizationId }] };
    }
    case 'mco':
    case 'account_manager':
      return { planCode: { in: (await plansInScope(scope, actor)) ?? [] }, presentedOn: { not: null } };
    case 'sme':
      return { smeId: actor.personId };
    case 'portal_team':
    case 'administration':
      return {};
    default:
      return assertNever(actor.role);
  }
}
