import { planHolder } from '@/domain/tickets/plan-succession';
import type { Recipient } from '@/domain/notifications/message';
import type { Scope } from './as-actor';

/** For State roles: who reads for a plan today (D20): its primary staff, all its staff where it has named none (R6). */
export async function findPlanReaders({ tx, reference, today }: Scope, planCode: string): Promise<Recipient[]> {
  const rows = await tx.$queryRaw<(Recipient & { isPrimary: boolean })[]>`
    SELECT p.id AS "personId", p.name, p.email, m.is_primary AS "isPrimary" FROM memberships m
      JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL JOIN organizations o ON o.id = m.organization_id
    WHERE m.role = 'mco' AND m.ended_at IS NULL AND o.plan_code = ${planHolder(reference, planCode, today)} ORDER BY p.name`;
  const primary = rows.filter((r) => r.isPrimary);
  return (primary.length > 0 ? primary : rows).map(({ personId, name, email }) => ({ personId, name, email }));
}
