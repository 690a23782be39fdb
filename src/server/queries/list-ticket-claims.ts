import type { PersonActor } from '@/domain/access/actor';
import { asActor, asReader } from '../db/as-actor';
import { findClaimsPage } from '../db/find-claims';
import { isId } from '../db/find-draft';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { CHUNK_SIZE } from '../db/queue-sql';
import { recordView } from '../db/record-view';
import { ticketScope } from '../db/ticket-scope';
import { inChunks } from './in-chunks';
import { shownClaim, type ClaimView } from './ticket-page/ticket-claims';

/** A ticket's number and all of its claim lines, a chunk at a time, as the reader may see them; taking them is recorded as a view. */
export async function ticketClaimsInChunks(actor: PersonActor, ticketId: string): Promise<{ number: string; chunks: AsyncGenerator<ClaimView[]> } | null> {
  if (!isId(ticketId)) return null;
  const number = await asActor(actor, async (scope) => {
    const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false);
    if (stored === null) return null;
    await recordView(scope, actor, ticketId);
    return stored.ticket.number;
  });
  if (number === null) return null;
  const chunks = inChunks<ClaimView, number>((after) =>
    asReader(actor, async (scope) => {
      // Asked anew each time: whoever lost the ticket meanwhile gets no more of it.
      const stored = await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false);
      const page = stored === null ? null : await findClaimsPage(scope.tx, ticketId, false, after ?? 0, CHUNK_SIZE);
      const items = page?.lines.map((line) => shownClaim(line, { actor })) ?? [];
      return { items, next: items.length === CHUNK_SIZE ? (after ?? 0) + CHUNK_SIZE : null };
    }),
  );
  return { number, chunks };
}
