import type { Tx } from './database';
import type { HashedEvent } from './event-hash';

const BATCH = 500;

type Hashes = { seq: number; prevHash: string; hash: string };
/** Of an event that the reader may not read: its place and its hashes, so that the chain can be followed past it. */
export type HiddenEvent = Hashes & { hidden: true };

async function batchFrom(tx: Tx, ticketId: string, first: number, last: number): Promise<(HashedEvent | HiddenEvent)[]> {
  const hashes = await tx.$queryRaw<Hashes[]>`
    SELECT seq, prev_hash AS "prevHash", hash FROM event_hashes WHERE ticket_id = ${ticketId}::uuid AND seq BETWEEN ${first} AND ${last} ORDER BY seq`;
  const readable = await tx.ticketEvent.findMany({ where: { ticketId, seq: { gte: first, lte: last } } });
  const bySeq = new Map(readable.map((event) => [event.seq, event]));
  return hashes.map(({ seq, prevHash, hash }) => bySeq.get(seq) ?? { hidden: true, seq, prevHash, hash });
}

/** A ticket's chain up to its `count`th event: those that the actor may read whole, of the others the hashes. */
export async function findVisibleChain(tx: Tx, ticketId: string, count: number): Promise<(HashedEvent | HiddenEvent)[]> {
  const events: (HashedEvent | HiddenEvent)[] = [];
  for (let first = 1; first <= count; first += BATCH) events.push(...(await batchFrom(tx, ticketId, first, Math.min(first + BATCH - 1, count))));
  return events;
}
