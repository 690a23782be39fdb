import { SYSTEM } from '@/domain/access/actor';
import { runTicketCommand } from '../commands/run-ticket-command';
import { asActor } from '../db/as-actor';
import { dayOrNull } from '../db/dates';
import { findTicketsToMove } from '../db/find-movable-clocks';

const BATCH = 100;

type Moved = { moved: number; finesUndone: number };
type Batch = { ticketIds: string[]; reason: string };

/** The next tickets of a change behind `after`, or from where an earlier run ended; null when there is nothing left to look at. */
function nextBatch(version: number, after: string | null, size: number): Promise<Batch | null> {
  return asActor(SYSTEM, async ({ tx }) => {
    const move = await tx.holidayMove.findUniqueOrThrow({ where: { version }, include: { holidayVersion: { select: { note: true } } } });
    const [first, last] = [dayOrNull(move.firstAddedOn), dayOrNull(move.lastAddedOn)];
    if (move.finishedAt !== null || first === null || last === null) return null;
    return { ticketIds: await findTicketsToMove(tx, first, last, after ?? move.afterId, size), reason: move.holidayVersion.note.replace(/\.$/, '') };
  });
}

async function moveTicket(ticketId: string, reason: string, at: Date | undefined): Promise<Moved> {
  const result = await runTicketCommand(SYSTEM, { action: 'moveDates', input: { ticketId, reason } }, { arrivedAt: at });
  // A ticket that was closed since its id was read is a closed matter (D16).
  if (!result.ok && result.error.kind !== 'not_allowed') throw new Error(`moveDates on ticket ${ticketId}: ${result.error.kind}`);
  const events = result.ok ? result.value.events : [];
  return { moved: events.includes('DatesMoved') ? 1 : 0, finesUndone: events.includes('FineRescinded') || (events.includes('FineVoided') && !events.includes('FineProposed')) ? 1 : 0 };
}

/** The tickets of a batch, one after another; what cannot be moved does not keep the others waiting. */
async function moveBatch({ ticketIds, reason }: Batch, at: Date | undefined, failed: Error[]): Promise<Moved> {
  const done = { moved: 0, finesUndone: 0 };
  for (const ticketId of ticketIds) {
    try {
      const { moved, finesUndone } = await moveTicket(ticketId, reason, at);
      done.moved += moved;
      done.finesUndone += finesUndone;
    } catch (cause) {
      failed.push(new Error(`The dates of ticket ${ticketId} did not move`, { cause }));
    }
  }
  return done;
}

/**
 * D16: moves the dates of every open ticket after a change of the holidays, a batch at a time, each ticket through its
 * own door. Interrupted, it goes on after the last whole batch; a ticket that it meets twice does not move again. One
 * that cannot be moved fails the job at its end: the next try begins with its batch, until all are moved.
 */
export async function moveDates(version: number, isStopping: () => boolean, at?: Date, batchSize = BATCH): Promise<void> {
  const failed: Error[] = [];
  for (let after: string | null = null; ; ) {
    if (isStopping()) throw new Error(`The dates of version ${version} are not all moved yet`);
    const batch = await nextBatch(version, after, batchSize);
    if (batch === null) return;
    const { moved, finesUndone } = await moveBatch(batch, at, failed);
    const isLast = batch.ticketIds.length < batchSize;
    after = batch.ticketIds.at(-1) ?? after;
    const reached = failed.length > 0 ? {} : { ...(after !== null && { afterId: after }), lookedAt: { increment: batch.ticketIds.length } };
    await asActor(SYSTEM, ({ tx, now }) =>
      tx.holidayMove.update({ where: { version }, data: { ...reached, moved: { increment: moved }, finesUndone: { increment: finesUndone }, ...(isLast && failed.length === 0 && { finishedAt: now }) } }),
    );
    if (!isLast) continue;
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of the tickets of version ${version} did not move`);
    return;
  }
}
