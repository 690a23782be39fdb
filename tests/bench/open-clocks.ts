import type { Client } from 'pg';
import { personId } from '@/server/sandbox/cast/cast';

/** Running ones alone, from the first days of the sandbox's clock on: a new holiday moves none that ran out before. */
const OPEN = `ended_on IS NULL AND kind IN ('duty', 'window') AND due_on >= '2026-12-01'`;

async function countOpenClocks(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ open: number }>(`SELECT count(*)::int AS open FROM clocks WHERE ${OPEN}`);
  return rows[0]?.open ?? 0;
}

/**
 * More open tickets with their open clocks until there are so many clocks: copies of the bulk tickets of the last weeks,
 * which lived by the real rules. A load of that many tickets would be open for two months alone.
 */
export async function addOpenClocks(owner: Client, wanted: number): Promise<number> {
  // Copies of what is there need none of the checks and triggers that writing it passed.
  await owner.query('SET session_replication_role = replica');
  for (let open = await countOpenClocks(owner); open < wanted; open = await countOpenClocks(owner)) {
    await owner.query(
      `WITH picked AS (
         SELECT c.id AS clock_id, c.ticket_id FROM clocks c WHERE ${OPEN} ORDER BY c.id LIMIT $1
       ), copied AS (
         SELECT p.ticket_id AS old, gen_random_uuid() AS new, row_number() OVER () AS n FROM (SELECT DISTINCT ticket_id FROM picked) p
       ), tickets_made AS (
         INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', c.new, 'number', 'PRP-2026-' || (last.n + c.n)))).* FROM copied c JOIN tickets t ON t.id = c.old,
           (SELECT greatest(100000, max(substr(number, 10)::bigint)) AS n FROM tickets WHERE number LIKE 'PRP-2026-%') AS last RETURNING id
       )
       INSERT INTO clocks SELECT (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'ticket_id', c.new))).*
       FROM picked p JOIN copied c ON c.old = p.ticket_id JOIN clocks k ON k.id = p.clock_id, (SELECT count(*) FROM tickets_made) AS made`,
      [wanted - open],
    );
  }
  await owner.query('RESET session_replication_role');
  await owner.query('VACUUM ANALYZE tickets, clocks');
  return countOpenClocks(owner);
}

/** Gives the expert some tickets, which bulk data does not. */
export async function referSome(owner: Client): Promise<void> {
  await owner.query(`UPDATE tickets SET sme_id = $1, sme_name = 'Priya', sme_referred_on = presented_on WHERE id IN (SELECT id FROM tickets WHERE status = 'review_requested' ORDER BY id LIMIT 500)`, [personId('priya')]);
}
