import type { Tx } from './database';

/** A message about a ticket and how far it has come. */
export type TicketMail = {
  messageId: string;
  kind: string;
  recipientName: string;
  toAddress: string;
  subject: string;
  status: 'queued' | 'accepted' | 'failed' | 'dropped';
  attempts: number;
  serverReply: string | null;
  enqueuedAt: Date;
  acceptedAt: Date | null;
  /** It was sent once more as another message. */
  isSentAgain: boolean;
};

const MOST_SHOWN = 40;

/** The messages of a ticket, the newest first, at most 40. */
export async function findTicketMail(tx: Tx, ticketId: string): Promise<TicketMail[]> {
  const rows = await tx.outboxMessage.findMany({ where: { ticketId }, orderBy: [{ enqueuedAt: 'desc' }, { id: 'desc' }], take: MOST_SHOWN, omit: { text: true, html: true } });
  return rows.map((r) => ({
    messageId: r.id, kind: r.kind, recipientName: r.recipientName, toAddress: r.toAddress, subject: r.subject, status: r.status as TicketMail['status'],
    attempts: r.attempts, serverReply: r.serverReply, enqueuedAt: r.enqueuedAt, acceptedAt: r.acceptedAt, isSentAgain: r.sentAgainAs !== null,
  }));
}
