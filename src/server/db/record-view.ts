import type { PersonActor } from '@/domain/access/actor';
import type { Scope } from './as-actor';

const HOUR_MS = 3_600_000;

/**
 * That a person opened a ticket: one row per person, ticket and hour, append-only. The database notes on the ticket when
 * somebody at the plan does so for the first time; nothing else of it is touched. `readUpTo` is the event up to which the
 * messages were shown, too; a page that was drawn later never takes it back.
 */
export async function recordView({ tx, now }: Scope, actor: PersonActor, ticketId: string, readUpTo: number | null = null): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  await tx.$executeRaw`
    WITH talk AS (
      INSERT INTO conversation_reads (ticket_id, person_id, seen_seq, seen_at)
      SELECT ${ticketId}::uuid, ${actor.personId}::uuid, ${readUpTo}::int, ${now}::timestamptz WHERE ${readUpTo}::int IS NOT NULL
      ON CONFLICT (ticket_id, person_id) DO UPDATE SET seen_seq = greatest(conversation_reads.seen_seq, excluded.seen_seq), seen_at = excluded.seen_at
    )
    INSERT INTO ticket_views (ticket_id, person_id, hour, person_name, role, organization_id)
    VALUES (${ticketId}::uuid, ${actor.personId}::uuid, ${hour}::timestamptz, ${actor.name}, ${actor.role}, ${actor.organizationId}::uuid) ON CONFLICT DO NOTHING`;
}
