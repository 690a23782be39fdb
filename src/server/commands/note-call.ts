import type { PersonActor } from '@/domain/access/actor';
import { text } from '@/domain/tickets/fields';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';
import { idOfKey } from './id-of-key';

const note = text('Write whom you reached and what was said.', 1000);

/**
 * The Portal Team called the reader of a message that did not arrive: the note stays with the message. With `isDone` the
 * message needs nothing more and leaves the list; the notice of an answer does not, because a call does not replace it (D18).
 */
export function noteCall(actor: PersonActor, messageId: string, typed: { note: unknown; isDone: boolean }, options: { arrivedAt: Date; key: string }): Promise<Result<null>> {
  return asActor(
    actor,
    async ({ tx, now }) => {
      if (actor.role !== 'portal_team' || !isId(messageId)) return err({ kind: 'not_found' as const });
      const message = await tx.outboxMessage.findUnique({ where: { id: messageId }, select: { status: true, clockRole: true, ticketId: true } });
      if (message?.status !== 'failed') return err({ kind: 'not_found' as const });
      const parsed = note.safeParse(typed.note);
      if (!parsed.success) return err({ kind: 'invalid' as const, issues: [{ field: 'note', message: parsed.error.issues[0]?.message ?? '' }] });
      const holds = message.clockRole === 'response-notice' && (await tx.ticket.count({ where: { id: message.ticketId ?? undefined, status: 'responded', responseNotice: 'failed' } })) > 0;
      if (typed.isDone && holds) return err({ kind: 'invalid' as const, issues: [{ field: 'isDone', message: 'The provider has not received the answer yet: send this notice again, or wait until the contact opens it (D18).' }] });
      await tx.messageNote.createMany({ data: [{ id: idOfKey(actor, options.key), messageId, kind: 'call', text: parsed.data, byId: actor.personId, byName: actor.name, notedAt: now }], skipDuplicates: true });
      if (typed.isDone) await tx.$executeRaw`SELECT settle_undelivered(${messageId}::uuid, ${now}::timestamptz)`;
      return ok(null);
    },
    options.arrivedAt,
  );
}
