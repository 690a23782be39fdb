import { Prisma } from '@generated/prisma/client';
import type { Party } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import type { CalendarDate } from '@/shared/calendar-date';
import { dateOf } from './dates';
import type { Tx } from './database';

/** An open duty or window with what a reminder says of its ticket, and who may be reminded. */
export type DueClock = {
  id: string; rule_id: string; kind: 'duty' | 'window'; owed_by: Party; day_0: Date; due_on: Date;
  ticket_id: string; number: string; tracking_number: string; plan_code: string; extension_state: Ticket['extensionState'];
  contact_id: string; contact_name: string; contact_email: string; contact_reads: boolean; mco_assignee_id: string | null;
};
/** R29: a request about no ticket that waits for its answer. */
export type DueRequest = { id: string; number: string; plan_code: string; answer_on: Date; asked_at: Date };

const CLOCK_COLUMNS = Prisma.sql`c.id, c.rule_id, c.kind, c.owed_by, c.day_0, c.due_on, t.id AS ticket_id, t.number, t.tracking_number, t.plan_code, t.extension_state,
  t.contact_id, p.name AS contact_name, p.email AS contact_email,
  (p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.ended_at IS NULL)) AS contact_reads, t.mco_assignee_id`;
// In these very words, which the partial index knows.
const OPEN = Prisma.sql`c.ended_on IS NULL AND c.kind IN ('duty', 'window')`;

export type DuePosition = { dueOn: CalendarDate; id: string };

/** Open duties and windows due on some days, by their dates, from a position on. */
export function findClocksDueOn(tx: Tx, days: readonly CalendarDate[], after: DuePosition | null, take: number): Promise<DueClock[]> {
  return tx.$queryRaw<DueClock[]>`
    SELECT ${CLOCK_COLUMNS} FROM (
      SELECT c.* FROM clocks c WHERE ${OPEN} AND c.due_on = ANY (${days.map(dateOf)}::date[])
        AND ${after === null ? Prisma.sql`true` : Prisma.sql`(c.due_on, c.id) > (${dateOf(after.dueOn)}::date, ${after.id}::uuid)`}
      ORDER BY c.due_on, c.id LIMIT ${take}
    ) c JOIN tickets t ON t.id = c.ticket_id JOIN people p ON p.id = t.contact_id ORDER BY c.due_on, c.id`;
}

export function findRequestsDueOn(tx: Tx, days: readonly CalendarDate[]): Promise<DueRequest[]> {
  return tx.$queryRaw<DueRequest[]>`
    SELECT id, number, plan_code, answer_on, asked_at FROM plan_requests WHERE status = 'open' AND answer_on = ANY (${days.map(dateOf)}::date[]) ORDER BY answer_on, id`;
}

/** Whose dates a digest lists: a provider contact, a plan's person (all of the plan's, or those assigned), or the Portal Team. */
export type DigestScope =
  | { type: 'contact'; personId: string }
  | { type: 'plan'; planCodes: readonly string[]; assignedTo: string | null }
  | { type: 'team' };

function inScope(scope: DigestScope): Prisma.Sql {
  switch (scope.type) {
    case 'contact': return Prisma.sql`t.contact_id = ${scope.personId}::uuid AND (c.owed_by = 'provider' OR c.rule_id = 'extension-request')`;
    case 'plan': return Prisma.sql`c.owed_by = 'mco' AND t.plan_code = ANY (${[...scope.planCodes]}::text[]) AND ${scope.assignedTo === null ? Prisma.sql`true` : Prisma.sql`t.mco_assignee_id = ${scope.assignedTo}::uuid`}`;
    case 'team': return Prisma.sql`c.owed_by = 'portal_team'`;
  }
}

/** Open duties and windows of a reader up to a day, the oldest first. */
export function findClocksOfReader(tx: Tx, scope: DigestScope, days: { today: CalendarDate; until: CalendarDate }, take: number): Promise<DueClock[]> {
  return tx.$queryRaw<DueClock[]>`
    SELECT ${CLOCK_COLUMNS} FROM clocks c JOIN tickets t ON t.id = c.ticket_id JOIN people p ON p.id = t.contact_id
    WHERE ${OPEN} AND c.due_on <= ${dateOf(days.until)}::date AND (c.kind = 'duty' OR c.due_on >= ${dateOf(days.today)}::date) AND ${inScope(scope)}
      AND NOT (c.rule_id = 'extension-request' AND t.extension_state IN ('pending', 'approved'))
    ORDER BY c.due_on, c.id LIMIT ${take}`;
}

export function findRequestsOfPlans(tx: Tx, planCodes: readonly string[], until: CalendarDate, take: number): Promise<DueRequest[]> {
  return tx.$queryRaw<DueRequest[]>`
    SELECT id, number, plan_code, answer_on, asked_at FROM plan_requests
    WHERE status = 'open' AND plan_code = ANY (${[...planCodes]}::text[]) AND answer_on <= ${dateOf(until)}::date ORDER BY answer_on, id LIMIT ${take}`;
}
