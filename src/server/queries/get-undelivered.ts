import type { PersonActor } from '@/domain/access/actor';
import { asReader } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { isCorrectable } from '../db/is-correctable';

export type MessageNote = { id: string; kind: 'call' | 'address'; text: string; byName: string; at: Date };
export type Undelivered = {
  messageId: string;
  subject: string;
  text: string;
  toName: string;
  toAddress: string;
  /** Who is to be called, where the message was to a person. */
  person: { address: string; phone: string | null; organization: string | null; /** Of a provider or plan, and still at the address that failed. */ isCorrectable: boolean } | null;
  ticket: { ticketId: string; number: string; trackingNumber: string } | null;
  /** D18: as long as it holds, the ticket cannot be closed as not contested. */
  holdsClosing: boolean;
  state: 'waits' | 'sent_again' | 'settled';
  enqueuedAt: Date;
  lastAttemptAt: Date | null;
  acceptedAt: Date | null;
  bouncedAt: Date | null;
  serverReply: string | null;
  notes: MessageNote[];
};

type Row = {
  id: string; subject: string; text: string; recipient_name: string; to_address: string; enqueued_at: Date; last_attempt_at: Date | null; accepted_at: Date | null; bounced_at: Date | null;
  server_reply: string | null; sent_again_as: string | null; settled_at: Date | null; person_id: string | null; person_email: string | null; phone: string | null; organization: string | null;
  ticket_id: string | null; number: string | null; tracking_number: string | null; holds: boolean;
};

function ofRow(row: Row, isCorrectable: boolean, notes: MessageNote[]): Undelivered {
  return {
    messageId: row.id, subject: row.subject, text: row.text, toName: row.recipient_name, toAddress: row.to_address,
    person: row.person_email === null ? null : { address: row.person_email, phone: row.phone, organization: row.organization, isCorrectable: isCorrectable && row.person_email === row.to_address },
    ticket: row.ticket_id === null ? null : { ticketId: row.ticket_id, number: row.number ?? '', trackingNumber: row.tracking_number ?? '' },
    holdsClosing: row.holds,
    state: row.sent_again_as !== null ? 'sent_again' : row.settled_at !== null ? 'settled' : 'waits',
    enqueuedAt: row.enqueued_at, lastAttemptAt: row.last_attempt_at, acceptedAt: row.accepted_at, bouncedAt: row.bounced_at, serverReply: row.server_reply, notes,
  };
}

/** For the Portal Team: a message that did not arrive, whom it was for, and what was done about it. Null for all others. */
export function getUndelivered(actor: PersonActor, messageId: string): Promise<Undelivered | null> {
  if (actor.role !== 'portal_team' || !isId(messageId)) return Promise.resolve(null);
  return asReader(actor, async ({ tx }) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT o.id, o.subject, o.text, o.recipient_name, o.to_address, o.enqueued_at, o.last_attempt_at, o.accepted_at, o.bounced_at, o.server_reply, o.sent_again_as, o.settled_at,
        p.id AS person_id, p.email AS person_email, p.phone, g.name AS organization, t.id AS ticket_id, t.number, t.tracking_number,
        coalesce(o.clock_role = 'response-notice' AND t.status = 'responded' AND t.response_notice = 'failed', false) AS holds
      FROM outbox o LEFT JOIN tickets t ON t.id = o.ticket_id LEFT JOIN people p ON p.id = o.recipient_id
        LEFT JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL LEFT JOIN organizations g ON g.id = m.organization_id
      WHERE o.id = ${messageId}::uuid AND o.status = 'failed'`;
    if (row === undefined) return null;
    const notes = await tx.messageNote.findMany({ where: { messageId }, orderBy: [{ notedAt: 'asc' }, { id: 'asc' }] });
    return ofRow(row, await isCorrectable(tx, row.person_id), notes.map((n) => ({ id: n.id, kind: n.kind === 'address' ? ('address' as const) : ('call' as const), text: n.text, byName: n.byName, at: n.notedAt })));
  });
}
