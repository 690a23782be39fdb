import { Prisma } from '@generated/prisma/client';
import { addDays, type CalendarDate } from '@/shared/calendar-date';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { allOf, assigneeIs, PAGE_SIZE, type AssigneeFilter } from './queue-sql';

export type PlanQueueTab = 'to-answer' | 'new' | 'this-week' | 'overdue' | 'waiting' | 'answered' | 'with-hfs' | 'closed';
export const QUEUE_SORTS = ['due', 'newest', 'oldest'] as const;
/** By the date that counts on the tab, or by the day of presentation. */
export type QueueSort = (typeof QUEUE_SORTS)[number];
/** Which tickets of a tab, and in which order; without `sort` by the tab's own date. */
export type QueueFilters = { programCode: string | null; issueTypeCode: string | null; assignee: AssigneeFilter; urgentOnly?: boolean; sort?: QueueSort };
/** Where a page begins: behind the row with this date and id. */
export type DayPosition = { on: CalendarDate; id: string };

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
  is_extended: boolean;
  provider_owes_on: Date | null;
  is_opened: boolean;
  has_draft: boolean;
};

/** `owedFirst`: what the plan itself owes stands before the rest, by its own date (R16, R17, R29). */
type Order = { statuses: readonly string[]; column: string; latestFirst: boolean; owedFirst?: true };

