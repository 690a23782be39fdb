import type { PlanRequest, PlanRequestEvent } from '@generated/prisma/client';
import type { Tx } from './database';
import { requestEventHash } from './append-request-event';
import { FIRST_HASH } from './event-hash';

export type RequestBreak = { number: string; seq: number; what: string };
type Recorded = Pick<PlanRequest, 'number' | 'eventCount' | 'lastHash'> & { events: readonly PlanRequestEvent[] };

function firstBreak({ number, events, eventCount, lastHash }: Recorded): RequestBreak | null {
  let prevHash = FIRST_HASH;
  for (const [i, event] of events.entries()) {
    if (event.seq !== i + 1 || event.prevHash !== prevHash) return { number, seq: i + 1, what: 'it does not follow the event before it' };
    if (requestEventHash(event) !== event.hash) return { number, seq: i + 1, what: 'what it says was changed after it was recorded' };
    prevHash = event.hash;
  }
  const isWhole = events.length === eventCount && prevHash === lastHash;
  return isWhole ? null : { number, seq: events.length + 1, what: `the request counts ${eventCount} events, but ${events.length} are there` };
}

const BATCH = 200;

/** The first place at which a request's record does not hold together (R29), a batch at a time; null when all do, their tails included. */
export async function findRequestBreak(read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<{ requests: number; broken: RequestBreak | null }> {
  let requests = 0;
  for (let after = ''; ; ) {
    const batch: Recorded[] = await read((tx) => tx.planRequest.findMany({ where: { number: { gt: after } }, orderBy: { number: 'asc' }, take: BATCH, include: { events: { orderBy: { seq: 'asc' } } } }));
    for (const request of batch) {
      const broken = firstBreak(request);
      if (broken !== null) return { requests, broken };
      requests += 1;
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return { requests, broken: null };
    after = last.number;
  }
}
