import { planHolder } from '@/domain/tickets/plan-succession';
import type { Recipient } from '@/domain/notifications/message';
import type { Scope } from './as-actor';

export type PlanStaff = { readers: Recipient[]; everyone: Recipient[] };

/**
 * For the system and the State: who works for the plan that holds a plan's tickets today (D20), looked up once each:
 * everyone, and those who read for it, its primary staff or all its staff where it has named none (R6).
 */
export function planStaffOf({ tx, reference, today }: Scope): (planCode: string) => Promise<PlanStaff> {
  const known = new Map<string, Promise<PlanStaff>>();
  const find = async (holder: string): Promise<PlanStaff> => {
    const rows = await tx.$queryRaw<(Recipient & { isPrimary: boolean })[]>`
      SELECT p.id AS "personId", p.name, p.email, m.is_primary AS "isPrimary" FROM memberships m
        JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL JOIN organizations o ON o.id = m.organization_id
      WHERE m.role = 'mco' AND m.ended_at IS NULL AND o.plan_code = ${holder} ORDER BY p.name, p.id`;
    const everyone = rows.map(({ personId, name, email }) => ({ personId, name, email }));
    const primary = rows.filter((r) => r.isPrimary).map(({ personId, name, email }) => ({ personId, name, email }));
    return { everyone, readers: primary.length > 0 ? primary : everyone };
  };
  return (planCode) => {
    const holder = planHolder(reference, planCode, today);
    const staff = known.get(holder) ?? find(holder);
    known.set(holder, staff);
    return staff;
  };
}
