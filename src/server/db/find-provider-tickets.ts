import { Prisma } from '@generated/prisma/client';
import type { ProviderGroup } from '@/domain/tickets/provider-turn';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Scope } from './as-actor';
import { allOf, cappedTickets, PAGE_SIZE } from './queue-sql';

/** Where a page begins: behind the row with this date (some have none, they stand last) and id. */
export type ProviderPosition = { on: CalendarDate | null; id: string };

/** Whose tickets: those for some organizations and, for a billing agent, those that it filed for others since left. */
export type ProviderScope = { organizationIds: readonly string[]; filedById: string | null };

export type ProviderTicketRow = {
  id: string;
  number: string;
  tracking_number: string;
  organization_name: string;
  facility_name: string | null;
  plan_code: string;
  program_code: string;
  issue_type_code: string;
  claim_count: number;
  disputed_cents: bigint;
  status: string;
  close_reason: string | null;
  closed_on: Date | null;
  turn_due_on: Date | null;
  provider_owes_on: Date | null;
  is_urgent: boolean;
  /** The date by which it stands in its group. */
  sorted_on: Date | null;
};

type Order = { statuses: readonly string[]; column: string; latestFirst: boolean };

const bySoonest = (column: string, ...statuses: string[]): Order => ({ statuses, column, latestFirst: false });

/** Each group in the order of the date that its lines show; what the provider owes has a date of its own (R10, R16, R17). */
const ORDERS: Record<ProviderGroup, readonly Order[]> = {
  mine: [bySoonest('turn_due_on', 'responded', 'contested'), bySoonest('provider_owes_on', 'presented', 'review_requested', 'administrative_review')],
  waiting: [bySoonest('turn_due_on', 'submitted', 'presented', 'contested', 'review_requested', 'administrative_review', 'decided')],
  closed: [{ statuses: ['closed'], column: 'closed_on', latestFirst: true }],
};

const statusesOf = (group: ProviderGroup): string[] => ORDERS[group].flatMap((order) => order.statuses);

/**
 * A contested ticket is the provider's turn until the day by which a review can be asked for (R15); others are while
 * the provider owes information or an answer (R10, R16, R17).
 */
function ofGroup(group: ProviderGroup, today: CalendarDate): Prisma.Sql {
  switch (group) {
    case 'mine':
      return Prisma.sql`(k.status = 'responded' OR (k.status = 'contested' AND k.turn_due_on >= ${today}::date) OR (k.status <> 'contested' AND k.provider_owes_on IS NOT NULL))`;
    case 'waiting':
      return Prisma.sql`(CASE k.status WHEN 'contested' THEN k.turn_due_on < ${today}::date ELSE k.provider_owes_on IS NULL END)`;
    case 'closed':
      return Prisma.sql`k.closed_on IS NOT NULL`;
  }
}

/** Tickets that wait for an act of the provider's people; a condition on columns of `k`. */
export function waitsForProvider(today: CalendarDate): Prisma.Sql {
  return Prisma.sql`k.status = ANY (${statusesOf('mine')}::text[]) AND ${ofGroup('mine', today)}`;
}

function behind(order: Order, after: ProviderPosition | null): Prisma.Sql | null {
  if (after === null) return null;
  const column = Prisma.raw(order.column);
  if (order.latestFirst) return Prisma.sql`(k.${column}, k.id) < (${after.on}::date, ${after.id}::uuid)`;
  return after.on === null
    ? Prisma.sql`(k.${column} IS NULL AND k.id > ${after.id}::uuid)`
    : Prisma.sql`((k.${column}, k.id) > (${after.on}::date, ${after.id}::uuid) OR k.${column} IS NULL)`;
}

function rowsOf(scope: Scope, group: ProviderGroup, order: Order, of: ProviderScope, after: ProviderPosition | null, take: number): Prisma.Sql {
  const column = Prisma.raw(order.column);
  const direction = Prisma.raw(order.latestFirst ? 'DESC' : 'ASC');
  const where = allOf([ofGroup(group, scope.today), behind(order, after)]);
  const columns = Prisma.sql`k.id, k.number, k.tracking_number, k.organization_name, k.facility_name, k.plan_code, k.program_code, k.issue_type_code,
    k.claim_count, k.disputed_cents, k.status, k.close_reason, k.closed_on, k.turn_due_on, k.provider_owes_on, k.is_urgent, k.${column} AS sorted_on`;
  const page = Prisma.sql`ORDER BY k.${column} ${direction}, k.id ${direction} LIMIT ${take + 1}`;
  const forThem = Prisma.sql`
    SELECT r.* FROM unnest(${[...of.organizationIds]}::uuid[]) AS o(id) CROSS JOIN unnest(${[...order.statuses]}::text[]) AS s(status)
    CROSS JOIN LATERAL (SELECT ${columns} FROM tickets k WHERE k.organization_id = o.id AND k.status = s.status AND ${where} ${page}) AS r`;
  const filed = Prisma.sql`
    SELECT r.* FROM unnest(${[...order.statuses]}::text[]) AS s(status)
    CROSS JOIN LATERAL (SELECT ${columns} FROM tickets k WHERE k.filed_by_organization_id = ${of.filedById}::uuid AND k.status = s.status
      AND k.organization_id <> ALL (${[...of.organizationIds]}::uuid[]) AND ${where} ${page}) AS r`;
  return of.filedById === null ? forThem : Prisma.sql`${forThem} UNION ALL ${filed}`;
}

/**
 * One page of one group of a provider's tickets. NB: each organization and status is read by itself in the order of its
 * index and cut before they are merged, so a page takes the same time however many tickets there are.
 */
export function findProviderTickets(scope: Scope, group: ProviderGroup, of: ProviderScope, after: ProviderPosition | null, take = PAGE_SIZE): Promise<ProviderTicketRow[]> {
  const all = Prisma.join(ORDERS[group].map((order) => rowsOf(scope, group, order, of, after, take)), ' UNION ALL ');
  const direction = Prisma.raw(group === 'closed' ? 'DESC' : 'ASC');
  return scope.tx.$queryRaw<ProviderTicketRow[]>`SELECT t.* FROM (${all}) AS t ORDER BY t.sorted_on ${direction}, t.id ${direction} LIMIT ${take + 1}`;
}

export type ProviderCounts = Record<ProviderGroup, number>;

/** How many tickets each group has, each cut at the cap, in one round trip. */
export async function countProviderTickets(scope: Scope, of: ProviderScope): Promise<ProviderCounts> {
  const filed = of.filedById === null ? Prisma.sql`false` : Prisma.sql`k.filed_by_organization_id = ${of.filedById}::uuid`;
  const visible = Prisma.sql`(k.organization_id = ANY (${[...of.organizationIds]}::uuid[]) OR ${filed})`;
  const column = (group: ProviderGroup) =>
    cappedTickets(group, Prisma.sql`${visible} AND k.status = ANY (${statusesOf(group)}::text[]) AND ${ofGroup(group, scope.today)}`);
  const [counts] = await scope.tx.$queryRaw<ProviderCounts[]>`SELECT ${Prisma.join([column('mine'), column('waiting'), column('closed')])}`;
  if (counts === undefined) throw new Error('The counts of a provider’s tickets came back without a row.');
  return counts;
}
