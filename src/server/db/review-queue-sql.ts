import { Prisma } from '@generated/prisma/client';
import type { CalendarDate } from '@/shared/calendar-date';
import { cappedTickets } from './queue-sql';

/**
 * What can be placed in review without a reason (R16, D14): asked for, and both sides have delivered or their date has
 * passed; or overdue, alerted since, and no extension request waits. Columns of `k`.
 */
export function readyForReview(today: CalendarDate): Prisma.Sql {
  return Prisma.sql`((k.status = 'review_requested' AND NOT EXISTS (SELECT 1 FROM clocks c WHERE c.ticket_id = k.id AND c.rule_id = 'review-information'
      AND c.ended_on IS NULL AND c.due_on >= ${today}::date))
    OR (k.status = 'presented' AND k.turn_due_on < ${today}::date AND k.alerted_on > k.turn_due_on AND k.extension_state <> 'pending'))`;
}

/** Decisions to share, and the recommended experts that the Portal Team is to name (R17, R18). */
export const TO_SHARE = Prisma.sql`(k.status = 'decided')`;
export const TO_REFER = Prisma.sql`(k.status = 'administrative_review' AND k.sme_recommended_on IS NOT NULL AND k.sme_id IS NULL)`;

/** The counts of both queues, as columns of the Portal Team's counts. */
export function reviewQueueCounts(today: CalendarDate): Prisma.Sql[] {
  return [cappedTickets('to_review', Prisma.sql`(${readyForReview(today)} OR ${TO_REFER})`), cappedTickets('to_share', TO_SHARE)];
}
