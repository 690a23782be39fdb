import type { Tx } from './database';

export type PlanStaff = { name: string; isPrimary: boolean };

/** The active staff of a plan, primary staff first (R6); only the State sees them. */
export async function findPlanStaff(tx: Tx, planCode: string): Promise<PlanStaff[]> {
  return tx.$queryRaw<PlanStaff[]>`
    SELECT p.name, m.is_primary AS "isPrimary" FROM memberships m JOIN people p ON p.id = m.person_id JOIN organizations o ON o.id = m.organization_id
    WHERE m.role = 'mco' AND m.ended_at IS NULL AND p.disabled_at IS NULL AND o.plan_code = ${planCode}
    ORDER BY m.is_primary DESC, p.name`;
}
