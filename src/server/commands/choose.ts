import type { PersonActor } from '@/domain/access/actor';
import { asActor } from '../db/as-actor';
import { KEYBOARD } from '../db/viewed-lists';

/** Keeps what a person has chosen for itself, such as the columns of a list; the last choice counts. */
export async function choose(actor: PersonActor, about: string, choice: string[] | boolean): Promise<void> {
  await asActor(actor, ({ tx, now }) =>
    tx.personChoice.upsert({ where: { personId_about: { personId: actor.personId, about } }, create: { personId: actor.personId, about, choice, chosenAt: now }, update: { choice, chosenAt: now } }),
  );
}

/** Turns a person's keyboard shortcuts on or off. */
export function chooseKeyboard(actor: PersonActor, isOn: boolean): Promise<void> {
  return choose(actor, KEYBOARD, isOn);
}
