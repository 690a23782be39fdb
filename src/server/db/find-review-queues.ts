import { Prisma } from '@generated/prisma/client';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Scope } from './as-actor';
import { findQueuedTickets, type QueuedTicket } from './find-work-queues';
import { PAGE_SIZE } from './queue-sql';
import { readyForReview, TO_REFER, TO_SHARE } from './review-queue-sql';

export type ReviewQueue = 'review' | 'share';
type Position = { on: CalendarDate; id: string };
type Found = { id: string; sorted_on: Date };

/** One page of a queue, the earliest day first: by the date that passed, or the day of the decision. */
export async function findReviewQueue(scope: Scope, queue: ReviewQueue, after: Position | null, take = PAGE_SIZE): Promise<{ tickets: QueuedTicket[]; next: { on: Date; id: string } | null }> {
  const day = queue === 'share' ? Prisma.sql`k.decided_on` : Prisma.sql`coalesce(k.sme_recommended_on, k.turn_due_on)`;
  const where = queue === 'share' ? TO_SHARE : Prisma.sql`(${readyForReview(scope.today)} OR ${TO_REFER})`;
  const behind = after === null ? Prisma.sql`true` : Prisma.sql`(${day}, k.id) > (${after.on}::date, ${after.id}::uuid)`;
  const rows = await scope.tx.$queryRaw<Found[]>`SELECT k.id, ${day} AS sorted_on FROM tickets k WHERE ${where} AND ${behind} ORDER BY ${day}, k.id LIMIT ${take + 1}`;
  const shown = rows.slice(0, take);
  const found = new Map((await findQueuedTickets(scope, shown.map((r) => r.id))).map((q) => [q.ticket.id, q]));
  const last = shown.at(-1);
  return {
    tickets: shown.flatMap((row) => found.get(row.id) ?? []),
    next: rows.length > take && last !== undefined ? { on: last.sorted_on, id: last.id } : null,
  };
}
