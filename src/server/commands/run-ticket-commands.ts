import type { PersonActor } from '@/domain/access/actor';
import type { TicketCommand } from '@/domain/tickets/commands';
import { wordsOf } from '@/shared/domain-error';
import { asActor } from '../db/as-actor';
import { runTicketCommand, type CommandOptions } from './run-ticket-command';

/** What became of one ticket of a bulk act; `refused` says why nothing was done. `changed` is false when there was nothing to do. */
export type BulkResult = { ticketId: string; number: string; refused: string | null; changed: boolean };

export type BulkOptions = {
  arrivedAt: Date;
  key: string;
  /** For each ticket the sequence number of the last event that the form's page had shown. */
  seenSeq?: ReadonlyMap<string, number>;
};

const FAULT = 'The portal could not do this one because of a fault of its own. Nothing was changed; try again.';

/**
 * The same act on several tickets, each in its own transaction through the one door: one that is refused, or fails,
 * does not stop the others. Each has its own key under the form's, so that sending the form again is harmless.
 */
export async function runTicketCommands(actor: PersonActor, commands: readonly TicketCommand[], options: BulkOptions): Promise<BulkResult[]> {
  const ids = commands.map((c) => c.input.ticketId);
  const known = await asActor(actor, ({ tx }) => tx.ticket.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } }));
  const numbers = new Map(known.map((t) => [t.id, t.number]));
  const results: BulkResult[] = [];
  for (const command of commands) {
    const { ticketId } = command.input;
    const number = numbers.get(ticketId);
    // What the actor must not see does not exist, in a bulk act either.
    if (number === undefined) continue;
    const key = `${options.key}:${command.action}:${ticketId}`;
    results.push({ ticketId, number, ...(await runOne(actor, command, { arrivedAt: options.arrivedAt, key, seenSeq: options.seenSeq?.get(ticketId) })) });
  }
  return results;
}

async function runOne(actor: PersonActor, command: TicketCommand, options: CommandOptions): Promise<Pick<BulkResult, 'refused' | 'changed'>> {
  try {
    const result = await runTicketCommand(actor, command, options);
    if (!result.ok) return { refused: wordsOf(result.error), changed: false };
    return { refused: null, changed: result.value.repeated || result.value.events.length > 0 };
  } catch (error) {
    console.error(`${command.action} on ticket ${command.input.ticketId} failed in a bulk act`, error);
    return { refused: FAULT, changed: false };
  }
}
