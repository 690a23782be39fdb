import { Prisma } from '@generated/prisma/client';
import type { CalendarDate } from '@/shared/calendar-date';
import type { Scope } from './as-actor';
import { findQueuedTickets, type QueuedTicket } from './find-work-queues';
import { pageOf } from './page-of';
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
  const page = pageOf(rows, take, (last) => ({ on: last.sorted_on, id: last.id }));
  const found = new Map((await findQueuedTickets(scope, page.rows.map((r) => r.id))).map((q) => [q.ticket.id, q]));
  return { tickets: page.rows.flatMap((row) => found.get(row.id) ?? []), next: page.next };
}
