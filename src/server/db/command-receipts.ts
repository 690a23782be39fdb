import type { Prisma } from '@generated/prisma/client';
import type { PersonActor } from '@/domain/access/actor';
import type { EventType } from '@/domain/tickets/events';
import type { Action } from '@/domain/tickets/transitions';
import type { Scope } from './as-actor';

/** What a command has done; `repeated` when its form had been sent before, `events` is then empty. */
export type CommandOutcome = { ticketId: string; number: string; repeated: boolean; events: EventType[] };

/** Waits for a twin of this form that is under way, then gives its outcome; null when the form was not sent yet. */
export async function findReceipt(scope: Scope, actor: PersonActor, key: string): Promise<CommandOutcome | null> {
  await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.personId}:${key}`}, 0))`;
  const row = await scope.tx.commandReceipt.findUnique({ where: { personId_key: { personId: actor.personId, key } } });
  if (row === null) return null;
  const outcome = row.outcome as { ticketId: string; number: string };
  return { ...outcome, repeated: true, events: [] };
}

export async function insertReceipt(scope: Scope, actor: PersonActor, key: string, action: Action, outcome: CommandOutcome): Promise<void> {
  const stored: Prisma.InputJsonValue = { ticketId: outcome.ticketId, number: outcome.number };
  await scope.tx.commandReceipt.createMany({
    data: [{ personId: actor.personId, key, action, ticketId: outcome.ticketId, outcome: stored, recordedAt: scope.now }],
  });
}
