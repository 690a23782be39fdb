import { Prisma } from '@generated/prisma/client';
import type { Actor } from '@/domain/access/actor';
import { halfTimeOn, NO_CONTACT_DAYS, type AlertReason } from '@/domain/tickets/escalation';
import { addDays, isAfter, type CalendarDate } from '@/shared/calendar-date';
import type { Scope } from './as-actor';
import { dateOf, dayOf } from './dates';
import type { Tx } from './database';
import { newId } from '../new-id';
import { PAGE_SIZE } from './queue-sql';
import { pageOf } from './page-of';

type Found = { ticket_id: string; plan_code: string; since_on: Date };

const day = (on: CalendarDate) => Prisma.sql`${dateOf(on)}::date`;
/** Each date that was missed is alerted of once; without `since` the reason is, whatever the date. */
const notPrepared = (reason: AlertReason, since: Prisma.Sql = Prisma.sql`a.since_on`) =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM prepared_alerts a WHERE a.ticket_id = t.id AND a.plan_code = t.plan_code AND a.reason = ${reason} AND a.since_on = ${since})`;
/** D8: while HFS has not decided on an extension, a late answer is nobody's fault. */
const OVERDUE = Prisma.sql`c.ended_on IS NULL AND c.kind IN ('duty', 'window') AND c.kind = 'duty' AND c.owed_by = 'mco' AND NOT (c.rule_id = 'mco-response' AND t.extension_state = 'pending')`;
/** What a plan logged before a transfer is older than the day on which the next one was presented with it. `coalesce`: max without a row is null. */
const LAST_CONTACT = Prisma.sql`greatest(t.presented_on, coalesce((SELECT max(e.effective_on) FROM ticket_events e WHERE e.ticket_id = t.id AND e.type = 'ContactLogged'), t.presented_on))`;

function findOverdue(tx: Tx, reason: AlertReason, cutoff: CalendarDate): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    SELECT DISTINCT t.id AS ticket_id, t.plan_code, c.due_on AS since_on FROM clocks c JOIN tickets t ON t.id = c.ticket_id
    WHERE ${OVERDUE} AND c.due_on <= ${day(cutoff)} AND ${notPrepared(reason, Prisma.sql`c.due_on`)}`;
}

function findWithoutContact({ tx, today }: Scope): Promise<Found[]> {
  const before = day(addDays(today, -NO_CONTACT_DAYS));
  return tx.$queryRaw<Found[]>`
    SELECT t.ticket_id, t.plan_code, t.since_on FROM (SELECT t.id, t.id AS ticket_id, t.plan_code, ${LAST_CONTACT} AS since_on FROM tickets t
      WHERE t.status = 'presented' AND t.presented_on <= ${before}) AS t WHERE t.since_on <= ${before} AND ${notPrepared('no_contact', Prisma.sql`t.since_on`)}`;
}

async function findUnopened({ tx, today }: Scope): Promise<Found[]> {
  const rows = await tx.$queryRaw<(Omit<Found, 'since_on'> & { day_0: Date; due_on: Date })[]>`
    SELECT t.id AS ticket_id, t.plan_code, c.day_0, c.due_on FROM tickets t
      JOIN clocks c ON c.ticket_id = t.id AND c.ended_on IS NULL AND c.rule_id IN ('mco-response', 'mco-response-extended')
    WHERE t.status = 'presented' AND t.plan_opened_at IS NULL AND ${notPrepared('not_opened')}`;
  const found = rows.map(({ ticket_id, plan_code, day_0, due_on }) => ({ ticket_id, plan_code, since: halfTimeOn(dayOf(day_0), dayOf(due_on)) }));
  return found.filter(({ since }) => !isAfter(since, today)).map(({ since, ...row }) => ({ ...row, since_on: dateOf(since) }));
}

