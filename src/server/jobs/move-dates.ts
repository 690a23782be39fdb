import { SYSTEM } from '@/domain/access/actor';
import { runTicketCommand } from '../commands/run-ticket-command';
import { asActor } from '../db/as-actor';
import { dayOrNull } from '../db/dates';
import { findTicketsToMove } from '../db/find-movable-clocks';

const BATCH = 100;

type Batch = { ticketIds: string[]; reason: string };

/** The next tickets of a change, from where the last batch ended; null when there is nothing left to look at. */
function nextBatch(version: number): Promise<Batch | null> {
  return asActor(SYSTEM, async ({ tx }) => {
    const move = await tx.holidayMove.findUniqueOrThrow({ where: { version }, include: { holidayVersion: { select: { note: true } } } });
    const [first, last] = [dayOrNull(move.firstAddedOn), dayOrNull(move.lastAddedOn)];
    if (move.finishedAt !== null || first === null || last === null) return null;
    return { ticketIds: await findTicketsToMove(tx, first, last, move.afterId, BATCH), reason: move.holidayVersion.note.replace(/\.$/, '') };
  });
}

async function moveTicket(ticketId: string, reason: string, at: Date | undefined): Promise<{ moved: number; finesUndone: number }> {
  const result = await runTicketCommand(SYSTEM, { action: 'moveDates', input: { ticketId, reason } }, { arrivedAt: at });
  // A ticket that was closed since its id was read is a closed matter (D16).
  if (!result.ok && result.error.kind !== 'not_allowed') throw new Error(`moveDates on ticket ${ticketId}: ${result.error.kind}`);
  const events = result.ok ? result.value.events : [];
  return { moved: events.includes('DatesMoved') ? 1 : 0, finesUndone: events.includes('FineRescinded') || (events.includes('FineVoided') && !events.includes('FineProposed')) ? 1 : 0 };
}

/**
 * D16: moves the dates of every open ticket after a change of the holidays, a batch at a time, each ticket through its
 * own door. Interrupted, it goes on after the last whole batch; a ticket that it meets twice does not move again.
 */
export async function moveDates(version: number, isStopping: () => boolean, at?: Date): Promise<void> {
  for (;;) {
    if (isStopping()) throw new Error(`The dates of version ${version} are not all moved yet`);
    const batch = await nextBatch(version);
    if (batch === null) return;
    const done = { moved: 0, finesUndone: 0 };
    for (const ticketId of batch.ticketIds) {
      const { moved, finesUndone } = await moveTicket(ticketId, batch.reason, at);
      done.moved += moved;
      done.finesUndone += finesUndone;
    }
    const last = batch.ticketIds.at(-1);
    await asActor(SYSTEM, ({ tx, now }) =>
      tx.holidayMove.update({
        where: { version },
        data: {
          ...(last !== undefined && { afterId: last }),
          lookedAt: { increment: batch.ticketIds.length },
          moved: { increment: done.moved },
          finesUndone: { increment: done.finesUndone },
          ...(batch.ticketIds.length < BATCH && { finishedAt: now }),
        },
      }),
    );
    if (batch.ticketIds.length < BATCH) return;
  }
}
