import { Prisma } from '@generated/prisma/client';
import type { PersonActor } from '@/domain/access/actor';
import type { PlanRequestEventType, PlanRequestStatus } from '@/domain/tickets/plan-request';
import { COUNT_CAP } from '@/shared/capped-count';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Scope } from './as-actor';
import { plansInScope } from './plan-scope';
import { PAGE_SIZE } from './queue-sql';

export type StoredRequest = { id: string; number: string; planCode: string; subject: string; answerOn: Date; status: PlanRequestStatus; eventCount: number; lastHash: string; endedById: string | null };
export type RequestEventRow = { seq: number; type: PlanRequestEventType; text: string; actorId: string; actorName: string; actorOrganization: string; effectiveOn: Date; recordedAt: Date };
/** A request about a ticket, or about none; `end` says how it ended. */
export type RequestRow = { id: string; ticket_id: string | null; number: string; tracking_number: string | null; plan_code: string; subject: string | null; due_on: Date; asked_at: Date; ended_on: Date | null; ending: string | null };
export type RequestTab = 'open' | 'overdue' | 'ended';
export type RequestCounts = { open: number; overdue: number };

/** The plans whose requests the actor has, as a condition on the column `plan_code` of `alias`; both besides row-level security. */
async function ofActor(scope: Scope, actor: PersonActor, alias: 'r' | 't'): Promise<Prisma.Sql> {
  const codes = await plansInScope(scope, actor);
  return codes === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(alias)}.plan_code = ANY (${codes}::text[])`;
}

/** Locks a request that the actor has, for an act on it; null where it does not exist for the actor. */
export async function lockPlanRequest(scope: Scope, actor: PersonActor, id: string): Promise<StoredRequest | null> {
  // An update's policy hides what has ended, so the lock stands beside the row.
  await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan-request:${id}`}, 0))`;
  return findPlanRequest(scope, actor, id);
}

export async function findPlanRequest(scope: Scope, actor: PersonActor, id: string): Promise<(StoredRequest & { askedByName: string; askedAt: Date }) | null> {
  const [row] = await scope.tx.$queryRaw<(StoredRequest & { askedByName: string; askedAt: Date })[]>`
    SELECT r.id, r.number, r.plan_code AS "planCode", r.subject, r.answer_on AS "answerOn", r.status, r.event_count AS "eventCount", r.last_hash AS "lastHash",
      r.asked_by_name AS "askedByName", r.asked_at AS "askedAt",
      (SELECT e.actor_id FROM plan_request_events e WHERE e.request_id = r.id AND e.type <> 'asked') AS "endedById"
    FROM plan_requests r WHERE r.id = ${id}::uuid AND ${await ofActor(scope, actor, 'r')}`;
  return row ?? null;
}

export function findRequestEvents({ tx }: Scope, requestId: string): Promise<RequestEventRow[]> {
  return tx.$queryRaw<RequestEventRow[]>`
    SELECT seq, type, text, actor_id AS "actorId", actor_name AS "actorName", actor_organization AS "actorOrganization", effective_on AS "effectiveOn", recorded_at AS "recordedAt"
    FROM plan_request_events WHERE request_id = ${requestId}::uuid ORDER BY seq`;
}

const CONDITIONS: Record<RequestTab, { clock: (today: CalendarDate) => Prisma.Sql; request: (today: CalendarDate) => Prisma.Sql }> = {
  open: { clock: () => Prisma.sql`c.ended_on IS NULL`, request: () => Prisma.sql`r.status = 'open'` },
  overdue: { clock: (today) => Prisma.sql`c.ended_on IS NULL AND c.due_on < ${today}::date`, request: (today) => Prisma.sql`r.status = 'open' AND r.answer_on < ${today}::date` },
  ended: { clock: () => Prisma.sql`c.ended_on IS NOT NULL`, request: () => Prisma.sql`r.status <> 'open'` },
};

/** One page of the requests about tickets and about none: open ones by their date, ended ones last first. */
export async function findRequests(scope: Scope, actor: PersonActor, tab: RequestTab, after: { on: CalendarDate; id: string } | null, take = PAGE_SIZE): Promise<RequestRow[]> {
  const { clock, request } = CONDITIONS[tab];
  const direction = Prisma.raw(tab === 'ended' ? 'DESC' : 'ASC');
  const column = Prisma.raw(tab === 'ended' ? 'ended_on' : 'due_on');
  const sign = Prisma.raw(tab === 'ended' ? '<' : '>');
  const behind = after === null ? Prisma.sql`true` : Prisma.sql`(x.${column}, x.id) ${sign} (${after.on}::date, ${after.id}::uuid)`;
  return scope.tx.$queryRaw<RequestRow[]>`
    SELECT * FROM (
      SELECT c.id, t.id AS ticket_id, t.number, t.tracking_number, t.plan_code, NULL AS subject, c.due_on, c.started_at AS asked_at, c.ended_on, c.end_reason AS ending
        FROM clocks c JOIN tickets t ON t.id = c.ticket_id WHERE c.rule_id = 'portal-team-request' AND ${clock(scope.today)} AND ${await ofActor(scope, actor, 't')}
      UNION ALL
      SELECT r.id, NULL, r.number, NULL, r.plan_code, r.subject, r.answer_on, r.asked_at, r.ended_on, r.status
        FROM plan_requests r WHERE ${request(scope.today)} AND ${await ofActor(scope, actor, 'r')}
    ) AS x WHERE ${behind} ORDER BY x.${column} ${direction}, x.id ${direction} LIMIT ${take + 1}`;
}

/** The dates of the requests that wait for an answer, the earliest first, cut at the cap. */
export async function openRequests(scope: Scope, actor: PersonActor): Promise<Prisma.Sql> {
  return Prisma.sql`
    SELECT c.due_on FROM clocks c JOIN tickets t ON t.id = c.ticket_id WHERE c.rule_id = 'portal-team-request' AND c.ended_on IS NULL AND ${await ofActor(scope, actor, 't')}
    UNION ALL
    SELECT r.answer_on FROM plan_requests r WHERE r.status = 'open' AND ${await ofActor(scope, actor, 'r')}
    ORDER BY 1 LIMIT ${COUNT_CAP + 1}`;
}

/** How many requests wait for an answer and how many of them are past their date, each cut at the cap. */
export async function countRequests(scope: Scope, actor: PersonActor): Promise<RequestCounts> {
  const [counts] = await scope.tx.$queryRaw<RequestCounts[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE x.due_on < ${scope.today}::date)::int AS overdue FROM (${await openRequests(scope, actor)}) AS x`;
  if (counts === undefined) throw new Error('The counts of requests came back without a row.');
  return counts;
}
