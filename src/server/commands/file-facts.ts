import type { Actor } from '@/domain/access/actor';
import type { AttachedFile } from '@/domain/tickets/attached-files';
import { fileLimits, sizeWords } from '@/domain/tickets/files';
import { err, ok, type Result } from '@/shared/result';
import type { Scope } from '../db/as-actor';
import { findFileBytes, lockPendingFiles } from '../db/files';

const refused = (message: string) => err({ kind: 'invalid' as const, issues: [{ field: 'files', message }] });

/**
 * The files that a command attaches, held until its transaction ends: the actor's organization's own, attached to
 * nothing yet, refused by no scanner, and within what one ticket may have. Anything else is said at the field `files`.
 */
export async function fileFacts({ tx, settings }: Scope, actor: Actor, ticketId: string, fileIds: readonly string[]): Promise<Result<AttachedFile[]>> {
  if (actor.role === 'system') return err({ kind: 'not_found' });
  const files = await lockPendingFiles(tx, actor, fileIds);
  if (files.length !== fileIds.length) return refused('One of the files is not there any more, or was refused. Look at the list of files, then send this again.');
  const { ticketBytes } = fileLimits(settings);
  const others = await findFileBytes(tx, ticketId);
  if (others > ticketBytes) return refused(`The files of one ticket may have ${sizeWords(ticketBytes)} in all. Remove some, then send this again.`);
  return ok(files);
}
