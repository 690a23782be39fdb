import { STATE_ROLES } from '@/domain/access/actor';
import type { Assignee } from '@/domain/tickets/ticket';
import type { Tx } from './database';

export type PlanStaff = { name: string; isPrimary: boolean };
type Row = { id: string; name: string; role: string; isPrimary: boolean };

/**
 * For State roles, in one round trip: the active staff of a plan, primary staff first (R6), and to whom at the State a
 * ticket can be assigned.
 */
export async function findStaffAndColleagues(tx: Tx, planCode: string): Promise<{ staff: PlanStaff[]; colleagues: Assignee[] }> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.name, m.role, m.is_primary AS "isPrimary" FROM memberships m JOIN people p ON p.id = m.person_id JOIN organizations o ON o.id = m.organization_id
    WHERE m.ended_at IS NULL AND p.disabled_at IS NULL AND ((m.role = 'mco' AND o.plan_code = ${planCode}) OR m.role = ANY (${[...STATE_ROLES]}::text[]))
    ORDER BY m.is_primary DESC, p.name, p.id`;
  return {
    staff: rows.filter((r) => r.role === 'mco').map(({ name, isPrimary }) => ({ name, isPrimary })),
    colleagues: rows.filter((r) => r.role !== 'mco').map((r) => ({ personId: r.id, name: r.name })),
  };
}
