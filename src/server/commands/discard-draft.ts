import type { PersonActor } from '@/domain/access/actor';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { isId } from '../db/find-draft';

/** `discardDraft`: a draft of the actor's organization is gone for good; it wrote no event, so nothing of it stays. */
export async function discardDraft(actor: PersonActor, draftId: string): Promise<Result<null>> {
  if (actor.role !== 'provider' || !isId(draftId)) return err({ kind: 'not_found' });
  const { count } = await asActor(actor, ({ tx }) => tx.complaintDraft.deleteMany({ where: { id: draftId, organizationId: actor.organizationId } }));
  return count === 0 ? err({ kind: 'not_found' }) : ok(null);
}
