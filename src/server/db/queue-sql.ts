import { Prisma } from '@generated/prisma/client';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Tx } from './database';

/** Rows of one page of a list; one more is read to know whether there is a next page. */
export const PAGE_SIZE = 50;
/** Rows that a list is written into a file with at a time. */
export const CHUNK_SIZE = 1000;
/** Rows that a short list of exceptions is written into a file with, at once. */
export const MOST_EXCEPTIONS = 10_000;

/**
 * For the rest of the transaction rows are read in the order of an index and cut there. NB: under row-level security
 * the planner expects that few rows pass, so it would rather read and sort all of them, which takes longer the more
 * tickets there are. With one way left there is nothing to plan anew for each value, and planning is dear here.
 */
export async function readInIndexOrder(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`;
}

/** A count of tickets that stops at one more than the cap, as a column. The condition names columns of `k`. */
export function cappedTickets(name: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM tickets k WHERE ${condition} LIMIT ${COUNT_CAP + 1}) AS x) AS ${Prisma.raw(name)}`;
}

/** An instant as text with all its digits, so that a page begins exactly where the one before it ended. */
export function instantKey(column: 'k.filed_at' | 's.filed_at' | 'o.enqueued_at' | 'r.reported_at'): Prisma.Sql {
  return Prisma.sql`to_char(${Prisma.raw(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The last row of a page that is sorted by an instant: that instant with all its digits, and the row's id. */
export type InstantPosition = { key: string; id: string };

/** All conditions that are given; `true` when none is. */
export function allOf(conditions: readonly (Prisma.Sql | null)[]): Prisma.Sql {
  const given = conditions.filter((c) => c !== null);
  return given.length === 0 ? Prisma.sql`true` : Prisma.join(given, ' AND ');
}

/** Whose ticket it is within one's own organization: a person, nobody yet, or anyone. */
export type AssigneeFilter = { type: 'anyone' } | { type: 'nobody' } | { type: 'person'; personId: string };

export function assigneeIs(column: 'mco_assignee_id' | 'state_assignee_id', filter: AssigneeFilter): Prisma.Sql | null {
  switch (filter.type) {
    case 'anyone':
      return null;
    case 'nobody':
      return Prisma.sql`k.${Prisma.raw(column)} IS NULL`;
    case 'person':
      return Prisma.sql`k.${Prisma.raw(column)} = ${filter.personId}::uuid`;
  }
}
