import type { PersonActor } from '@/domain/access/actor';
import { fileLimits, type FileLimits } from '@/domain/tickets/files';
import { asActor } from '../db/as-actor';
import { findPendingFiles, type FilePlace, type FileRow } from '../db/files';
import { isId } from '../db/find-draft';

export type { FilePlace, FileRow };

/** What waits at a form of the actor's, and how much it can still take. */
export function getWaitingFiles(actor: PersonActor, place: FilePlace): Promise<{ files: FileRow[]; limits: FileLimits; isScanned: boolean }> {
  return asActor(actor, async ({ tx, settings }) => ({
    files: isId(place.id) ? await findPendingFiles(tx, actor, place) : [],
    limits: fileLimits(settings),
    isScanned: (process.env.CLAMD_HOST ?? '') !== '',
  }));
}
