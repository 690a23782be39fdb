import { Prisma } from '@generated/prisma/client';
import type { CalendarDate } from '@/shared/calendar-date';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { allOf, assigneeIs, cappedTickets, PAGE_SIZE, type AssigneeFilter } from './queue-sql';

export type PlanQueueTab = 'to-answer' | 'new' | 'this-week' | 'overdue' | 'answered' | 'with-hfs' | 'closed';
export type QueueFilters = { programCode: string | null; issueTypeCode: string | null; assignee: AssigneeFilter };
/** Where a page begins: behind the row with this date and id. */
export type DayPosition = { on: CalendarDate; id: string };

/** Whose queue: the plans of the actor (D20), and the organization whose people count as having opened a ticket. */
export type PlanQueueScope = { planCodes: readonly string[]; organizationId: string };

export type PlanQueueRow = {
  id: string;
  number: string;
  tracking_number: string;
  plan_code: string;
  provider_name: string;
  contact_name: string;
  issue_type_code: string;
  program_code: string;
  disputed_cents: bigint;
  claim_count: number;
  status: string;
  close_reason: string | null;
  is_urgent: boolean;
  presented_on: Date;
  responded_on: Date | null;
  closed_on: Date | null;
  response_due_on: Date;
  turn_due_on: Date | null;
  sorted_on: Date;
  assignee_id: string | null;
  assignee_name: string | null;
  is_held: boolean;
  is_opened: boolean;
  has_draft: boolean;
};

type Order = { statuses: readonly string[]; column: string; latestFirst: boolean };

