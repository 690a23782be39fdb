import type { Actor } from '@/domain/access/actor';
import type { AttachedFile } from '@/domain/tickets/attached-files';
import { fileLimits, sizeWords } from '@/domain/tickets/files';
import { err, ok, type Result } from '@/shared/result';
import type { TicketCommand } from '@/domain/tickets/commands';
import type { Scope } from '../db/as-actor';
import { findFileBytes, lockPendingFiles, type FilePlace } from '../db/files';

const refused = (message: string) => err({ kind: 'invalid' as const, issues: [{ field: 'files', message }] });

/** The form at which a command's files were uploaded: of several questions each has its own. */
export function filePlaceOf({ action, input }: TicketCommand): FilePlace {
  return { action: 'questionId' in input ? `${action}/${input.questionId}` : action, id: input.ticketId };
}

/**
 * The files that a command attaches, held until its transaction ends: uploaded at its own form, where they took their
 * room, attached to nothing yet, refused by no scanner. Anything else is said at the field `files`.
 */
export async function fileFacts({ tx, settings }: Scope, actor: Actor, command: TicketCommand, fileIds: readonly string[]): Promise<Result<AttachedFile[]>> {
  if (actor.role === 'system') return err({ kind: 'not_found' });
  const files = await lockPendingFiles(tx, actor, filePlaceOf(command), fileIds);
  if (files.length !== fileIds.length) return refused('One of the files is not there any more, or was refused. Look at the list of files, then send this again.');
  const { ticketBytes } = fileLimits(settings);
  const others = await findFileBytes(tx, command.input.ticketId);
  if (others > ticketBytes) return refused(`The files of one ticket may have ${sizeWords(ticketBytes)} in all. Remove some, then send this again.`);
  return ok(files);
}
