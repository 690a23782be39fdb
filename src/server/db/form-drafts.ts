import type { PersonActor } from '@/domain/access/actor';
import { readFormDraft, type DraftedAction, type FormDraft } from '@/domain/tickets/form-draft';
import type { Tx } from './database';

/** Which form of which ticket. */
export type DraftPlace = { action: DraftedAction; ticketId: string };
export type StoredFormDraft = { draft: FormDraft; savedAt: Date };

const own = (actor: Pick<PersonActor, 'personId'>, { action, ticketId }: DraftPlace) => ({ personId: actor.personId, action, ticketId });

/** What the actor has typed there and not sent; nobody else's. */
export async function findFormDraft(tx: Tx, actor: PersonActor, place: DraftPlace): Promise<StoredFormDraft | null> {
  const row = await tx.formDraft.findFirst({ where: own(actor, place) });
  return row === null ? null : { draft: readFormDraft(place.action, row.typed), savedAt: row.savedAt };
}

export async function saveFormDraft(tx: Tx, actor: PersonActor, place: DraftPlace, draft: FormDraft, savedAt: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO form_drafts (person_id, action, ticket_id, typed, saved_at)
    VALUES (${actor.personId}::uuid, ${place.action}, ${place.ticketId}::uuid, ${JSON.stringify(draft)}::jsonb, ${savedAt}::timestamptz)
    ON CONFLICT (person_id, ticket_id, action) DO UPDATE SET typed = EXCLUDED.typed, saved_at = EXCLUDED.saved_at`;
}

/** Gone with the act, in its transaction. */
export async function deleteFormDraft(tx: Tx, actor: Pick<PersonActor, 'personId'>, place: DraftPlace): Promise<void> {
  await tx.formDraft.deleteMany({ where: own(actor, place) });
}
