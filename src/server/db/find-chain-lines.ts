import { chainLine } from '../case-file/chain-lines';
import type { Tx } from './database';

const BATCH = 500;

type Hashes = { seq: number; prevHash: string; hash: string };

async function batchFrom(tx: Tx, ticketId: string, first: number, last: number): Promise<string[]> {
  const hashes = await tx.$queryRaw<Hashes[]>`
    SELECT seq, prev_hash AS "prevHash", hash FROM event_hashes WHERE ticket_id = ${ticketId}::uuid AND seq BETWEEN ${first} AND ${last} ORDER BY seq`;
  const readable = await tx.ticketEvent.findMany({ where: { ticketId, seq: { gte: first, lte: last } } });
  const bySeq = new Map(readable.map((event) => [event.seq, event]));
  return hashes.map(({ seq, prevHash, hash }) => {
    const event = bySeq.get(seq);
    return chainLine(event ?? { hidden: true, seq, prevHash, hash });
  });
}

/** A ticket's chain up to its `count`th event, a line each: those that the actor may read whole, of the others the hashes. */
export async function findChainLines(tx: Tx, ticketId: string, count: number): Promise<string[]> {
  const lines: string[] = [];
  for (let first = 1; first <= count; first += BATCH) lines.push(...(await batchFrom(tx, ticketId, first, Math.min(first + BATCH - 1, count))));
  return lines;
}
