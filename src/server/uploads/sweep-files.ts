import { SYSTEM } from '@/domain/access/actor';
import { realNow } from '../clock';
import { isDatabaseDown } from '../database-down';
import { asActor } from '../db/as-actor';
import { fileStore, sweepIncoming } from '../files/file-store';

const DAY_MS = 86_400_000;
const BATCH = 500;
/** No file's id comes before it. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export type FileSweep = { removed: number; stuck: number; leftovers: number; forms: number; searches: number; asked: number };

/**
 * Files older than a day that belong to nothing: their act was rolled back or never done, or their storing broke off.
 * Those of a draft stay as long as the draft. A batch of them, behind the one that was looked at last.
 */
function listAbandoned(after: string, at: Date | undefined): Promise<{ id: string }[]> {
  return asActor(
    SYSTEM,
    ({ tx, now }) => tx.$queryRaw<{ id: string }[]>`
      SELECT f.id FROM files f WHERE f.id > ${after}::uuid AND f.ticket_id IS NULL AND f.uploaded_at < ${new Date(now.getTime() - DAY_MS)}
        AND (f.state = 'storing' OR NOT (
          (f.place_action = 'submit' AND EXISTS (SELECT 1 FROM complaint_drafts d WHERE d.id = f.place_id))
          OR EXISTS (SELECT 1 FROM form_drafts w WHERE w.person_id = f.uploaded_by_id AND w.ticket_id = f.place_id AND w.action = f.place_action)
          OR (f.place_action = 'respond' AND EXISTS (SELECT 1 FROM answer_drafts a WHERE a.ticket_id = f.place_id))))
      ORDER BY f.id LIMIT ${BATCH}`,
    at,
  );
}

/** Hidden, emptied, forgotten, in this order; one that was attached meanwhile is left alone. */
async function removeAbandoned(id: string): Promise<boolean> {
  const hidden = await asActor(SYSTEM, ({ tx }) => tx.file.updateMany({ where: { id, ticketId: null }, data: { state: 'storing' } }));
  if (hidden.count === 0) return false;
  await (await fileStore()).remove(id);
  await asActor(SYSTEM, ({ tx }) => tx.file.deleteMany({ where: { id, ticketId: null } }));
  return true;
}

/** One whose bytes cannot be removed now waits for the next sweep; it does not stand in the way of the others. */
async function tryRemove(id: string): Promise<'removed' | 'left' | 'stuck'> {
  try {
    return (await removeAbandoned(id)) ? 'removed' : 'left';
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    console.error(`The abandoned file ${id} could not be removed`, error);
    return 'stuck';
  }
}

async function removeAllAbandoned(at: Date | undefined): Promise<Pick<FileSweep, 'removed' | 'stuck'>> {
  const count = { removed: 0, left: 0, stuck: 0 };
  let batch = await listAbandoned(FIRST_ID, at);
  while (batch.length > 0) {
    for (const { id } of batch) count[await tryRemove(id)] += 1;
    batch = batch.length < BATCH ? [] : await listAbandoned(batch.at(-1)?.id ?? FIRST_ID, at);
  }
  return { removed: count.removed, stuck: count.stuck };
}

/** A scan whose job was given up or lost is asked for anew. */
function askForScans(at: Date | undefined): Promise<number> {
  return asActor(
    SYSTEM,
    ({ tx, now }) => tx.$executeRaw`
      SELECT enqueue_job('check-file', json_build_object('fileId', f.id), f.id::text) FROM (
        SELECT id FROM files WHERE state = 'held' AND uploaded_at < ${new Date(now.getTime() - DAY_MS / 24)} ORDER BY uploaded_at LIMIT ${BATCH}) AS f`,
    at,
  );
}

/** What a day leaves behind: abandoned files, broken uploads, forms and searches kept for a page, scans that were given up. */
export async function sweepFiles(at?: Date): Promise<FileSweep> {
  const asked = await askForScans(at);
  const report: FileSweep = { ...(await removeAllAbandoned(at)), leftovers: 0, forms: 0, searches: 0, asked };
  report.forms = (await asActor(SYSTEM, ({ tx, now }) => tx.keptForm.deleteMany({ where: { keptAt: { lt: new Date(now.getTime() - DAY_MS) } } }), at)).count;
  report.searches = (await asActor(SYSTEM, ({ tx, now }) => tx.keptSearch.deleteMany({ where: { keptAt: { lt: new Date(now.getTime() - DAY_MS) } } }), at)).count;
  // What lies on the disk is as old as the machine's clock says, also where the portal's clock was moved.
  report.leftovers = await sweepIncoming(new Date(realNow().getTime() - DAY_MS));
  return report;
}
