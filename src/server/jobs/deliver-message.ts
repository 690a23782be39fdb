import { SYSTEM } from '@/domain/access/actor';
import { enqueueJob } from '../db/append-messages';
import { asActor } from '../db/as-actor';
import { runTicketCommand } from '../commands/run-ticket-command';
import { sendMail } from '../email/send-mail';

export type MailServer = { smtpUrl: string; from: string };

type Queued = { id: string; message_id: string; recipient_name: string; to_address: string; subject: string; text: string; html: string | null; clock_role: string | null; ticket_id: string | null };

/**
 * Sends one message of the outbox and records what the mail server said, in one transaction that holds the row: two
 * workers cannot send it twice. A worker that dies between the server's answer and the commit sends it again, under
 * the same Message-ID. `lastAttempt` turns a failure that may pass into a permanent one.
 * Returns `try_again` when the job should be retried with back-off.
 */
export async function deliverMessage(messageId: string, server: MailServer, options: { lastAttempt?: boolean; at?: Date } = {}): Promise<'done' | 'try_again'> {
  return asActor(
    SYSTEM,
    async ({ tx, now }) => {
      const [row] = await tx.$queryRaw<Queued[]>`
        SELECT id, message_id, recipient_name, to_address, subject, text, html, clock_role, ticket_id
        FROM outbox WHERE id = ${messageId}::uuid AND status = 'queued' FOR UPDATE SKIP LOCKED`;
      if (row === undefined) return 'done';
      const sent = await sendMail(server.smtpUrl, server.from, {
        messageId: row.message_id,
        toName: row.recipient_name,
        toAddress: row.to_address,
        subject: row.subject,
        text: row.text,
        html: row.html,
      });
      const failed = sent.outcome === 'refused' || (sent.outcome === 'try_again' && options.lastAttempt === true);
      const status = sent.outcome === 'accepted' ? 'accepted' : failed ? 'failed' : 'queued';
      await tx.outboxMessage.updateMany({
        where: { id: row.id },
        data: { status, attempts: { increment: 1 }, lastAttemptAt: now, serverReply: sent.reply, acceptedAt: status === 'accepted' ? now : null },
      });
      // D18: what became of the answer's notice moves the contest window; recorded by a job of this transaction.
      if (status !== 'queued' && row.clock_role === 'response-notice' && row.ticket_id !== null)
        await enqueueJob(tx, 'record-notice', { messageId: row.id, ticketId: row.ticket_id, outcome: status, at: now.toISOString() }, `notice:${row.id}`);
      return status === 'queued' ? 'try_again' : 'done';
    },
    options.at,
  );
}

/** D18: tells the ticket that the notice of the plan's answer was accepted or failed. Twice is once. */
export async function recordNotice(notice: { ticketId: string; messageId: string; outcome: 'accepted' | 'failed'; at: Date }): Promise<void> {
  const { ticketId, messageId, outcome, at } = notice;
  const result = await runTicketCommand(SYSTEM, { action: 'recordNotice', input: { ticketId, messageId, outcome } }, { arrivedAt: at });
  if (!result.ok) throw new Error(`The notice ${messageId} could not be recorded: ${result.error.kind}`);
}
