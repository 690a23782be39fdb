import type { Tx } from './database';

/** Tickets by their ids: those behind `after` (null: from the first), up to and including `last` (null: to the end). */
export type IdRange = { after: string | null; last: string | null };

/**
 * D16: on how many tickets of a range a version of the holidays moved dates, and on how many of them it undid a fine.
 * Counted from the histories, so that a run which was cut off is counted, too.
 */
export async function countMoved(tx: Tx, version: number, { after, last }: IdRange): Promise<{ moved: number; finesUndone: number }> {
  const [counts] = await tx.$queryRaw<{ moved: number; fines_undone: number }[]>`
    SELECT count(DISTINCT e.ticket_id)::int AS moved,
      count(DISTINCT e.ticket_id) FILTER (WHERE EXISTS (
        SELECT 1 FROM ticket_events f WHERE f.ticket_id = e.ticket_id AND f.seq = e.seq + 1 AND f.recorded_at = e.recorded_at
          AND (f.type = 'FineRescinded' OR f.type = 'FineVoided' AND NOT EXISTS (
            SELECT 1 FROM ticket_events n WHERE n.ticket_id = e.ticket_id AND n.seq = e.seq + 2 AND n.recorded_at = e.recorded_at AND n.type = 'FineProposed'))))::int AS fines_undone
    FROM ticket_events e
    WHERE (${after}::uuid IS NULL OR e.ticket_id > ${after}::uuid) AND (${last}::uuid IS NULL OR e.ticket_id <= ${last}::uuid)
      AND e.type = 'DatesMoved' AND e.data ->> 'holidayVersion' = ${String(version)}`;
  return { moved: counts?.moved ?? 0, finesUndone: counts?.fines_undone ?? 0 };
}

/** Has a change of the holidays come to the end of its moves since an instant? */
export async function hasMovedSince(tx: Tx, at: Date): Promise<boolean> {
  return (await tx.holidayMove.count({ where: { finishedAt: { gte: at } } })) > 0;
}
