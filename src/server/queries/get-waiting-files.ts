import type { PersonActor } from '@/domain/access/actor';
import { fileLimits, type FileLimits } from '@/domain/tickets/files';
import { asActor } from '../db/as-actor';
import { findPendingFiles, type FilePlace, type FileRow } from '../db/files';
import { isId } from '../db/find-draft';

export type { FilePlace, FileRow };

/** What waits at each act's form, and how much such a form can still take. */
export type WaitingFiles = { at: (action: string) => FileRow[]; limits: FileLimits; isScanned: boolean };

/** What waits at the actor's forms about one ticket or draft: a page with several of them asks once. */
export function getWaitingFiles(actor: PersonActor, id: string): Promise<WaitingFiles> {
  return asActor(actor, async ({ tx, settings }) => {
    const found = isId(id) ? await findPendingFiles(tx, actor, id) : new Map<string, FileRow[]>();
    return { at: (action) => found.get(action) ?? [], limits: fileLimits(settings), isScanned: (process.env.CLAMD_HOST ?? '') !== '' };
  });
}
