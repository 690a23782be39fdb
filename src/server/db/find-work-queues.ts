import { Prisma } from '@generated/prisma/client';
import type { Ticket } from '@/domain/tickets/ticket';
import type { CalendarDate } from '@/shared/calendar-date';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { dateOf } from './dates';
import { findClocksOf } from './find-clocks';
import { cappedTickets, PAGE_SIZE } from './queue-sql';
import { reviewQueueCounts } from './review-queue-sql';
import { countPreparedAlerts } from './prepared-alerts';
import { ticketFromRow } from './ticket-rows';
import { pageOf } from './page-of';

export type WorkCounts = { to_present: number; present_today: number; present_next: number; to_close: number; overdue: number; no_number: number; undelivered: number; to_review: number; to_share: number; to_alert: number };

/** What waits on each tab of the Portal Team, each cut at the cap; `nextDay` is the next business day. */
export async function countWorkQueues(scope: Scope, nextDay: CalendarDate): Promise<WorkCounts> {
  const { today } = scope;
  const submitted = Prisma.sql`k.status = 'submitted'`;
  const overdue = Prisma.sql`k.status = 'presented' AND k.turn_due_on < ${today}::date`;
  const [counts] = await scope.tx.$queryRaw<WorkCounts[]>`SELECT ${Prisma.join([
    cappedTickets('to_present', submitted),
    cappedTickets('present_today', Prisma.sql`${submitted} AND k.turn_due_on <= ${today}::date`),
    cappedTickets('present_next', Prisma.sql`${submitted} AND k.turn_due_on = ${nextDay}::date`),
    cappedTickets('to_close', Prisma.sql`k.status IN ('responded', 'contested') AND k.turn_due_on < ${today}::date`),
    cappedTickets('overdue', overdue),
    ...reviewQueueCounts(today),
    countPreparedAlerts(COUNT_CAP + 1),
    Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM no_number_reports WHERE settled_at IS NULL LIMIT ${COUNT_CAP + 1}) AS x) AS no_number`,
    Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM outbox WHERE status = 'failed' AND sent_again_as IS NULL AND settled_at IS NULL LIMIT ${COUNT_CAP + 1}) AS x) AS undelivered`,
  ])}`;
  if (counts === undefined) throw new Error('The counts of the work queues came back without a row.');
  return counts;
}

/** A ticket with the sequence number of its last event, which a form sends back. */
export type QueuedTicket = { ticket: Ticket; eventCount: number };

async function withClocks(scope: Scope, rows: Awaited<ReturnType<typeof findRows>>): Promise<QueuedTicket[]> {
  const clocks = await findClocksOf(scope.tx, rows.map((r) => r.id), ['presentation', 'mco-response', 'mco-response-extended', 'contest', 'review-request', 'review-information', 'hfs-decision']);
  return rows.map((row) => ({ ticket: ticketFromRow(row, { clocks: clocks.get(row.id) ?? [], fines: [], claims: [] }), eventCount: row.eventCount }));
}

function findRows(scope: Scope, status: string, dueBefore: CalendarDate | null, after: { on: CalendarDate; id: string } | null, take: number) {
  const behind = after === null ? {} : { turnDueOn: { gte: dateOf(after.on) }, OR: [{ turnDueOn: { gt: dateOf(after.on) } }, { id: { gt: after.id } }] };
  const past = dueBefore === null ? {} : { turnDueOn: { lt: dateOf(dueBefore) } };
  return scope.tx.ticket.findMany({ where: { status, AND: [past, behind] }, orderBy: [{ turnDueOn: 'asc' }, { id: 'asc' }], take: take + 1 });
}

/** One page of tickets in some statuses by the date of their turn, those before `dueBefore` only where it is given. */
export async function findWorkPage(scope: Scope, statuses: readonly string[], dueBefore: CalendarDate | null, after: { on: CalendarDate; id: string } | null, take = PAGE_SIZE): Promise<{ tickets: QueuedTicket[]; next: { on: Date; id: string } | null }> {
  const rows: Awaited<ReturnType<typeof findRows>> = [];
  for (const status of statuses) rows.push(...(await findRows(scope, status, dueBefore, after, take)));
  const key = (row: (typeof rows)[number]) => `${row.turnDueOn?.toISOString() ?? ''}${row.id}`;
  const sorted = statuses.length === 1 ? rows : rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const page = pageOf(sorted, take, ({ turnDueOn, id }) => turnDueOn && { on: turnDueOn, id });
  return { tickets: await withClocks(scope, page.rows), next: page.next };
}

/** Tickets by their ids, as far as the actor has them, in the order of their turns. */
export async function findQueuedTickets(scope: Scope, ticketIds: readonly string[]): Promise<QueuedTicket[]> {
  return withClocks(scope, await scope.tx.ticket.findMany({ where: { id: { in: [...ticketIds] } }, orderBy: [{ turnDueOn: 'asc' }, { id: 'asc' }] }));
}

export type Repeat = { ticketId: string; number: string; organizationId: string; organizationName: string };
type RepeatRow = { of_id: string; id: string; number: string; organization_id: string; organization_name: string };

/** For each ticket up to three others with the same plan and tracking number, whoever filed them. */
export async function findRepeats(scope: Scope, tickets: readonly Pick<Ticket, 'id' | 'planCode' | 'trackingNumber'>[]): Promise<Map<string, Repeat[]>> {
  if (tickets.length === 0) return new Map();
  const rows = await scope.tx.$queryRaw<RepeatRow[]>`
    SELECT a.id AS of_id, r.id, r.number, r.organization_id, r.organization_name
    FROM unnest(${tickets.map((t) => t.id)}::uuid[], ${tickets.map((t) => t.planCode)}::text[], ${tickets.map((t) => t.trackingNumber)}::text[]) AS a(id, plan, tracking)
    CROSS JOIN LATERAL (
      SELECT k.id, k.number, k.organization_id, k.organization_name FROM tickets k
      WHERE k.plan_code = a.plan AND k.tracking_number = a.tracking AND k.id <> a.id LIMIT 3
    ) AS r`;
  const repeats = new Map<string, Repeat[]>();
  for (const row of rows)
    repeats.set(row.of_id, [...(repeats.get(row.of_id) ?? []), { ticketId: row.id, number: row.number, organizationId: row.organization_id, organizationName: row.organization_name }]);
  return repeats;
}
