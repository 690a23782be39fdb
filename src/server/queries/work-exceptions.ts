import type { PersonActor } from '@/domain/access/actor';
import type { MessageKind } from '@/domain/notifications/message';
import { planName } from '@/domain/tickets/reference';
import type { CalendarDate } from '@/shared/calendar-date';
import { asReader, type Scope } from '../db/as-actor';
import { dayOf } from '../db/dates';
import { countNoNumber, findNoNumber, findUndelivered, type UndeliveredRow } from '../db/find-exceptions';
import { CHUNK_SIZE, PAGE_SIZE, readInIndexOrder, type InstantPosition } from '../db/queue-sql';
import { inChunks } from './in-chunks';

export type NoNumberReport = { reportId: string; planName: string; organizationName: string; reportedByName: string; askedOn: CalendarDate; reportedAt: Date };
export type NoNumberPlan = { planCode: string; planName: string; open: number; total: number };

export type UndeliveredMail = {
  messageId: string;
  kind: MessageKind;
  ticket: { ticketId: string; number: string; trackingNumber: string } | null;
  toName: string;
  toAddress: string;
  subject: string;
  /** D18: until it was accepted or the contact has seen the answer, the ticket cannot be closed as not contested. */
  holdsClosing: boolean;
  enqueuedAt: Date;
  lastAttemptAt: Date | null;
  attempts: number;
  serverReply: string | null;
};

function mailOf(row: UndeliveredRow): UndeliveredMail {
  return {
    messageId: row.id,
    kind: row.kind as MessageKind,
    ticket: row.ticket_id === null ? null : { ticketId: row.ticket_id, number: row.ticket_number ?? '', trackingNumber: row.tracking_number ?? '' },
    toName: row.recipient_name,
    toAddress: row.to_address,
    subject: row.subject,
    holdsClosing: row.holds_closing,
    enqueuedAt: row.enqueued_at,
    lastAttemptAt: row.last_attempt_at,
    attempts: row.attempts,
    serverReply: row.server_reply,
  };
}

/** Some messages that could not be delivered, from a position on. */
export async function mailsFrom(scope: Scope, after: InstantPosition | null, take = PAGE_SIZE): Promise<{ mails: UndeliveredMail[]; next: InstantPosition | null }> {
  const { rows, next } = await findUndelivered(scope, after, take);
  return { mails: rows.map(mailOf), next };
}

/** Some open reports that a plan gave no number (D19), from a position on. */
export async function reportsFrom(scope: Scope, after: InstantPosition | null, take = PAGE_SIZE): Promise<{ reports: NoNumberReport[]; next: InstantPosition | null }> {
  const { rows, next } = await findNoNumber(scope, after, take);
  const reports = rows.map((r) => ({
    reportId: r.id,
    planName: planName(scope.reference, r.plan_code),
    organizationName: r.organization_name,
    reportedByName: r.reported_by_name,
    askedOn: dayOf(r.asked_on),
    reportedAt: r.reported_at,
  }));
  return { reports, next };
}

/** How often it was reported of each plan. */
export async function noNumberByPlan(scope: Scope): Promise<NoNumberPlan[]> {
  return (await countNoNumber(scope)).map((c) => ({ planCode: c.plan_code, planName: planName(scope.reference, c.plan_code), open: c.open, total: c.total }));
}

/** The open reports that a plan gave no number (D19) to their end, for a file. */
export function noNumberInChunks(actor: PersonActor): AsyncGenerator<NoNumberReport[]> {
  return inChunks<NoNumberReport, InstantPosition>((after) =>
    asReader(actor, async (scope) => {
      await readInIndexOrder(scope.tx);
      const { reports, next } = await reportsFrom(scope, after, CHUNK_SIZE);
      return { items: reports, next };
    }),
  );
}

/** The messages that could not be delivered to their end, for a file. */
export function undeliveredInChunks(actor: PersonActor): AsyncGenerator<UndeliveredMail[]> {
  return inChunks<UndeliveredMail, InstantPosition>((after) =>
    asReader(actor, async (scope) => {
      await readInIndexOrder(scope.tx);
      const { mails, next } = await mailsFrom(scope, after, CHUNK_SIZE);
      return { items: mails, next };
    }),
  );
}
