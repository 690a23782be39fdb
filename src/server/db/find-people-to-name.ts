import { STATE_ROLES } from '@/domain/access/actor';
import { planHolder } from '@/domain/tickets/plan-succession';
import { REVIEWER_ROLES, type Reviewer } from '@/domain/tickets/review-events';
import type { Assignee } from '@/domain/tickets/ticket';
import type { Scope } from './as-actor';

export type PlanStaff = { name: string; isPrimary: boolean };

/** Whom a ticket's page names to the State: who would be told at the plan, to whom it can be assigned, and who may have its review. */
export type PeopleToName = { staff: PlanStaff[]; colleagues: Assignee[]; reviewers: Reviewer[] };

type Row = { personId: string; name: string; role: string; isPrimary: boolean; hasPlan: boolean };

/** Experts and Administration, and those Account Managers who have the plan and so see its tickets. */
function reviewersOf(rows: readonly Row[]): Reviewer[] {
  return rows.flatMap(({ personId, name, role, hasPlan }) => {
    const reviewer = REVIEWER_ROLES.find((r) => r === role);
    return reviewer === undefined || (reviewer === 'account_manager' && !hasPlan) ? [] : [{ personId, name, role: reviewer }];
  });
}

/**
 * For State roles, in one round trip and by name: the active staff of the plan that holds a plan's tickets today (D20),
 * primary staff first (R6), the active people of the State, and those of HFS who may have a review (R17).
 */
export async function findPeopleToName({ tx, reference, today }: Scope, planCode: string): Promise<PeopleToName> {
  const holder = planHolder(reference, planCode, today);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "personId", p.name, m.role, m.is_primary AS "isPrimary",
      EXISTS (SELECT 1 FROM account_manager_plans a WHERE a.person_id = p.id AND a.plan_code IN (${planCode}, ${holder})) AS "hasPlan"
    FROM memberships m JOIN people p ON p.id = m.person_id JOIN organizations o ON o.id = m.organization_id
    WHERE m.ended_at IS NULL AND p.disabled_at IS NULL AND ((m.role = 'mco' AND o.plan_code = ${holder}) OR m.role = ANY (${[...STATE_ROLES]}::text[]))
    ORDER BY m.is_primary DESC, p.name, p.id`;
  const ofState = rows.filter((r) => r.role !== 'mco');
  return {
    staff: rows.filter((r) => r.role === 'mco').map(({ name, isPrimary }) => ({ name, isPrimary })),
    colleagues: ofState.map(({ personId, name }) => ({ personId, name })),
    reviewers: reviewersOf(ofState),
  };
}
