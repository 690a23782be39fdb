import type { RulingLine } from '@/domain/tickets/review-events';
import type { Tx } from './database';

/** HFS's decision on the claim lines `first` to `last`: the newest that the actor may read (R18). */
export async function findRulingLines(tx: Tx, ticketId: string, first: number, last: number): Promise<Map<number, RulingLine>> {
  const rows = await tx.$queryRaw<RulingLine[]>`
    SELECT (l->>'lineNo')::int AS "lineNo", l->>'ruling' AS ruling, (l->>'amountCents')::float8 AS "amountCents"
    FROM (SELECT data FROM ticket_events WHERE ticket_id = ${ticketId}::uuid AND type IN ('HfsDecided', 'DecisionShared') ORDER BY seq DESC LIMIT 1) e,
      jsonb_array_elements(e.data->'lines') l
    WHERE (l->>'lineNo')::int BETWEEN ${first} AND ${last}`;
  return new Map(rows.map((row) => [row.lineNo, row]));
}

/** What HFS lets the plan pay in all. */
export async function findRulingTotal(tx: Tx, ticketId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`
    SELECT coalesce(sum((l->>'amountCents')::float8), 0) AS total
    FROM (SELECT data FROM ticket_events WHERE ticket_id = ${ticketId}::uuid AND type IN ('HfsDecided', 'DecisionShared') ORDER BY seq DESC LIMIT 1) e,
      jsonb_array_elements(e.data->'lines') l`;
  return row?.total ?? 0;
}
