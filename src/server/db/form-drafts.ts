import type { PersonActor } from '@/domain/access/actor';
import type { DraftedAction, FormDraft } from '@/domain/tickets/form-draft';
import type { Tx } from './database';

/** Which form of which ticket; `subject` as in `draftSubject`. */
export type DraftPlace = { action: DraftedAction; ticketId: string; subject: string | null };

/** The place as its row names it. */
export function draftKey({ action, subject }: Pick<DraftPlace, 'action' | 'subject'>): string {
  return subject === null ? action : `${action}/${subject}`;
}

/** Which form writes (`key`), and the instant of the draft that its page had shown; null for none. */
export type DraftWriter = { key: string; seen: Date | null };

/**
 * Puts what was typed in the place of what the actor had typed there before, or nothing where it is null. What another
 * form wrote since the writer's page was made stays; false then.
 */
export async function saveFormDraft(tx: Tx, actor: PersonActor, place: DraftPlace, draft: FormDraft | null, savedAt: Date, { key, seen }: DraftWriter): Promise<boolean> {
  const typed = JSON.stringify(draft ?? {});
  const written = await tx.$executeRaw`
    INSERT INTO form_drafts AS d (person_id, action, ticket_id, typed, saved_at, written_by)
    VALUES (${actor.personId}::uuid, ${draftKey(place)}, ${place.ticketId}::uuid, ${typed}::jsonb, ${savedAt}::timestamptz, ${key})
    ON CONFLICT (person_id, ticket_id, action) DO UPDATE SET typed = EXCLUDED.typed, saved_at = EXCLUDED.saved_at, written_by = EXCLUDED.written_by
      WHERE d.written_by = EXCLUDED.written_by OR d.saved_at = ${seen}::timestamptz`;
  if (written > 0 && draft === null) await deleteFormDraft(tx, actor, place);
  return written > 0;
}

/** Gone with the act, in its transaction. */
export async function deleteFormDraft(tx: Tx, actor: Pick<PersonActor, 'personId'>, place: DraftPlace): Promise<void> {
  await tx.formDraft.deleteMany({ where: { personId: actor.personId, ticketId: place.ticketId, action: draftKey(place) } });
}
