import { SYSTEM } from '@/domain/access/actor';
import { realNow } from '../clock';
import { enqueueJob } from '../db/append-messages';
import { asActor } from '../db/as-actor';
import { fileStore, sweepIncoming } from '../files/file-store';

const DAY_MS = 86_400_000;
const BATCH = 500;

export type FileSweep = { removed: number; leftovers: number; forms: number; searches: number; asked: number };

/**
 * Files older than a day that belong to nothing: their act was rolled back or never done, or their storing broke off.
 * Those of a draft stay as long as the draft.
 */
function listAbandoned(at: Date | undefined): Promise<{ id: string }[]> {
  return asActor(
    SYSTEM,
    ({ tx, now }) => tx.$queryRaw<{ id: string }[]>`
      SELECT f.id FROM files f WHERE f.ticket_id IS NULL AND f.uploaded_at < ${new Date(now.getTime() - DAY_MS)}
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

/** A scan whose job was given up or lost is asked for anew. */
function askForScans(at: Date | undefined): Promise<number> {
  return asActor(
    SYSTEM,
    async ({ tx, now }) => {
      const held = await tx.file.findMany({ where: { state: 'held', uploadedAt: { lt: new Date(now.getTime() - DAY_MS / 24) } }, orderBy: { uploadedAt: 'asc' }, take: BATCH, select: { id: true } });
      for (const { id } of held) await enqueueJob(tx, 'check-file', { fileId: id }, id);
      return held.length;
    },
    at,
  );
}

/** What a day leaves behind: abandoned files, broken uploads, forms and searches kept for a page, scans that were given up. */
export async function sweepFiles(at?: Date): Promise<FileSweep> {
  const report: FileSweep = { removed: 0, leftovers: 0, forms: 0, searches: 0, asked: await askForScans(at) };
  for (let batch = await listAbandoned(at); batch.length > 0; batch = batch.length < BATCH ? [] : await listAbandoned(at))
    for (const { id } of batch) if (await removeAbandoned(id)) report.removed += 1;
  report.forms = (await asActor(SYSTEM, ({ tx, now }) => tx.keptForm.deleteMany({ where: { keptAt: { lt: new Date(now.getTime() - DAY_MS) } } }), at)).count;
  report.searches = (await asActor(SYSTEM, ({ tx, now }) => tx.keptSearch.deleteMany({ where: { keptAt: { lt: new Date(now.getTime() - DAY_MS) } } }), at)).count;
  // What lies on the disk is as old as the machine's clock says, also where the portal's clock was moved.
  report.leftovers = await sweepIncoming(new Date(realNow().getTime() - DAY_MS));
  return report;
}
