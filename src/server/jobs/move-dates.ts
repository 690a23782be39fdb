import { SYSTEM } from '@/domain/access/actor';
import { runTicketCommand } from '../commands/run-ticket-command';
import { asActor } from '../db/as-actor';
import { countMoved } from '../db/count-moved';
import { dayOrNull } from '../db/dates';
import { findTicketsToMove } from '../db/find-movable-clocks';
import { redoJobDay } from '../db/job-marks';

const BATCH = 100;

/** `after` is the last ticket of the batch before; null at the first. */
type Batch = { after: string | null; ticketIds: string[]; reason: string };

/** The next tickets of a change behind `after`, or from where an earlier run ended; null when there is nothing left to look at. */
function nextBatch(version: number, after: string | null, size: number): Promise<Batch | null> {
  return asActor(SYSTEM, async ({ tx }) => {
    const move = await tx.holidayMove.findUniqueOrThrow({ where: { version }, include: { holidayVersion: { select: { note: true } } } });
    const [first, last] = [dayOrNull(move.firstAddedOn), dayOrNull(move.lastAddedOn)];
    if (move.finishedAt !== null || first === null || last === null) return null;
    const from = after ?? move.afterId;
    return { after: from, ticketIds: await findTicketsToMove(tx, first, last, from, size), reason: move.holidayVersion.note.replace(/\.$/, '') };
  });
}

async function moveTicket(ticketId: string, reason: string, at: Date | undefined): Promise<void> {
  const result = await runTicketCommand(SYSTEM, { action: 'moveDates', input: { ticketId, reason } }, { arrivedAt: at });
  // A ticket that was closed since its id was read is a closed matter (D16).
  if (!result.ok && result.error.kind !== 'not_allowed') throw new Error(`moveDates on ticket ${ticketId}: ${result.error.kind}`);
}

/** The tickets of a batch, one after another; what cannot be moved does not keep the others waiting. */
async function moveBatch({ ticketIds, reason }: Batch, at: Date | undefined, failed: Error[]): Promise<void> {
  for (const ticketId of ticketIds)
    await moveTicket(ticketId, reason, at).catch((cause: unknown) => failed.push(new Error(`The dates of ticket ${ticketId} did not move`, { cause })));
}

/** Notes that all tickets up to the end of a batch are done, with what became of them. */
function recordBatch(version: number, { after, ticketIds }: Batch, isLast: boolean, at: Date | undefined): Promise<void> {
  return asActor(SYSTEM, async ({ tx, now, today }) => {
    const last = ticketIds.at(-1) ?? null;
    const { moved, finesUndone } = await countMoved(tx, version, { after, last: isLast ? null : last });
    await tx.holidayMove.update({
      where: { version },
      data: { ...(last !== null && { afterId: last }), lookedAt: { increment: ticketIds.length }, moved: { increment: moved }, finesUndone: { increment: finesUndone }, ...(isLast && { finishedAt: now }) },
    });
    // What by the changed calendar falls on today is still to be sent; each reminder has its key, so none comes twice.
    if (isLast) await redoJobDay(tx, 'reminders', today);
  }, at);
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
    await moveBatch(batch, at, failed);
    const isLast = batch.ticketIds.length < batchSize;
    after = batch.ticketIds.at(-1) ?? after;
    if (failed.length === 0) await recordBatch(version, batch, isLast, at);
    if (!isLast) continue;
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of the tickets of version ${version} did not move`);
    return;
  }
}
