import type { Tx } from './database';

export type PlanStaff = { name: string; isPrimary: boolean };

/** The active staff of a plan, primary staff first (R6); only the State sees them. */
export async function findPlanStaff(tx: Tx, planCode: string): Promise<PlanStaff[]> {
  const rows = await tx.membership.findMany({
    where: { role: 'mco', endedAt: null, person: { disabledAt: null }, organization: { planCode } },
    orderBy: [{ isPrimary: 'desc' }, { person: { name: 'asc' } }],
    select: { isPrimary: true, person: { select: { name: true } } },
  });
  return rows.map((r) => ({ name: r.person.name, isPrimary: r.isPrimary }));
}
