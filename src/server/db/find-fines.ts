import { Prisma } from '@generated/prisma/client';
import type { DeadlineStep, RuleId } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { countedExtensions, type ExtensionCounts } from './find-extensions';
import { allOf, PAGE_SIZE } from './queue-sql';

/** `objections`: issued fines to which the plan objects and HFS has not decided it. */
export type FineTab = 'proposed' | 'objections' | 'issued' | 'waived' | 'rescinded';

/** Which plans' fines: null means all of them. */
export type FineScope = readonly string[] | null;

/** Why the answer was due on its date, as its clock has it. */
type ReasonRow = { rule_id: RuleId; steps: DeadlineStep[]; rule_set_version: number; holiday_version: number };

export type FineListRow = ReasonRow & {
  id: string;
  ticket_id: string;
  number: string;
  plan_code: string;
  status: string;
  amount_cents: bigint;
  due_on: Date;
  issued_on: Date | null;
  decided_on: Date | null;
  objected_on: Date | null;
  responded_on: Date | null;
};

const OBJECTED = Prisma.sql`f.status = 'issued' AND f.objected_on IS NOT NULL AND f.objection_decided_on IS NULL`;

const ofPlans = (planCodes: FineScope, alias: 'f' | 'k') => (planCodes === null ? null : Prisma.sql`${Prisma.raw(alias)}.plan_code = ANY (${[...planCodes]}::text[])`);

/** Proposed fines, the oldest missed date first; decided ones, the latest first, issued ones of one quarter (D12, R22). */
export function findFinePage(scope: Scope, tab: FineTab, planCodes: FineScope, quarter: string, after: { on: CalendarDate; id: string } | null, take = PAGE_SIZE): Promise<FineListRow[]> {
  const oldestFirst = tab === 'proposed' || tab === 'objections';
  const direction = Prisma.raw(oldestFirst ? 'ASC' : 'DESC');
  const where = allOf([
    tab === 'objections' ? OBJECTED : Prisma.sql`f.status = ${tab}`,
    ofPlans(planCodes, 'f'),
    tab === 'issued' ? Prisma.sql`f.quarter = ${quarter}` : null,
    after === null ? null : Prisma.sql`(f.due_on, f.id) ${Prisma.raw(oldestFirst ? '>' : '<')} (${after.on}::date, ${after.id}::uuid)`,
  ]);
  return scope.tx.$queryRaw<FineListRow[]>`
    SELECT f.id, f.ticket_id, t.number, f.plan_code, f.status, f.amount_cents, f.due_on, f.issued_on, f.decided_on, f.objected_on, t.responded_on,
      c.rule_id, c.steps, c.rule_set_version, c.holiday_version
    FROM fines f JOIN tickets t ON t.id = f.ticket_id JOIN clocks c ON c.id = f.clock_id
    WHERE ${where} ORDER BY f.due_on ${direction}, f.id ${direction} LIMIT ${take + 1}`;
}

const isHeld = (scope: Scope, planCodes: FineScope) => allOf([Prisma.sql`k.extension_state = 'pending' AND k.status = 'presented' AND k.response_due_on < ${scope.today}::date`, ofPlans(planCodes, 'k')]);

export type HeldRow = ReasonRow & { ticket_id: string; number: string; plan_code: string; response_due_on: Date };

/** D8: tickets past due on which an extension request waits; no fine row stands for them. */
export function findHeldTickets(scope: Scope, planCodes: FineScope, take = PAGE_SIZE): Promise<HeldRow[]> {
  return scope.tx.$queryRaw<HeldRow[]>`
    SELECT k.id AS ticket_id, k.number, k.plan_code, k.response_due_on, c.rule_id, c.steps, c.rule_set_version, c.holiday_version
    FROM tickets k JOIN clocks c ON c.ticket_id = k.id AND c.rule_id = 'mco-response' AND c.ended_on IS NULL
    WHERE ${isHeld(scope, planCodes)} ORDER BY k.response_due_on, k.id LIMIT ${take}`;
}

export type FineTotals = {
  proposed: number;
  objections: number;
  proposed_cents: bigint;
  issued: number;
  waived: number;
  rescinded: number;
  held: number;
  extensions: ExtensionCounts;
  /** Issued in the quarter, per plan. */
  by_plan: { plan_code: string; fines: number; cents: number }[];
};

/** Counts of the tabs and of what waits beside them, each cut at the cap, and what was issued in a quarter per plan. */
export async function countFines(scope: Scope, planCodes: FineScope, quarter: string): Promise<FineTotals> {
  const capped = (status: FineTab) => Prisma.sql`(SELECT f.amount_cents FROM fines f WHERE ${allOf([status === 'objections' ? OBJECTED : Prisma.sql`f.status = ${status}`, ofPlans(planCodes, 'f')])} LIMIT ${COUNT_CAP + 1}) AS x`;
  const issued = allOf([Prisma.sql`f.status = 'issued' AND f.quarter = ${quarter}`, ofPlans(planCodes, 'f')]);
  const [totals] = await scope.tx.$queryRaw<Omit<FineTotals, 'issued'>[]>`SELECT p.*,
    (SELECT count(*)::int FROM ${capped('objections')}) AS objections,
    (SELECT count(*)::int FROM ${capped('waived')}) AS waived,
    (SELECT count(*)::int FROM ${capped('rescinded')}) AS rescinded,
    (SELECT count(*)::int FROM (SELECT 1 FROM tickets k WHERE ${isHeld(scope, planCodes)} LIMIT ${COUNT_CAP + 1}) AS x) AS held,
    (SELECT row_to_json(e) FROM (${countedExtensions(scope, planCodes)}) AS e) AS extensions,
    (SELECT coalesce(json_agg(q ORDER BY q.fines DESC, q.plan_code), '[]') FROM (
      SELECT f.plan_code, count(*)::int AS fines, sum(f.amount_cents)::bigint AS cents FROM fines f WHERE ${issued} GROUP BY f.plan_code) AS q) AS by_plan
    FROM (SELECT count(*)::int AS proposed, coalesce(sum(x.amount_cents), 0)::bigint AS proposed_cents FROM ${capped('proposed')}) AS p`;
  if (totals === undefined) throw new Error('The counts of fines came back without a row.');
  return { ...totals, issued: totals.by_plan.reduce((sum, plan) => sum + plan.fines, 0) };
}

export type FineFacts = {
  staff: { person_id: string; name: string; email: string; is_primary: boolean }[];
  first_view: { hour: string; person_name: string } | null;
};

/** Who of a plan gets its notices (R21), and when somebody at the plan first opened the ticket. */
export async function findFineFacts(scope: Scope, ticketId: string, holderCode: string): Promise<FineFacts> {
  const [facts] = await scope.tx.$queryRaw<FineFacts[]>`SELECT
    (SELECT coalesce(json_agg(json_build_object('person_id', p.id, 'name', p.name, 'email', p.email, 'is_primary', m.is_primary) ORDER BY p.name), '[]')
      FROM organizations o JOIN memberships m ON m.organization_id = o.id AND m.ended_at IS NULL AND m.role = 'mco'
        JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL
      WHERE o.plan_code = ${holderCode}) AS staff,
    (SELECT json_build_object('hour', v.hour, 'person_name', v.person_name) FROM ticket_views v
      WHERE v.ticket_id = ${ticketId}::uuid AND v.role = 'mco' ORDER BY v.hour LIMIT 1) AS first_view`;
  if (facts === undefined) throw new Error('The facts of a fine came back without a row.');
  return facts;
}
