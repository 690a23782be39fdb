import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { newId } from '../new-id';

/** Keeps what a person searches for under an id, so that no address holds it; the person alone finds it again, for a day. */
export async function keepSearch(actor: PersonActor, text: string): Promise<string> {
  const id = newId();
  await asActor(actor, ({ tx, now }) => tx.keptSearch.createMany({ data: [{ id, personId: actor.personId, text, keptAt: now }] }));
  return id;
}
