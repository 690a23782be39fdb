import { setTimeout } from 'node:timers/promises';
import { SYSTEM } from '@/domain/access/actor';
import { realNow } from '../clock';
import { isDatabaseDown } from '../database-down';
import { enqueueJob } from '../db/append-messages';
import { asActor, asPatientSystem, type Scope } from '../db/as-actor';
import type { Tx } from '../db/database';
import { runTicketCommand } from '../commands/run-ticket-command';
import { sendMail, type Delivery } from '../email/send-mail';
import { wordsAtSending, type Reminding, type Words } from './outdated';

/** Longer than a mail server may take over all its answers (RFC 5321, 4.5.3.2): the row stays held until the last one. */
const PATIENCE_MS = 3_600_000;

export type MailServer = { smtpUrl: string; from: string };

type Queued = Reminding & Words & { message_id: string; recipient_name: string; to_address: string; clock_role: string | null; ticket_id: string | null };
/** A message that was handed to the mail server, and what came of it. */
type Tried = { row: Queued; status: 'accepted' | 'failed' | 'queued'; reply: string; at: Date };
type Notice = { messageId: string; ticketId: string; outcome: string; at: Date };

/** The message, held until the transaction ends; or whether somebody else holds it just now. */
async function takeQueued(tx: Tx, messageId: string): Promise<Queued | 'held' | 'not queued'> {
  const [row] = await tx.$queryRaw<Queued[]>`
    SELECT id, kind, message_id, recipient_id, recipient_name, to_address, subject, text, html, enqueued_at, clock_role, ticket_id, clock_id, plan_request_id, due_on
    FROM outbox WHERE id = ${messageId}::uuid AND status = 'queued' FOR UPDATE SKIP LOCKED`;
  if (row !== undefined) return row;
  const waiting = await tx.outboxMessage.count({ where: { id: messageId, status: 'queued' } });
  return waiting === 0 ? 'not queued' : 'held';
}

async function send(row: Queued, server: MailServer): Promise<Delivery> {
  return sendMail(server.smtpUrl, server.from, {
    messageId: row.message_id,
    writtenAt: row.enqueued_at,
    toName: row.recipient_name,
    toAddress: row.to_address,
    subject: row.subject,
    text: row.text,
    html: row.html,
  });
}

/** The message in the words of this moment; a reminder that is moot by now is dropped, and null. */
async function sayAtSending(scope: Scope, row: Queued): Promise<Queued | null> {
  const words = await wordsAtSending(scope, row);
  if (words === row) return row;
  const change = words === null ? { status: 'dropped', serverReply: null } : { subject: words.subject, text: words.text, html: words.html };
  await scope.tx.outboxMessage.updateMany({ where: { id: row.id, status: 'queued' }, data: change });
  return words === null ? null : { ...row, ...change };
}

/** D18: what became of the answer's notice moves the contest window; a job of this transaction tells the ticket. */
export function noticeJob(tx: Tx, { messageId, ticketId, outcome, at }: Notice): Promise<void> {
  return enqueueJob(tx, 'record-notice', { messageId, ticketId, outcome, at: at.toISOString() }, `notice:${messageId}`);
}

async function record(tx: Tx, { row, status, reply, at }: Tried): Promise<void> {
  const written = await tx.outboxMessage.updateMany({
    where: { id: row.id, status: 'queued' },
    data: { status, attempts: { increment: 1 }, lastAttemptAt: at, serverReply: reply, acceptedAt: status === 'accepted' ? at : null },
  });
  if (written.count > 0 && status !== 'queued' && row.clock_role === 'response-notice' && row.ticket_id !== null)
    await noticeJob(tx, { messageId: row.id, ticketId: row.ticket_id, outcome: status, at });
}

/** The mail server has answered, but the database went away before that was written down: written again, never sent again. */
async function recordLater(tried: Tried): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await asActor(SYSTEM, ({ tx }) => record(tx, tried));
    } catch (error) {
      if (!isDatabaseDown(error) && attempt >= 5) throw error;
      await setTimeout(1000);
    }
  }
}

/**
 * Sends one message of the outbox and records what the mail server said, in one transaction that holds the row: two
 * workers cannot send it twice. Only a worker that dies between the server's answer and the commit sends it again,
 * under the same Message-ID. `lastAttempt` turns a failure that may pass into a permanent one; `at` stands for the time.
 * Returns `try_again` when the job should be retried with back-off.
 */
export async function deliverMessage(messageId: string, server: MailServer, options: { lastAttempt?: boolean; at?: Date } = {}): Promise<'done' | 'try_again'> {
  const delivery: { tried: Tried | null; isHeld: boolean } = { tried: null, isHeld: false };
  try {
    await asPatientSystem(
      async (scope) => {
        const { tx, now } = scope;
        const began = realNow();
        const queued = await takeQueued(tx, messageId);
        delivery.isHeld = queued === 'held';
        if (queued === 'held' || queued === 'not queued') return;
        const row = await sayAtSending(scope, queued);
        if (row === null) return;
        const { outcome, reply } = await send(row, server);
        const isFinal = outcome === 'refused' || options.lastAttempt === true;
        // The server's answer counts, not the moment at which we began to ask: midnight may lie between them.
        const at = options.at ?? new Date(now.getTime() + realNow().getTime() - began.getTime());
        delivery.tried = { row, status: outcome === 'accepted' ? 'accepted' : isFinal ? 'failed' : 'queued', reply, at };
        await record(tx, delivery.tried);
      },
      options.at,
      PATIENCE_MS,
    );
  } catch (error) {
    if (delivery.tried === null) throw error;
    await recordLater(delivery.tried);
  }
  return delivery.isHeld || delivery.tried?.status === 'queued' ? 'try_again' : 'done';
}

/** D18: tells the ticket that the notice of the plan's answer was accepted or failed. Twice is once. */
export async function recordNotice(notice: { ticketId: string; messageId: string; outcome: 'accepted' | 'failed'; at: Date }): Promise<void> {
  const { ticketId, messageId, outcome, at } = notice;
  const result = await runTicketCommand(SYSTEM, { action: 'recordNotice', input: { ticketId, messageId, outcome } }, { arrivedAt: at });
  if (!result.ok) throw new Error(`The notice ${messageId} could not be recorded: ${result.error.kind}`);
}
