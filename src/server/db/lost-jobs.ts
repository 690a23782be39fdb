import { Prisma } from '@generated/prisma/client';
import type { Tx } from './database';

/** No job under this key is there that can still run. */
const hasNoJob = (key: Prisma.Sql) =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM graphile_worker._private_jobs j WHERE j.key = ${key} AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))`;

/** What waits, in the four forms that it has; each statement asks for the jobs and gives how many. */
const LOST: readonly Prisma.Sql[] = [
  Prisma.sql`SELECT enqueue_job('deliver-message', json_build_object('messageId', o.id), o.id::text) FROM outbox o WHERE o.status = 'queued' AND ${hasNoJob(Prisma.sql`o.id::text`)}`,
  // D18: the answers whose notice is settled but not recorded.
  Prisma.sql`
    SELECT enqueue_job('record-notice', json_build_object('messageId', o.id, 'ticketId', o.ticket_id, 'outcome', o.status, 'at', to_char(o.last_attempt_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'notice:' || o.id)
    FROM tickets t JOIN outbox o ON o.ticket_id = t.id
    WHERE t.status = 'responded' AND o.clock_role = 'response-notice'
      AND (t.response_notice = 'pending' AND o.status IN ('accepted', 'failed') OR t.response_notice = 'accepted' AND o.status = 'failed') AND o.sent_again_as IS NULL AND o.last_attempt_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM outbox l WHERE l.ticket_id = t.id AND l.clock_role = 'response-notice' AND (l.enqueued_at, l.id) > (o.enqueued_at, o.id))
      AND ${hasNoJob(Prisma.sql`'notice:' || o.id`)}`,
  // D16: the dates that a change of the holidays has not moved to the end.
  Prisma.sql`SELECT enqueue_job('move-dates', json_build_object('version', m.version::text), 'move-dates:' || m.version) FROM holiday_moves m WHERE m.finished_at IS NULL AND ${hasNoJob(Prisma.sql`'move-dates:' || m.version`)}`,
  Prisma.sql`SELECT enqueue_job('sandbox-move-clock', json_build_object('moveId', s.id), s.id::text) FROM sandbox_moves s WHERE s.finished_at IS NULL AND ${hasNoJob(Prisma.sql`s.id::text`)}`,
];

/** Gives everything that waits without a job that can still run a job again; how many there were. */
export async function askForLostJobs(tx: Tx): Promise<number> {
  let lost = 0;
  for (const ask of LOST) lost += await tx.$executeRaw(ask);
  return lost;
}
