import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { findBell, markBellSeen, type BellPosition, type BellRow } from '../db/find-bell';
import { PAGE_SIZE } from '../db/queue-sql';
import { pageOf } from '../db/page-of';
import { portalUrl } from '../portal-url';

export type BellItem = { messageId: string; subject: string; at: Date; isNew: boolean; /** Where it leads; null where the reader has that no more. */ href: string | null };
export type Bell = { items: BellItem[]; next: BellPosition | null };

/** The place to which the message itself leads: a path of this portal. */
function pathIn(text: string, base: string): string | null {
  const link = text.split(/\s/).find((word) => word.startsWith(`${base}/`));
  return link?.slice(base.length) ?? null;
}

function hrefOf(row: BellRow): string | null {
  const path = pathIn(row.text, portalUrl());
  const isTicket = path?.startsWith('/tickets/') ?? false;
  // A digest is about many tickets, and leads to none of them.
  return isTicket && !row.is_ticket_mine ? null : path;
}

/** What concerns a person, the newest first: the messages to that person and no others. Looking marks them as seen. */
export function lookAtBell(actor: PersonActor, before: BellPosition | null): Promise<Bell> {
  return asActor(actor, async (scope) => {
    const rows = await findBell(scope, actor, before);
    const page = pageOf(rows, PAGE_SIZE, (last) => ({ at: last.enqueued_at, id: last.id }));
    const [newest] = page.rows;
    if (newest !== undefined && page.rows.some((row) => row.is_new)) await markBellSeen(scope, actor, { until: newest.enqueued_at, seenIn: newest.seen_in });
    return {
      items: page.rows.map((row) => ({ messageId: row.id, subject: row.subject, at: row.enqueued_at, isNew: row.is_new, href: hrefOf(row) })),
      next: page.next,
    };
  });
}
