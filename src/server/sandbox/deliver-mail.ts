import { setTimeout } from 'node:timers/promises';
import { SYSTEM } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { deliverMessage, recordNotice, type MailServer } from '../jobs/deliver-message';
import { atOnce } from './at-once';

type Waiting = { id: string; enqueuedAt: Date };

const BATCH = 200;
const AT_ONCE = 4;

/** Every message that has not been tried yet, oldest first. */
function listUntried(): Promise<Waiting[]> {
  return asActor(
    SYSTEM,
    ({ tx }) => tx.outboxMessage.findMany({ where: { status: 'queued', attempts: 0 }, orderBy: [{ enqueuedAt: 'asc' }, { id: 'asc' }], take: BATCH, select: { id: true, enqueuedAt: true } }),
  );
}

/** D18: answers whose notice was accepted or failed, but whose ticket does not know yet. */
function listUnrecorded(): Promise<{ id: string; ticketId: string | null; status: string; lastAttemptAt: Date | null }[]> {
  return asActor(
    SYSTEM,
    async ({ tx }) => {
      const pending = await tx.ticket.findMany({ where: { status: 'responded', responseNotice: 'pending' }, select: { id: true } });
      return tx.outboxMessage.findMany({
        where: { ticketId: { in: pending.map((t) => t.id) }, clockRole: 'response-notice', status: { in: ['accepted', 'failed'] }, sentAgainAs: null },
        orderBy: { id: 'asc' },
        select: { id: true, ticketId: true, status: true, lastAttemptAt: true },
      });
    },
  );
}

/**
 * Hands every message that waits to the mail server and records what became of the answers' notices, so that a day of
 * the sandbox ends with its mail delivered. `arrivesAt` says when a message is accepted; without it, now. One that the
 * server does not take for now stays queued for the worker.
 */
export async function deliverWaitingMail(server: MailServer, arrivesAt?: (enqueuedAt: Date) => Date): Promise<void> {
  for (let last = ''; ; ) {
    const waiting = await listUntried();
    const [first] = waiting;
    if (first === undefined) break;
    // The worker itself is sending this one: it holds the row until the server has answered.
    if (first.id === last) await setTimeout(50);
    last = first.id;
    await atOnce(AT_ONCE, waiting, async ({ id, enqueuedAt }) => void (await deliverMessage(id, server, { at: arrivesAt?.(enqueuedAt) })));
  }
  for (const { id, ticketId, status, lastAttemptAt } of await listUnrecorded()) {
    if (ticketId === null || lastAttemptAt === null) continue;
    await recordNotice({ ticketId, messageId: id, outcome: status === 'accepted' ? 'accepted' : 'failed', at: lastAttemptAt });
  }
}