/** Prepares what is not prepared yet; returns how many alerts are new. */
export async function insertPreparedAlerts(scope: Scope, cutoffs: { one: CalendarDate | null; five: CalendarDate | null }): Promise<number> {
  const found: [AlertReason, Found[]][] = [
    ['overdue_1', cutoffs.one === null ? [] : await findOverdue(scope.tx, 'overdue_1', cutoffs.one)],
    ['overdue_5', cutoffs.five === null ? [] : await findOverdue(scope.tx, 'overdue_5', cutoffs.five)],
    ['no_contact', await findWithoutContact(scope)],
    ['not_opened', await findUnopened(scope)],
  ];
  const data = found.flatMap(([reason, rows]) => rows.map((r) => ({ id: newId(), ticketId: r.ticket_id, planCode: r.plan_code, reason, sinceOn: r.since_on, preparedOn: dateOf(scope.today) })));
  const { count } = await scope.tx.preparedAlert.createMany({ data, skipDuplicates: true });
  return count;
}

/** Whether what was prepared still holds, with the very date of which it speaks: of `a`, with its ticket `t`. */
const HOLDS = Prisma.sql`t.plan_code = a.plan_code AND CASE a.reason
    WHEN 'no_contact' THEN t.status = 'presented' AND ${LAST_CONTACT} = a.since_on
    WHEN 'not_opened' THEN t.status = 'presented' AND t.plan_opened_at IS NULL
    ELSE EXISTS (SELECT 1 FROM clocks c WHERE c.ticket_id = t.id AND c.due_on = a.since_on AND ${OVERDUE}) END`;

/** What does not hold any more needs nobody's press. */
export function dropMootAlerts({ tx, now }: Scope): Promise<number> {
  return tx.$executeRaw`UPDATE prepared_alerts a SET state = 'moot', settled_at = ${now}::timestamptz FROM tickets t
    WHERE a.state = 'open' AND t.id = a.ticket_id AND NOT (${HOLDS})`;
}

export type AlertRow = { ticket_id: string; since_on: Date; number: string; tracking_number: string; plan_code: string; provider: string; status: string; event_count: number; alerted_on: Date | null; reasons: { reason: AlertReason; sinceOn: CalendarDate }[] };

type Position = { on: CalendarDate; id: string };

/** Tickets with prepared alerts that still hold, the longest wait first, and behind which one to read on. */
export async function findPreparedAlerts({ tx }: Scope, after: Position | null, take = PAGE_SIZE): Promise<{ alerts: AlertRow[]; next: Position | null }> {
  const behind = after === null ? Prisma.sql`true` : Prisma.sql`(min(a.since_on), t.id) > (${day(after.on)}, ${after.id}::uuid)`;
  const rows = await tx.$queryRaw<AlertRow[]>`
    SELECT t.id AS ticket_id, min(a.since_on) AS since_on, t.number, t.tracking_number, t.plan_code, coalesce(t.facility_name, t.organization_name) AS provider, t.status, t.event_count, t.alerted_on,
      jsonb_agg(jsonb_build_object('reason', a.reason, 'sinceOn', a.since_on) ORDER BY a.since_on) AS reasons
    FROM prepared_alerts a JOIN tickets t ON t.id = a.ticket_id WHERE a.state = 'open' AND ${HOLDS}
    GROUP BY t.id HAVING ${behind} ORDER BY min(a.since_on), t.id LIMIT ${take + 1}`;
  const page = pageOf(rows, take, (last) => ({ on: dayOf(last.since_on), id: last.ticket_id }));
  return { alerts: page.rows, next: page.next };
}

/** How many tickets have one, as a column of the work queues' counts; cut at the cap. */
export function countPreparedAlerts(cap: number): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT DISTINCT a.ticket_id FROM prepared_alerts a JOIN tickets t ON t.id = a.ticket_id WHERE a.state = 'open' AND ${HOLDS} LIMIT ${cap}) AS x) AS to_alert`;
}

/** An alert that was sent, prepared or not, settles what was prepared of its ticket; so does setting it aside. */
export async function settlePreparedAlerts({ tx, now }: Scope, actor: Actor, ticketId: string, state: 'sent' | 'set_aside'): Promise<number> {
  const { count } = await tx.preparedAlert.updateMany({ where: { ticketId, state: 'open' }, data: { state, settledAt: now, settledByName: actor.name } });
  return count;
}