const ORDERS: Record<PlanQueueTab, Order> = {
  'to-answer': { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  new: { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  'this-week': { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  overdue: { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  waiting: { statuses: ['presented'], column: 'response_due_on', latestFirst: false },
  answered: { statuses: ['responded', 'contested'], column: 'turn_due_on', latestFirst: false },
  // Where the plan owes nothing, the dates belong to HFS and the provider; the oldest answer stands first.
  'with-hfs': { statuses: ['review_requested', 'administrative_review', 'decided'], column: 'response_due_on', latestFirst: false, owedFirst: true },
  closed: { statuses: ['closed'], column: 'closed_on', latestFirst: true },
};

function orderOf(tab: PlanQueueTab, sort: QueueSort = 'due'): Order {
  return sort === 'due' ? ORDERS[tab] : { statuses: ORDERS[tab].statuses, column: 'presented_on', latestFirst: sort === 'newest' };
}

const NEW = Prisma.sql`k.status = 'presented' AND k.plan_opened_at IS NULL`;

// As above: the status stands in the index of these tickets.
const WAITING = Prisma.sql`k.status = 'presented' AND k.provider_owes_on IS NOT NULL`;

function ofTab(tab: PlanQueueTab, week: { today: CalendarDate; sunday: CalendarDate }): Prisma.Sql | null {
  switch (tab) {
    case 'new':
      // The status once more in words, so that the database knows the index of these tickets to be the right one.
      return NEW;
    case 'waiting':
      return WAITING;
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
    filters.urgentOnly === true ? Prisma.sql`k.is_urgent` : null,
  ];
}

/** The date by which a ticket stands on its tab. */
function sortedOn(order: Order): Prisma.Sql {
  const column = Prisma.raw(`k.${order.column}`);
  return order.owedFirst ? Prisma.sql`coalesce(k.mco_owes_on, ${column})` : column;
}

function behind(order: Order, after: DayPosition | null): Prisma.Sql | null {
  if (after === null) return null;
  if (order.owedFirst)
    return Prisma.sql`(k.mco_owes_on IS NULL, ${sortedOn(order)}, k.id) > (coalesce((SELECT p.mco_owes_on IS NULL FROM tickets p WHERE p.id = ${after.id}::uuid), true), ${after.on}::date, ${after.id}::uuid)`;
  const sign = Prisma.raw(order.latestFirst ? '<' : '>');
  return Prisma.sql`(k.${Prisma.raw(order.column)}, k.id) ${sign} (${after.on}::date, ${after.id}::uuid)`;
}

/**
 * One page of a plan's queue. NB: each plan and status is read by itself in the order of its index and cut before they
 * are merged, so a page takes the same time however many tickets there are; of those with HFS, which are few, all are read.
 */
export function findPlanQueuePage(scope: Scope, tab: PlanQueueTab, planCodes: readonly string[], filters: QueueFilters, after: DayPosition | null, week: { today: CalendarDate; sunday: CalendarDate }, take = PAGE_SIZE): Promise<PlanQueueRow[]> {
  const order = orderOf(tab, filters.sort);
  const on = sortedOn(order);
  const direction = Prisma.raw(order.latestFirst ? 'DESC' : 'ASC');
  const first = order.owedFirst ? Prisma.sql`k.mco_owes_on IS NULL,` : Prisma.empty;
  const where = allOf([ofTab(tab, week), ...ofFilters(filters), behind(order, after)]);
  return scope.tx.$queryRaw<PlanQueueRow[]>`
    SELECT t.*, EXISTS (SELECT 1 FROM answer_drafts d WHERE d.ticket_id = t.id) AS has_draft
    FROM (
      SELECT r.* FROM unnest(${[...planCodes]}::text[]) AS p(code) CROSS JOIN unnest(${[...order.statuses]}::text[]) AS s(status)
      CROSS JOIN LATERAL (
        SELECT k.id, k.number, k.tracking_number, k.plan_code, coalesce(k.facility_name, k.organization_name) AS provider_name, k.contact_name,
          k.issue_type_code, k.program_code, k.disputed_cents, k.claim_count, k.status, k.close_reason, k.is_urgent, k.presented_on,
          k.responded_on, k.closed_on, k.response_due_on, k.turn_due_on, ${on} AS sorted_on, ${order.owedFirst ? Prisma.sql`k.mco_owes_on IS NULL` : Prisma.sql`false`} AS is_behind, k.mco_assignee_id AS assignee_id,
          k.mco_assignee_name AS assignee_name, k.extension_state = 'pending' AS is_held, k.extension_state = 'approved' AS is_extended, k.provider_owes_on, k.plan_opened_at IS NOT NULL AS is_opened
        FROM tickets k WHERE k.plan_code = p.code AND k.status = s.status AND ${where}
        ORDER BY ${first} ${on} ${direction}, k.id ${direction} LIMIT ${take + 1}
      ) AS r
      ORDER BY r.is_behind, r.sorted_on ${direction}, r.id ${direction} LIMIT ${take + 1}
    ) AS t ORDER BY t.is_behind, t.sorted_on ${direction}, t.id ${direction}`;
}

export type PlanQueueCounts = {
  to_answer: number;
  new: number;
  waiting: number;
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

/** The groups of what a plan has to answer, by due date; together they are all of it. */
function groupsOf(days: QueueDays): Prisma.Sql {
  const group = (name: string, first: Prisma.Sql, last: Prisma.Sql, most: number | null) => Prisma.sql`(${name}, ${first}, ${last}, ${most}::int)`;
  const day = (on: CalendarDate) => Prisma.sql`${on}::date`;
  const next = (on: CalendarDate) => day(addDays(on, 1));
  // What may be fined is a sum of money, so all that is overdue is walked; the others stop at the cap.
  return Prisma.join([
    group('overdue', Prisma.sql`'-infinity'::date`, day(addDays(days.today, -1)), null),
    group('this_week', day(days.today), day(days.sunday), COUNT_CAP + 1),
    group('next_week', next(days.sunday), day(days.nextSunday), COUNT_CAP + 1),
    group('later', next(days.nextSunday), Prisma.sql`'infinity'::date`, COUNT_CAP + 1),
  ]);
}

/** A capped count of a plan's tickets in some statuses. NB: the order leaves the planner one index, whose rows are these tickets. */
function cappedOfPlan(name: string, planCodes: readonly string[], statuses: readonly string[], condition: Prisma.Sql | null): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT 1 FROM unnest(${[...planCodes]}::text[]) AS p(code) CROSS JOIN unnest(${[...statuses]}::text[]) AS s(status) CROSS JOIN LATERAL (
      SELECT 1 FROM tickets k WHERE k.plan_code = p.code AND k.status = s.status AND ${allOf([condition])}
      ORDER BY k.response_due_on, k.id LIMIT ${COUNT_CAP + 1}
    ) AS w LIMIT ${COUNT_CAP + 1}) AS x) AS ${Prisma.raw(name)}`;
}

/** The counts beside the groups, which follow the filters; without one they are those of the walk. */
function groupCounts(planCodes: readonly string[], filters: QueueFilters, days: QueueDays): Prisma.Sql {
  const filtered = ofFilters(filters).filter((f) => f !== null);
  if (filtered.length === 0) return Prisma.sql`o.overdue AS group_overdue, o.this_week AS group_this_week, o.next_week AS group_next_week, o.later AS group_later`;
  const of = (name: string, between: Prisma.Sql) => cappedOfPlan(name, planCodes, ['presented'], allOf([between, ...filtered]));
  return Prisma.join([
    of('group_overdue', Prisma.sql`k.response_due_on < ${days.today}::date`),
    of('group_this_week', Prisma.sql`k.response_due_on BETWEEN ${days.today}::date AND ${days.sunday}::date`),
    of('group_next_week', Prisma.sql`k.response_due_on > ${days.sunday}::date AND k.response_due_on <= ${days.nextSunday}::date`),
    of('group_later', Prisma.sql`k.response_due_on > ${days.nextSunday}::date`),
  ]);
}

/**
 * What waits in every tab and group, what may be fined, and what falls due soon, in one round trip. Each group of what
 * is to be answered is walked once in the order of its index, the other tabs likewise, all up to the cap.
 */
export async function countPlanQueue(scope: Scope, planCodes: readonly string[], filters: QueueFilters, days: QueueDays): Promise<PlanQueueCounts> {
  const capped = (name: string, statuses: readonly string[], condition: Prisma.Sql | null = null) => cappedOfPlan(name, planCodes, statuses, condition);
  const walked = (name: string, condition: Prisma.Sql) => Prisma.sql`least(count(*) FILTER (WHERE ${condition}), ${COUNT_CAP + 1})::int AS ${Prisma.raw(name)}`;
  const inGroup = (name: string) => Prisma.sql`r.name = ${name}`;
  const [counts] = await scope.tx.$queryRaw<PlanQueueCounts[]>`
    SELECT o.*, ${Prisma.join([
      groupCounts(planCodes, filters, days),
      capped('new', ['presented'], NEW),
      capped('waiting', ['presented'], WAITING),
      days.opensOn === null ? Prisma.sql`0 AS falls_on` : capped('falls_on', ['presented'], Prisma.sql`k.response_due_on = ${days.opensOn}::date`),
      capped('answered', ORDERS.answered.statuses),
      capped('with_hfs', ORDERS['with-hfs'].statuses),
      capped('closed', ORDERS.closed.statuses, ofTab('closed', days)),
      Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM fines f WHERE f.plan_code = ANY (${[...planCodes]}::text[]) AND f.status = 'issued' LIMIT ${COUNT_CAP + 1}) AS x) AS fined`,
    ])}
    FROM (SELECT ${Prisma.join([
      walked('to_answer', Prisma.sql`true`),
      walked('overdue', inGroup('overdue')),
      walked('this_week', inGroup('this_week')),
      walked('next_week', inGroup('next_week')),
      walked('later', inGroup('later')),
      walked('held', Prisma.sql`${inGroup('overdue')} AND r.is_held AND NOT r.is_fined`),
      walked('at_stake', Prisma.sql`${inGroup('overdue')} AND NOT r.is_held AND NOT r.is_fined`),
      walked('fined_overdue', Prisma.sql`r.is_fined`),
      walked('soon', Prisma.sql`NOT ${inGroup('overdue')} AND r.response_due_on <= ${days.soonUntil}::date`),
    ])} FROM (
      SELECT g.name, w.* FROM unnest(${[...planCodes]}::text[]) AS p(code) CROSS JOIN (VALUES ${groupsOf(days)}) AS g(name, first, last, most) CROSS JOIN LATERAL (
        -- Of the fines a plan sees issued and rescinded ones only: neither leaves room for another.
        SELECT k.response_due_on, k.extension_state = 'pending' AS is_held,
          g.name = 'overdue' AND EXISTS (SELECT 1 FROM fines f WHERE f.ticket_id = k.id AND f.status IN ('issued', 'rescinded')) AS is_fined
        FROM tickets k WHERE k.plan_code = p.code AND k.status = 'presented' AND k.response_due_on BETWEEN g.first AND g.last
        ORDER BY k.response_due_on, k.id LIMIT g.most
      ) AS w
    ) AS r) AS o`;
  if (counts === undefined) throw new Error('The counts of a queue came back without a row.');
  return counts;
}

/** How many tickets of a plan each view holds, up to the cap, in one round trip. */
export async function countQueueViews(scope: Scope, planCodes: readonly string[], views: readonly { tab: PlanQueueTab; filters: QueueFilters }[], week: { today: CalendarDate; sunday: CalendarDate }): Promise<number[]> {
  const columns = views.map(({ tab, filters }, i) => cappedOfPlan(`v${i}`, planCodes, ORDERS[tab].statuses, allOf([ofTab(tab, week), ...ofFilters(filters)])));
  const [counts] = await scope.tx.$queryRaw<Record<string, number>[]>`SELECT ${Prisma.join(columns)}`;
  return views.map((_, i) => counts?.[`v${i}`] ?? 0);
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
export function findPlanFines(scope: Scope, planCodes: readonly string[], after: DayPosition | null, take = PAGE_SIZE): Promise<PlanFineRow[]> {
  const where = after === null ? Prisma.sql`true` : Prisma.sql`(f.issued_on, f.id) < (${after.on}::date, ${after.id}::uuid)`;
  return scope.tx.$queryRaw<PlanFineRow[]>`
    SELECT r.* FROM unnest(${[...planCodes]}::text[]) AS p(code) CROSS JOIN LATERAL (
      SELECT f.id, f.ticket_id, t.number, t.tracking_number, t.plan_code, coalesce(t.facility_name, t.organization_name) AS provider_name,
        t.issue_type_code, t.program_code, f.amount_cents, f.due_on, f.issued_on, f.quarter, t.responded_on
      FROM fines f JOIN tickets t ON t.id = f.ticket_id
      WHERE f.plan_code = p.code AND f.status = 'issued' AND ${where}
      ORDER BY f.issued_on DESC, f.id DESC LIMIT ${take + 1}
    ) AS r ORDER BY r.issued_on DESC, r.id DESC LIMIT ${take + 1}`;
}
