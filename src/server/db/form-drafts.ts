import type { PersonActor } from '@/domain/access/actor';
import type { DraftedAction, FormDraft } from '@/domain/tickets/form-draft';
import type { Tx } from './database';

/** Which form of which ticket; `subject` as in `draftSubject`. */
export type DraftPlace = { action: DraftedAction; ticketId: string; subject: string | null };

/** The place as its row names it. */
export function draftKey({ action, subject }: Pick<DraftPlace, 'action' | 'subject'>): string {
  return subject === null ? action : `${action}/${subject}`;
}

/** Puts what was typed in the place of what the actor had typed there before. */
export async function saveFormDraft(tx: Tx, actor: PersonActor, place: DraftPlace, draft: FormDraft, savedAt: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO form_drafts (person_id, action, ticket_id, typed, saved_at)
    VALUES (${actor.personId}::uuid, ${draftKey(place)}, ${place.ticketId}::uuid, ${JSON.stringify(draft)}::jsonb, ${savedAt}::timestamptz)
    ON CONFLICT (person_id, ticket_id, action) DO UPDATE SET typed = EXCLUDED.typed, saved_at = EXCLUDED.saved_at`;
}

/** Gone with the act, in its transaction. */
export async function deleteFormDraft(tx: Tx, actor: Pick<PersonActor, 'personId'>, place: DraftPlace): Promise<void> {
  await tx.formDraft.deleteMany({ where: { personId: actor.personId, ticketId: place.ticketId, action: draftKey(place) } });
}
