import { Prisma } from '@generated/prisma/client';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { pageOf } from './page-of';
import { instantKey, type InstantPosition } from './queue-sql';

function behind(after: InstantPosition | null, columns: 'o.enqueued_at, o.id' | 'r.reported_at, r.id'): Prisma.Sql {
  return after === null ? Prisma.sql`true` : Prisma.sql`(${Prisma.raw(columns)}) > (${after.key}::timestamptz, ${after.id}::uuid)`;
}

const placeOf = ({ sort_key: key, id }: { id: string; sort_key: string }): InstantPosition => ({ key, id });

export type UndeliveredRow = {
  id: string;
  kind: string;
  ticket_id: string | null;
  ticket_number: string | null;
  tracking_number: string | null;
  recipient_name: string;
  to_address: string;
  subject: string;
  holds_closing: boolean;
  enqueued_at: Date;
  last_attempt_at: Date | null;
  attempts: number;
  server_reply: string | null;
  sort_key: string;
};

/** Messages that could not be delivered and were not sent again, the oldest first, and behind which one to read on. */
export async function findUndelivered(scope: Scope, after: InstantPosition | null, take: number): Promise<{ rows: UndeliveredRow[]; next: InstantPosition | null }> {
  const rows = await scope.tx.$queryRaw<UndeliveredRow[]>`
    SELECT o.id, o.kind, o.ticket_id, t.number AS ticket_number, t.tracking_number, o.recipient_name, o.to_address, o.subject,
      coalesce(o.clock_role = 'response-notice' AND t.status = 'responded' AND t.response_notice = 'failed', false) AS holds_closing,
      o.enqueued_at, o.last_attempt_at, o.attempts, o.server_reply, ${instantKey('o.enqueued_at')} AS sort_key
    FROM outbox o LEFT JOIN tickets t ON t.id = o.ticket_id
    WHERE o.status = 'failed' AND o.sent_again_as IS NULL AND o.settled_at IS NULL AND ${behind(after, 'o.enqueued_at, o.id')}
    ORDER BY o.enqueued_at, o.id LIMIT ${take + 1}`;
  return pageOf(rows, take, placeOf);
}

export type NoNumberRow = { id: string; plan_code: string; organization_name: string; reported_by_name: string; asked_on: Date; reported_at: Date; sort_key: string };

/** Open reports that a plan gave no tracking number (D19), the oldest first, and behind which one to read on. */
export async function findNoNumber(scope: Scope, after: InstantPosition | null, take: number): Promise<{ rows: NoNumberRow[]; next: InstantPosition | null }> {
  const rows = await scope.tx.$queryRaw<NoNumberRow[]>`
    SELECT r.id, r.plan_code, r.organization_name, r.reported_by_name, r.asked_on, r.reported_at, ${instantKey('r.reported_at')} AS sort_key
    FROM no_number_reports r WHERE r.settled_at IS NULL AND ${behind(after, 'r.reported_at, r.id')}
    ORDER BY r.reported_at, r.id LIMIT ${take + 1}`;
  return pageOf(rows, take, placeOf);
}

export type NoNumberCount = { plan_code: string; open: number; total: number };

/** How often providers reported that a plan gave no tracking number (D19), for the plans of which it was reported. */
export function countNoNumber(scope: Scope): Promise<NoNumberCount[]> {
  return scope.tx.$queryRaw<NoNumberCount[]>`
    SELECT p.code AS plan_code, r.open, r.total FROM plans p CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x.settled_at IS NULL)::int AS open, count(*)::int AS total
      FROM (SELECT n.settled_at FROM no_number_reports n WHERE n.plan_code = p.code LIMIT ${COUNT_CAP + 1}) AS x
    ) AS r WHERE r.total > 0 ORDER BY r.total DESC, p.name`;
}
