import { Prisma } from '@generated/prisma/client';
import type { RuleId } from '@/domain/deadlines';
import type { FineStatus } from '@/domain/fines/fine';
import type { Clock, ClockEndReason } from '@/domain/tickets/clock';
import type { Status } from '@/domain/tickets/status';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Tx } from './database';
import { dayOf, dayOrNull } from './dates';

type Row = {
  id: string; ticket_id: string; number: string; status: string; plan_code: string; contact_id: string; rule_id: string; kind: string; day_0: Date; due_on: Date;
  ended_on: Date | null; end_reason: string | null; overdue_on: Date | null; rule_set_version: number; fine_status: string | null;
};

/** A clock on which a change of the holidays may bear, with what the preview says of it. */
export type MovableRow = {
  id: string;
  ticketId: string;
  number: string;
  status: Exclude<Status, 'draft'>;
  planCode: string;
  contactId: string;
  ruleSetVersion: number;
  clock: Pick<Clock, 'ruleId' | 'kind' | 'day0' | 'dueOn' | 'endedOn' | 'endReason' | 'overdueOn'>;
  /** Of the fine that rests on this clock and stands. */
  fineStatus: FineStatus | null;
};

// The database's CHECK constraints vouch for the casts.
function fromRow(row: Row): MovableRow {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    number: row.number,
    status: row.status as MovableRow['status'],
    planCode: row.plan_code,
    contactId: row.contact_id,
    ruleSetVersion: row.rule_set_version,
    clock: {
      ruleId: row.rule_id as RuleId,
      kind: row.kind as Clock['kind'],
      day0: dayOf(row.day_0),
      dueOn: dayOf(row.due_on),
      endedOn: dayOrNull(row.ended_on),
      endReason: row.end_reason as ClockEndReason | null,
      overdueOn: dayOrNull(row.overdue_on),
    },
    fineStatus: row.fine_status as FineStatus | null,
  };
}

/** What was asked or answered twice runs under its newest clock; an older one that ended is history. Of `c`, with its ticket `t`. */
function countsOver(first: CalendarDate, last: CalendarDate): Prisma.Sql {
  return Prisma.sql`c.due_on >= ${first}::date AND c.day_0 < ${last}::date AND t.status <> 'closed' AND (c.ended_on IS NULL OR c.end_reason IN ('met_late', 'lapsed') AND NOT EXISTS (
      SELECT 1 FROM clocks n WHERE n.ticket_id = c.ticket_id AND n.rule_id = c.rule_id AND n.owed_by = c.owed_by AND n.subject = c.subject AND n.started_at > c.started_at))`;
}

/**
 * The clocks of open tickets that count over a day from `first` to `last`: running ones, and those that were missed.
 * Closed matters are not touched (D16). In the order of their due dates.
 */
export async function findMovableClocks(tx: Tx, first: CalendarDate, last: CalendarDate): Promise<MovableRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.ticket_id, t.number, t.status, t.plan_code, t.contact_id, c.rule_id, c.kind, c.day_0, c.due_on, c.ended_on, c.end_reason, c.overdue_on, c.rule_set_version,
      (SELECT f.status FROM fines f WHERE f.ticket_id = c.ticket_id AND f.clock_id = c.id AND f.status <> 'void') AS fine_status
    FROM clocks c JOIN tickets t ON t.id = c.ticket_id
    WHERE ${countsOver(first, last)} ORDER BY c.due_on, c.id`;
  return rows.map(fromRow);
}

/** The next open tickets with such a clock, in the order of their ids; a batch of the job that moves the dates. */
export async function findTicketsToMove(tx: Tx, first: CalendarDate, last: CalendarDate, after: string | null, take: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ ticket_id: string }[]>`
    SELECT DISTINCT c.ticket_id
    FROM clocks c JOIN tickets t ON t.id = c.ticket_id
    WHERE ${countsOver(first, last)} AND (${after}::uuid IS NULL OR c.ticket_id > ${after}::uuid)
    ORDER BY c.ticket_id LIMIT ${take}`;
  return rows.map((row) => row.ticket_id);
}
