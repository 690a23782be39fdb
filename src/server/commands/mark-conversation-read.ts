import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';

/** That a person has read a ticket's messages up to an event; a page that was drawn later never takes it back. */
export async function markConversationRead(actor: PersonActor, ticketId: string, seq: number): Promise<void> {
  await asActor(actor, ({ tx, now }) => tx.$executeRaw`
    INSERT INTO conversation_reads (ticket_id, person_id, seen_seq, seen_at) VALUES (${ticketId}::uuid, ${actor.personId}::uuid, ${seq}, ${now})
    ON CONFLICT (ticket_id, person_id) DO UPDATE SET seen_seq = greatest(conversation_reads.seen_seq, excluded.seen_seq), seen_at = excluded.seen_at`);
}
