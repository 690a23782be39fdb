import type { Tx } from './database';

/** A ticket's whole history with its hashes, in order; State roles see all of it. */
export function findChain(tx: Tx, ticketId: string) {
  return tx.ticketEvent.findMany({ where: { ticketId }, orderBy: { seq: 'asc' } });
}

export type ChainedEvent = Awaited<ReturnType<typeof findChain>>[number];
