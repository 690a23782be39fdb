import type { PersonActor } from '@/domain/access/actor';
import type { Scope } from './as-actor';

const HOUR_MS = 3_600_000;

/**
 * That a person opened a ticket: one row per person, ticket and hour, append-only. The database notes on the ticket when
 * somebody at the plan does so for the first time; nothing else of it is touched.
 */
export async function recordView({ tx, now }: Scope, actor: PersonActor, ticketId: string): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  await tx.ticketView.createMany({
    data: [{ ticketId, personId: actor.personId, hour, personName: actor.name, role: actor.role, organizationId: actor.organizationId }],
    skipDuplicates: true,
  });
}
