import { planHolder } from '@/domain/tickets/plan-succession';
import type { Scope } from './as-actor';

/** How many people of a plan can sign in, and how many of them are named as primary (R6). */
export type PlanStaffing = { primary: number; staff: number };

/** For State roles: the staffing of the plan that holds a plan's tickets today (D20). */
export type StaffingOf = (planCode: string) => PlanStaffing;

type Row = { plan_code: string; primary: number; staff: number };

/** Counts the active staff of every plan; a plan without an organization has nobody. */
export async function findPlanStaffing(scope: Scope): Promise<StaffingOf> {
  const rows = await scope.tx.$queryRaw<Row[]>`
    SELECT o.plan_code, count(p.id) FILTER (WHERE m.is_primary)::int AS primary, count(p.id)::int AS staff
    FROM organizations o JOIN memberships m ON m.organization_id = o.id AND m.ended_at IS NULL AND m.role = 'mco'
      JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL
    WHERE o.kind = 'mco' GROUP BY o.plan_code`;
  const byPlan = new Map(rows.map((r) => [r.plan_code, { primary: r.primary, staff: r.staff }]));
  return (planCode) => byPlan.get(planHolder(scope.reference, planCode, scope.today)) ?? { primary: 0, staff: 0 };
}
