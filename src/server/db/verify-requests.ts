import type { Tx } from './database';
import { requestEventHash } from './append-request-event';
import { FIRST_HASH } from './event-hash';

/** The first place at which a request's record does not hold together (R29); null when all do, their tails included. */
export async function findRequestBreak(tx: Tx): Promise<{ requests: number; broken: { number: string; seq: number; what: string } | null }> {
  const requests = await tx.planRequest.findMany({ orderBy: { number: 'asc' }, include: { events: { orderBy: { seq: 'asc' } } } });
  for (const { number, events, eventCount, lastHash } of requests) {
    let prevHash = FIRST_HASH;
    for (const [i, event] of events.entries()) {
      if (event.seq !== i + 1 || event.prevHash !== prevHash) return { requests: requests.length, broken: { number, seq: i + 1, what: 'it does not follow the event before it' } };
      if (requestEventHash(event) !== event.hash) return { requests: requests.length, broken: { number, seq: i + 1, what: 'what it says was changed after it was recorded' } };
      prevHash = event.hash;
    }
    if (events.length !== eventCount || prevHash !== lastHash) return { requests: requests.length, broken: { number, seq: events.length + 1, what: `the request counts ${eventCount} events, but ${events.length} are there` } };
  }
  return { requests: requests.length, broken: null };
}
