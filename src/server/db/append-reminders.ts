import type { Message } from '@/domain/notifications/message';
import type { CalendarDate } from '@/shared/calendar-date';
import { newId } from '../new-id';
import { messageIdOf } from './append-messages';
import { dateOrNull } from './dates';
import type { Tx } from './database';

/** A reminder or digest with the key under which it exists once, and what it reminds of. */
export type WrittenReminder = { message: Message; uniqueKey: string; ticketId: string | null; clockId: string | null; planRequestId: string | null; dueOn: CalendarDate | null };

/**
 * Puts reminders in the outbox with the job that sends each, in two statements however many they are. One whose key is
 * there already is left out, whoever wrote it. Returns how many are new.
 */
export async function appendReminders(tx: Tx, reminders: readonly WrittenReminder[], enqueuedAt: Date, portalUrl: string): Promise<number> {
  if (reminders.length === 0) return 0;
  const rows = reminders.map(({ message, uniqueKey, ticketId, clockId, planRequestId, dueOn }) => {
    const id = newId();
    const { kind, to, subject, text, html } = message;
    return {
      id, kind, ticketId, eventSeq: null, recipientId: to.personId, recipientName: to.name, toAddress: to.email, subject, text, html,
      messageId: messageIdOf(id, portalUrl), uniqueKey, clockRole: null, enqueuedAt, clockId, planRequestId, dueOn: dateOrNull(dueOn),
    };
  });
  const { count } = await tx.outboxMessage.createMany({ data: rows, skipDuplicates: true });
  if (count > 0)
    await tx.$executeRaw`SELECT enqueue_job('deliver-message', json_build_object('messageId', o.id), o.id::text) FROM outbox o WHERE o.id = ANY (${rows.map((r) => r.id)}::uuid[])`;
  return count;
}
