import type { Readable } from 'node:stream';
import type { PersonActor } from '@/domain/access/actor';
import { enqueueJob } from '../db/append-messages';
import { asActor, type Scope } from '../db/as-actor';
import { findFile, type FileRow } from '../db/files';
import { isId } from '../db/find-draft';
import { findTicketInScope } from '../db/find-ticket-in-scope';
import { ticketScope } from '../db/ticket-scope';
import { fileStore, type ByteRange } from '../files/file-store';
import { verifyBytes } from './verify-bytes';

export type OpenedFile =
  | { state: 'not_found' }
  /** It waits for the virus scanner. */
  | { state: 'held' }
  | { state: 'infected' }
  /** Its bytes are gone or are not those that were recorded. */
  | { state: 'damaged' }
  | { state: 'open'; file: FileRow; read: (range?: ByteRange) => Promise<Readable> };

/** The file if the actor sees it: on the ticket named, within the actor's tickets; or, without a ticket, at a form of theirs. */
async function findReadable(scope: Scope, actor: PersonActor, fileId: string, ticketId: string | null): Promise<FileRow | null> {
  if (!isId(fileId)) return null;
  if (ticketId !== null && (await findTicketInScope(scope.tx, ticketId, await ticketScope(scope, actor), false)) === null) return null;
  const file = await findFile(scope.tx, fileId);
  return file === null || file.ticketId !== ticketId || file.state === 'storing' ? null : file;
}

/**
 * A file for one reader, its bytes checked against the sum that was recorded. What is damaged is told to the worker,
 * which looks for itself and shows it to the Portal Team.
 */
export async function openFile(actor: PersonActor, fileId: string, ticketId: string | null): Promise<OpenedFile> {
  const file = await asActor(actor, (scope) => findReadable(scope, actor, fileId, ticketId));
  if (file === null) return { state: 'not_found' };
  if (file.state === 'held' || file.state === 'infected') return { state: file.state };
  if ((await verifyBytes(file)) !== 'whole') {
    if (file.fault === null) await asActor(actor, ({ tx }) => enqueueJob(tx, 'check-file', { fileId }, fileId));
    return { state: 'damaged' };
  }
  const store = await fileStore();
  return { state: 'open', file, read: (range) => store.read(fileId, range) };
}
