import { Prisma } from '@generated/prisma/client';
import type { PersonActor } from '@/domain/access/actor';
import { COUNT_CAP } from '@/shared/capped-count';
import type { Scope } from './as-actor';
import { myTurn } from './my-turn';
import { PAGE_SIZE } from './queue-sql';
import { KEYBOARD } from './viewed-lists';

export type BellPosition = { at: Date; id: string };
export type BellRow = { id: string; subject: string; text: string; enqueued_at: Date; ticket_id: string | null; is_ticket_mine: boolean; is_new: boolean; /** What this look could see. */ seen_in: string };

const SEEN = Prisma.sql`coalesce((SELECT b.seen_until FROM bell_looks b WHERE b.person_id = app_user()), '-infinity')`;
/**
 * New to a person: later than the newest that was seen, or written by an act that had begun before, but that the last look
 * could not see yet. No act takes an hour; the first line keeps to the index.
 */
const IS_NEW = Prisma.sql`o.enqueued_at > ${SEEN} - interval '1 hour'
  AND (o.enqueued_at > ${SEEN} OR coalesce(NOT pg_visible_in_snapshot(o.written_in, (SELECT b.seen_in FROM bell_looks b WHERE b.person_id = app_user())), false))`;
/** Sent, or on its way: neither dropped as moot, nor replaced by another one. */
const STANDS = Prisma.sql`o.status <> 'dropped' AND o.sent_again_as IS NULL`;

/** The messages to a person; a member of the Portal Team reads those to the team's one address, too. */
function readBy(actor: PersonActor): Prisma.Sql[] {
  const own = Prisma.sql`o.recipient_id = ${actor.personId}::uuid`;
  return actor.role === 'portal_team' ? [own, Prisma.sql`o.recipient_id IS NULL`] : [own];
}

/** Tickets that wait for the provider, requests that wait for the plan, null for the other roles; messages since the last look, cut at the cap; whether the keyboard shortcuts are on. */
export type OwnFrame = { myTurn: number | null; unseen: number; shortcuts: boolean };

/** What every page shows of the actor's own in its frame: in one query, since every page asks. */
export async function findOwnFrame(scope: Scope, actor: PersonActor): Promise<OwnFrame> {
  const parts = readBy(actor).map((mine) => Prisma.sql`(SELECT 1 FROM outbox o WHERE ${mine} AND ${IS_NEW} AND ${STANDS} LIMIT ${COUNT_CAP + 1})`);
  const [row] = await scope.tx.$queryRaw<{ my_turn: number | null; n: number; is_off: boolean }[]>`
    SELECT ${await myTurn(scope, actor)} AS my_turn,
      (SELECT count(*)::int FROM (${Prisma.join(parts, ' UNION ALL ')}) AS x) AS n,
      EXISTS (SELECT 1 FROM person_choices c WHERE c.person_id = ${actor.personId}::uuid AND c.about = ${KEYBOARD} AND c.choice = 'false') AS is_off`;
  return { myTurn: row?.my_turn ?? null, unseen: Math.min(row?.n ?? 0, COUNT_CAP + 1), shortcuts: actor.role !== 'provider' && row?.is_off !== true };
}

/** One page of them, the newest first, and one more where there is a next page. */
export function findBell({ tx }: Scope, actor: PersonActor, before: BellPosition | null): Promise<BellRow[]> {
  const behind = before === null ? Prisma.sql`true` : Prisma.sql`(o.enqueued_at, o.id) < (${before.at}::timestamptz, ${before.id}::uuid)`;
  const parts = readBy(actor).map((mine) => Prisma.sql`(SELECT o.id, o.subject, o.text, o.enqueued_at, o.ticket_id, ${IS_NEW} AS is_new FROM outbox o WHERE ${mine} AND ${STANDS} AND ${behind} ORDER BY o.enqueued_at DESC, o.id DESC LIMIT ${PAGE_SIZE + 1})`);
  return tx.$queryRaw<BellRow[]>`
    SELECT m.id, m.subject, m.text, m.enqueued_at, m.ticket_id, m.is_new, pg_current_snapshot()::text AS seen_in,
      EXISTS (SELECT 1 FROM tickets t WHERE t.id = m.ticket_id) AS is_ticket_mine
    FROM (${Prisma.join(parts, ' UNION ALL ')}) AS m ORDER BY m.enqueued_at DESC, m.id DESC LIMIT ${PAGE_SIZE + 1}`;
}

/** Notes what a person has seen: up to an instant, by a look that could see so much; a page that was drawn later never takes it back. */
export async function markBellSeen({ tx }: Scope, actor: PersonActor, { until, seenIn }: { until: Date; seenIn: string }): Promise<void> {
  await tx.$executeRaw`INSERT INTO bell_looks (person_id, seen_until, seen_in) VALUES (${actor.personId}::uuid, ${until}::timestamptz, ${seenIn}::pg_snapshot)
    ON CONFLICT (person_id) DO UPDATE SET seen_until = greatest(bell_looks.seen_until, excluded.seen_until),
      seen_in = CASE WHEN pg_snapshot_xmax(bell_looks.seen_in) > pg_snapshot_xmax(excluded.seen_in) THEN bell_looks.seen_in ELSE excluded.seen_in END`;
}
