import type { PersonActor } from '@/domain/access/actor';
import { plansHeldBy, withPredecessors } from '@/domain/tickets/plan-succession';
import type { Scope } from './as-actor';

/**
 * The plans whose tickets an actor has, said in code besides row-level security: a plan's staff their own with ended
 * predecessors (D20), an Account Manager the assigned ones; null for the Portal Team and Administration, who have all.
 */
export async function plansInScope(scope: Scope, actor: PersonActor): Promise<string[] | null> {
  switch (actor.role) {
    case 'portal_team':
    case 'administration':
      return null;
    case 'mco':
      return actor.planCode === null ? [] : plansHeldBy(scope.reference, actor.planCode, scope.today);
    case 'account_manager': {
      const rows = await scope.tx.accountManagerPlan.findMany({ where: { personId: actor.personId }, select: { planCode: true } });
      return withPredecessors(scope.reference, rows.map((r) => r.planCode), scope.today);
    }
    case 'provider':
    case 'sme':
      return [];
  }
}
