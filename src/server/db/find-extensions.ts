import { Prisma } from '@generated/prisma/client';
import type { DeadlineStep } from '@/domain/deadlines';
import type { CalendarDate } from '@/shared/calendar-date';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { allOf, PAGE_SIZE } from './queue-sql';

/** Which plans' requests: null means all of them. */
export type ExtensionScope = readonly string[] | null;

export type ExtensionRow = {
  id: string;
  ticket_id: string;
  number: string;
  plan_code: string;
  provider_name: string;
  asked_by: 'provider' | 'mco';
  asked_on: Date;
  target_on: Date;
  steps: DeadlineStep[];
  rule_set_version: number;
  holiday_version: number;
  response_due_on: Date;
  /** Why the answer is due then, as its own clock has it. */
  answer_steps: DeadlineStep[];
  answer_rule_set_version: number;
  answer_holiday_version: number;
};

const pendingOf = (planCodes: ExtensionScope) => allOf([Prisma.sql`k.extension_state = 'pending'`, planCodes === null ? null : Prisma.sql`k.plan_code = ANY (${[...planCodes]}::text[])`]);

/** D7: requests that HFS has not decided, the oldest first; few at any time, so they are read through the index of pending ones. */
export function findExtensions(scope: Scope, planCodes: ExtensionScope, after: { on: CalendarDate; id: string } | null, take = PAGE_SIZE): Promise<ExtensionRow[]> {
  const behind = after === null ? Prisma.sql`true` : Prisma.sql`(c.due_on, c.id) > (${after.on}::date, ${after.id}::uuid)`;
  return scope.tx.$queryRaw<ExtensionRow[]>`
    SELECT c.id, k.id AS ticket_id, k.number, k.plan_code, coalesce(k.facility_name, k.organization_name) AS provider_name,
      (SELECT e.data->>'by' FROM ticket_events e WHERE e.ticket_id = k.id AND e.type = 'ExtensionRequested' ORDER BY e.seq DESC LIMIT 1) AS asked_by,
      c.day_0 AS asked_on, c.due_on AS target_on, c.steps, c.rule_set_version, c.holiday_version, k.response_due_on,
      a.steps AS answer_steps, a.rule_set_version AS answer_rule_set_version, a.holiday_version AS answer_holiday_version
    FROM tickets k JOIN clocks c ON c.ticket_id = k.id AND c.rule_id = 'extension-decision' AND c.ended_on IS NULL
      JOIN clocks a ON a.ticket_id = k.id AND a.rule_id = 'mco-response' AND a.ended_on IS NULL
    WHERE ${pendingOf(planCodes)} AND ${behind} ORDER BY c.due_on, c.id LIMIT ${take + 1}`;
}

export type ExtensionCounts = { pending: number; past_target: number };

/** How many requests wait, and how many of them longer than HFS's own target (D7): a row to read from. */
export function countedExtensions(scope: Scope, planCodes: ExtensionScope): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS pending, count(*) FILTER (WHERE x.due_on < ${scope.today}::date)::int AS past_target FROM (
      SELECT c.due_on FROM tickets k JOIN clocks c ON c.ticket_id = k.id AND c.rule_id = 'extension-decision' AND c.ended_on IS NULL
      WHERE ${pendingOf(planCodes)} LIMIT ${COUNT_CAP + 1}) AS x`;
}

export async function countExtensions(scope: Scope, planCodes: ExtensionScope): Promise<ExtensionCounts> {
  const [counts] = await scope.tx.$queryRaw<ExtensionCounts[]>`${countedExtensions(scope, planCodes)}`;
  return counts ?? { pending: 0, past_target: 0 };
}
