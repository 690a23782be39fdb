import { Readable } from 'node:stream';
import type { PersonActor } from '@/domain/access/actor';
import type { TicketCommand } from '@/domain/tickets/commands';
import { refusalWords } from '@/domain/tickets/file-refusal';
import { filePlaceOf } from '../commands/file-facts';
import { asActor } from '../db/as-actor';
import { writeIncoming } from '../files/receive-upload';
import { takeFile } from '../uploads/take-file';
import { papersOf } from './papers/story-papers';
import type { StoryTicket } from './stories/story';

/** The command with the files that the story sends along; played again it finds them and uploads none twice. */
export async function withPapers(actor: PersonActor, command: TicketCommand, ticket: StoryTicket, at: Date): Promise<TicketCommand> {
  if (!('files' in command.input)) return command;
  const place = filePlaceOf(command);
  const known = await asActor(actor, ({ tx }) => tx.file.findMany({ where: { placeAction: place.action, placeId: place.id }, select: { id: true, ticketId: true } }));
  const ids = known.filter((f) => f.ticketId === null).map((f) => f.id);
  for (const { name, bytes } of known.length > 0 ? [] : papersOf(command.action, ticket)) {
    const taken = await takeFile(actor, place, await writeIncoming(name, Readable.from([bytes])), at);
    if (!taken.ok) throw new Error(`${name}: ${taken.error === null ? 'there is no such place' : refusalWords(taken.error)}`);
    ids.push(taken.value.id);
  }
  // The same command with other files; TypeScript cannot follow which of the union it is.
  return { action: command.action, input: { ...command.input, files: ids } } as TicketCommand;
}
