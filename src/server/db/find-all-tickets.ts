import { Prisma } from '@generated/prisma/client';
import type { Scope } from './as-actor';
import { COUNT_CAP } from '@/shared/capped-count';
import { allOf, assigneeIs, instantKey, PAGE_SIZE, type AssigneeFilter } from './queue-sql';

export const TICKET_SORTS = ['newest', 'oldest', 'due'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

export type AllTicketsFilters = {
  status: string | null;
  planCode: string | null;
  programCode: string | null;
  issueTypeCode: string | null;
  assignee: AssigneeFilter;
  urgentOnly?: boolean;
  /** Received within so many days up to today. */
  receivedWithin?: number | null;
};

/** Behind which row a page begins: what that row was sorted by, as text, and its id. */
export type TicketPosition = { key: string; id: string };

export type TicketRow = {
  id: string;
  number: string;
  tracking_number: string;
  plan_code: string;
  program_code: string;
  issue_type_code: string;
  provider_name: string;
  contact_name: string;
  status: string;
  close_reason: string | null;
  is_urgent: boolean;
  received_on: Date;
  presented_on: Date | null;
  closed_on: Date | null;
  assignee_name: string | null;
  sort_key: string;
};

type Order = { column: string; type: string; latestFirst: boolean; key: Prisma.Sql };

const ORDERS: Record<TicketSort, Order> = {
  newest: { column: 'filed_at', type: 'timestamptz', latestFirst: true, key: instantKey('k.filed_at') },
  oldest: { column: 'filed_at', type: 'timestamptz', latestFirst: false, key: instantKey('k.filed_at') },
  due: { column: 'turn_due_on', type: 'date', latestFirst: false, key: Prisma.sql`k.turn_due_on::text` },
};

function conditions(filters: AllTicketsFilters, sort: TicketSort, after: TicketPosition | null, presentedOnly: boolean): Prisma.Sql {
  const { column, type, latestFirst } = ORDERS[sort];
  const is = (name: string, value: string | null) => (value === null ? null : Prisma.sql`k.${Prisma.raw(name)} = ${value}`);
  return allOf([
    is('status', filters.status),
    is('program_code', filters.programCode),
    is('issue_type_code', filters.issueTypeCode),
    assigneeIs('state_assignee_id', filters.assignee),
    filters.urgentOnly === true ? Prisma.sql`k.is_urgent` : null,
    filters.receivedWithin ? Prisma.sql`k.received_on > (SELECT app_today()) - ${filters.receivedWithin}::int` : null,
    presentedOnly ? Prisma.sql`k.presented_on IS NOT NULL` : null,
    sort === 'due' ? Prisma.sql`k.turn_due_on IS NOT NULL` : null,
    after === null ? null : Prisma.sql`(k.${Prisma.raw(column)}, k.id) ${Prisma.raw(latestFirst ? '<' : '>')} (${after.key}::${Prisma.raw(type)}, ${after.id}::uuid)`,
  ]);
}

/** The tickets of these ids, with whom the reader's own side assigned them to. */
export function findTicketRows(scope: Scope, ticketIds: readonly string[], assignee: 'mco_assignee_name' | 'state_assignee_name'): Promise<TicketRow[]> {
  return scope.tx.$queryRaw<TicketRow[]>`
    SELECT k.id, k.number, k.tracking_number, k.plan_code, k.program_code, k.issue_type_code, coalesce(k.facility_name, k.organization_name) AS provider_name,
      k.contact_name, k.status, k.close_reason, k.is_urgent, k.received_on, k.presented_on, k.closed_on, k.${Prisma.raw(assignee)} AS assignee_name, '' AS sort_key
    FROM tickets k WHERE k.id = ANY (${[...ticketIds]}::uuid[]) ORDER BY k.filed_at DESC, k.id DESC`;
}

/**
 * One page of tickets in a chosen order. With plans given, each plan is read by itself in the order of its index and
 * cut before they are merged, so that a small plan's page takes no longer than a large one's.
 */
export function findTicketPage(scope: Scope, planCodes: readonly string[] | null, filters: AllTicketsFilters, sort: TicketSort, after: TicketPosition | null, presentedOnly: boolean, take = PAGE_SIZE): Promise<TicketRow[]> {
  const order = ORDERS[sort];
  const column = Prisma.raw(order.column);
  const direction = Prisma.raw(order.latestFirst ? 'DESC' : 'ASC');
  const where = conditions(filters, sort, after, presentedOnly);
  const rows = (condition: Prisma.Sql, first: Prisma.Sql) => Prisma.sql`
    SELECT k.id, k.number, k.tracking_number, k.plan_code, k.program_code, k.issue_type_code, coalesce(k.facility_name, k.organization_name) AS provider_name,
      k.contact_name, k.status, k.close_reason, k.is_urgent, k.received_on, k.presented_on, k.closed_on,
      k.state_assignee_name AS assignee_name, ${order.key} AS sort_key, k.${column} AS sorted_by
    FROM tickets k WHERE ${condition} ORDER BY ${first}k.${column} ${direction}, k.id ${direction} LIMIT ${take + 1}`;
  if (planCodes === null) return scope.tx.$queryRaw<TicketRow[]>`${rows(where, Prisma.empty)}`;
  // NB: with "=" the planner may walk the index of all plans and pick the plan's rows out, which for a plan without
  // tickets means every ticket; a range with the plan first in the order leaves only the plan's own index.
  const ofPlan =
    filters.assignee.type === 'person'
      ? rows(Prisma.sql`k.plan_code = p.code AND ${where}`, Prisma.empty)
      : rows(Prisma.sql`k.plan_code >= p.code AND k.plan_code <= p.code AND ${where}`, Prisma.sql`k.plan_code ${direction}, `);
  return scope.tx.$queryRaw<TicketRow[]>`
    SELECT r.* FROM unnest(${[...planCodes]}::text[]) AS p(code) CROSS JOIN LATERAL (${ofPlan}) AS r
    ORDER BY r.sorted_by ${direction}, r.id ${direction} LIMIT ${take + 1}`;
}

/** How many tickets each of these filters finds, up to the cap, in one round trip. */
export async function countAllTickets(scope: Scope, planCodes: readonly string[] | null, views: readonly AllTicketsFilters[], presentedOnly: boolean): Promise<number[]> {
  const ofPlans = (filters: AllTicketsFilters): Prisma.Sql | null => {
    if (filters.planCode !== null) return planCodes === null || planCodes.includes(filters.planCode) ? Prisma.sql`k.plan_code = ${filters.planCode}` : Prisma.sql`false`;
    return planCodes === null ? null : Prisma.sql`k.plan_code = ANY (${[...planCodes]}::text[])`;
  };
  const columns = views.map((filters, i) => Prisma.sql`(SELECT count(*)::int FROM (
    SELECT 1 FROM tickets k WHERE ${allOf([ofPlans(filters), conditions(filters, 'newest', null, presentedOnly)])} LIMIT ${COUNT_CAP + 1}) AS x) AS ${Prisma.raw(`v${i}`)}`);
  const [counts] = await scope.tx.$queryRaw<Record<string, number>[]>`SELECT ${Prisma.join(columns)}`;
  return views.map((_, i) => counts?.[`v${i}`] ?? 0);
}
