import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { placeWhere, type FilePlace } from '../db/files';
import { isId } from '../db/find-draft';
import { fileStore } from '../files/file-store';

/**
 * Removes a file that waits at a form of the actor's and is attached to nothing; anything else stays as it is. First
 * nobody sees it any more, then its bytes go, last its row: what breaks off in between is finished by the sweep.
 */
export async function removeFile(actor: PersonActor, place: FilePlace, fileId: string): Promise<boolean> {
  if (!isId(fileId) || !isId(place.id)) return false;
  const where = { id: fileId, ...placeWhere(actor, place), ticketId: null };
  const hidden = await asActor(actor, ({ tx }) => tx.file.updateMany({ where, data: { state: 'storing' } }));
  if (hidden.count === 0) return false;
  await (await fileStore()).remove(fileId);
  await asActor(actor, ({ tx }) => tx.file.deleteMany({ where }));
  return true;
}