const ORDERS: Record<PlanQueueTab, Order> = {
  'to-answer': { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  new: { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  'this-week': { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  overdue: { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  answered: { statuses: ['responded', 'contested'], column: 'turn_due_on', latestFirst: false },
  // Their own dates belong to what HFS and both sides do; the oldest answer stands first.
  'with-hfs': { statuses: ['review_requested', 'administrative_review', 'decided'], column: 'response_due_on', latestFirst: false },
  closed: { statuses: ['closed'], column: 'closed_on', latestFirst: true },
};

const nobodyOpened = (organizationId: string) =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM ticket_views v WHERE v.ticket_id = k.id AND v.organization_id = ${organizationId}::uuid)`;

function ofTab(tab: PlanQueueTab, scope: PlanQueueScope, week: { today: CalendarDate; sunday: CalendarDate }): Prisma.Sql | null {
  switch (tab) {
    case 'new':
      return nobodyOpened(scope.organizationId);
    case 'this-week':
      return Prisma.sql`k.response_due_on BETWEEN ${week.today}::date AND ${week.sunday}::date`;
    case 'overdue':
      return Prisma.sql`k.response_due_on < ${week.today}::date`;
    // A ticket that was closed before it reached the plan was never the plan's.
    case 'closed':
      return Prisma.sql`k.closed_on IS NOT NULL AND k.presented_on IS NOT NULL`;
    case 'to-answer':
    case 'answered':
    case 'with-hfs':
      return null;
  }
}

function ofFilters(filters: QueueFilters): (Prisma.Sql | null)[] {
  return [
    filters.programCode === null ? null : Prisma.sql`k.program_code = ${filters.programCode}`,
    filters.issueTypeCode === null ? null : Prisma.sql`k.issue_type_code = ${filters.issueTypeCode}`,
    assigneeIs('mco_assignee_id', filters.assignee),
  ];
}

function behind(order: Order, after: DayPosition | null): Prisma.Sql | null {
  if (after === null) return null;
  const sign = Prisma.raw(order.latestFirst ? '<' : '>');
  return Prisma.sql`(k.${Prisma.raw(order.column)}, k.id) ${sign} (${after.on}::date, ${after.id}::uuid)`;
}

/**
 * One page of a plan's queue. NB: each plan and status is read by itself in the order of its index and cut before they
 * are merged, so a page takes the same time however many tickets there are.
 */
export function findPlanQueuePage(scope: Scope, tab: PlanQueueTab, of: PlanQueueScope, filters: QueueFilters, after: DayPosition | null, week: { today: CalendarDate; sunday: CalendarDate }): Promise<PlanQueueRow[]> {
  const order = ORDERS[tab];
  const column = Prisma.raw(order.column);
  const direction = Prisma.raw(order.latestFirst ? 'DESC' : 'ASC');
  const where = allOf([ofTab(tab, of, week), ...ofFilters(filters), behind(order, after)]);
  return scope.tx.$queryRaw<PlanQueueRow[]>`
    SELECT t.*, EXISTS (SELECT 1 FROM ticket_views v WHERE v.ticket_id = t.id AND v.organization_id = ${of.organizationId}::uuid) AS is_opened,
      EXISTS (SELECT 1 FROM answer_drafts d WHERE d.ticket_id = t.id) AS has_draft
    FROM (
      SELECT r.* FROM unnest(${[...of.planCodes]}::text[]) AS p(code) CROSS JOIN unnest(${[...order.statuses]}::text[]) AS s(status)
      CROSS JOIN LATERAL (
        SELECT k.id, k.number, k.tracking_number, k.plan_code, coalesce(k.facility_name, k.organization_name) AS provider_name, k.contact_name,
          k.issue_type_code, k.program_code, k.disputed_cents, k.claim_count, k.status, k.close_reason, k.is_urgent, k.presented_on,
          k.responded_on, k.closed_on, k.response_due_on, k.turn_due_on, k.${column} AS sorted_on, k.mco_assignee_id AS assignee_id,
          k.mco_assignee_name AS assignee_name, k.extension_state = 'pending' AS is_held
        FROM tickets k WHERE k.plan_code = p.code AND k.status = s.status AND ${where}
        ORDER BY k.${column} ${direction}, k.id ${direction} LIMIT ${PAGE_SIZE + 1}
      ) AS r
      ORDER BY r.sorted_on ${direction}, r.id ${direction} LIMIT ${PAGE_SIZE + 1}
    ) AS t ORDER BY t.sorted_on ${direction}, t.id ${direction}`;
}

export type PlanQueueCounts = {
  to_answer: number;
  new: number;
  this_week: number;
  overdue: number;
  answered: number;
  with_hfs: number;
  closed: number;
  fined: number;
  held: number;
  at_stake: number;
  /** Overdue and fined already: a ticket has at most one fine that stands (D11). */
  fined_overdue: number;
  soon: number;
  falls_on: number;
  group_overdue: number;
  group_this_week: number;
  group_next_week: number;
  group_later: number;
};

export type QueueDays = { today: CalendarDate; sunday: CalendarDate; nextSunday: CalendarDate; soonUntil: CalendarDate; opensOn: CalendarDate | null };

/**
 * What waits in every tab and group, what may be fined, and what falls due soon, in one round trip. What the plan has to
 * answer is walked once for all its counts; the other tabs stop at the cap.
 */
export async function countPlanQueue(scope: Scope, of: PlanQueueScope, filters: QueueFilters, days: QueueDays): Promise<PlanQueueCounts> {
  const ofPlan = Prisma.sql`k.plan_code = ANY (${[...of.planCodes]}::text[])`;
  const from = (day: CalendarDate) => Prisma.sql`k.response_due_on >= ${day}::date`;
  const to = (day: CalendarDate) => Prisma.sql`k.response_due_on <= ${day}::date`;
  const after = (day: CalendarDate) => Prisma.sql`k.response_due_on > ${day}::date`;
  const overdue = Prisma.sql`k.response_due_on < ${days.today}::date`;
  const open = (name: string, ...conditions: (Prisma.Sql | null)[]) => Prisma.sql`least(count(*) FILTER (WHERE ${allOf(conditions)}), ${COUNT_CAP + 1})::int AS ${Prisma.raw(name)}`;
  // Of the fines a plan sees issued and rescinded ones only: neither leaves room for another.
  const isFined = Prisma.sql`EXISTS (SELECT 1 FROM fines f WHERE f.ticket_id = k.id AND f.status IN ('issued', 'rescinded'))`;
  const filtered = ofFilters(filters);
  const [counts] = await scope.tx.$queryRaw<PlanQueueCounts[]>`
    SELECT o.*, ${Prisma.join([
      cappedTickets('answered', Prisma.sql`${ofPlan} AND k.status IN ('responded', 'contested')`),
      cappedTickets('with_hfs', Prisma.sql`${ofPlan} AND k.status IN ('review_requested', 'administrative_review', 'decided')`),
      cappedTickets('closed', Prisma.sql`${ofPlan} AND k.closed_on IS NOT NULL AND k.presented_on IS NOT NULL`),
      Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM fines f WHERE f.plan_code = ANY (${[...of.planCodes]}::text[]) AND f.status = 'issued' LIMIT ${COUNT_CAP + 1}) AS x) AS fined`,
    ])}
    FROM (SELECT ${Prisma.join([
      open('to_answer', null),
      open('new', nobodyOpened(of.organizationId)),
      open('this_week', from(days.today), to(days.sunday)),
      open('overdue', overdue),
      open('held', overdue, Prisma.sql`k.extension_state = 'pending'`, Prisma.sql`NOT ${isFined}`),
      open('at_stake', overdue, Prisma.sql`k.extension_state <> 'pending'`, Prisma.sql`NOT ${isFined}`),
      open('fined_overdue', overdue, isFined),
      open('soon', from(days.today), to(days.soonUntil)),
      open('falls_on', Prisma.sql`k.response_due_on = ${days.opensOn}::date`),
      open('group_overdue', overdue, ...filtered),
      open('group_this_week', from(days.today), to(days.sunday), ...filtered),
      open('group_next_week', after(days.sunday), to(days.nextSunday), ...filtered),
      open('group_later', after(days.nextSunday), ...filtered),
    ])} FROM tickets k WHERE ${ofPlan} AND k.status = 'presented') AS o`;
  if (counts === undefined) throw new Error('The counts of a queue came back without a row.');
  return counts;
}

export type PlanFineRow = {
  id: string;
  ticket_id: string;
  number: string;
  tracking_number: string;
  plan_code: string;
  provider_name: string;
  issue_type_code: string;
  program_code: string;
  amount_cents: bigint;
  due_on: Date;
  issued_on: Date;
  quarter: string;
  responded_on: Date | null;
};

/** A plan's issued fines, the last one first. Row-level security keeps proposals from it. */
export function findPlanFines(scope: Scope, planCodes: readonly string[], after: DayPosition | null): Promise<PlanFineRow[]> {
  const where = after === null ? Prisma.sql`true` : Prisma.sql`(f.issued_on, f.id) < (${after.on}::date, ${after.id}::uuid)`;
  return scope.tx.$queryRaw<PlanFineRow[]>`
    SELECT r.* FROM unnest(${[...planCodes]}::text[]) AS p(code) CROSS JOIN LATERAL (
      SELECT f.id, f.ticket_id, t.number, t.tracking_number, t.plan_code, coalesce(t.facility_name, t.organization_name) AS provider_name,
        t.issue_type_code, t.program_code, f.amount_cents, f.due_on, f.issued_on, f.quarter, t.responded_on
      FROM fines f JOIN tickets t ON t.id = f.ticket_id
      WHERE f.plan_code = p.code AND f.status = 'issued' AND ${where}
      ORDER BY f.issued_on DESC, f.id DESC LIMIT ${PAGE_SIZE + 1}
    ) AS r ORDER BY r.issued_on DESC, r.id DESC LIMIT ${PAGE_SIZE + 1}`;
}
