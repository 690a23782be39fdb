import type { PersonActor } from '@/domain/access/actor';
import { fileLimits, type FileLimits } from '@/domain/tickets/files';
import { readFormDraft, type DraftedAction, type FormDraft } from '@/domain/tickets/form-draft';
import { asActor } from '../db/as-actor';
import type { FilePlace, FileRow } from '../db/files';
import { isId } from '../db/find-draft';
import { draftKey } from '../db/form-drafts';
import { findWaiting } from '../db/find-waiting';
import { siteScanner } from '../site-scanner';

export type { FilePlace, FileRow };

/** What was typed in a form and not sent yet. */
export type KeptDraft = { draft: FormDraft; savedAt: Date };
/** What waits at each act's form: its files, how much it can still take, and what was typed there. */
export type WaitingFiles = { at: (action: string) => FileRow[]; draftOf: (action: DraftedAction, subject?: string | null) => KeptDraft | null; limits: FileLimits; isScanned: boolean };

/** What waits at the actor's forms about one ticket or draft: a page with several of them asks once. */
export function getWaitingFiles(actor: PersonActor, id: string): Promise<WaitingFiles> {
  return asActor(actor, async ({ tx, settings }) => {
    const found = isId(id) ? await findWaiting(tx, actor, id) : null;
    const draftOf = (action: DraftedAction, subject: string | null = null): KeptDraft | null => {
      const kept = found?.drafts.get(draftKey({ action, subject }));
      return kept === undefined ? null : { draft: readFormDraft(action, kept.typed), savedAt: kept.savedAt };
    };
    return { at: (action) => found?.files.get(action) ?? [], draftOf, limits: fileLimits(settings), isScanned: siteScanner() !== null };
  });
}
