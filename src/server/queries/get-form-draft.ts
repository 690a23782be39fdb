import type { PersonActor } from '@/domain/access/actor';
import { asReader } from '../db/as-actor';
import { findFormDraft, type DraftPlace, type StoredFormDraft } from '../db/form-drafts';
import { isId } from '../db/find-draft';

/** What the actor has typed in a form of a ticket and not sent yet; null when there is nothing. */
export function getFormDraft(actor: PersonActor, place: DraftPlace): Promise<StoredFormDraft | null> {
  return isId(place.ticketId) ? asReader(actor, ({ tx }) => findFormDraft(tx, actor, place)) : Promise.resolve(null);
}
