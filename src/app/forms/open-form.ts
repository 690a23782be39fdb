import { notFound } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import { arrival } from '@/server/arrival';
import { checkFormKey } from '@/server/auth/form-key';
import { currentActor } from '@/server/auth/current-actor';
import { err, ok, type Result } from '@/shared/result';

export type OpenedForm = { actor: PersonActor; arrivedAt: Date; key: string };

/**
 * What every form behind the sign-in does first: stamp the arrival, know the actor, check that the key is this person's
 * for this purpose. For whoever is not allowed the form does not exist.
 */
export async function openForm(purpose: string, formData: FormData, isAllowed: (actor: PersonActor) => boolean): Promise<Result<OpenedForm>> {
  const arrivedAt = await arrival();
  const actor = await currentActor();
  if (actor === null) return err({ kind: 'not_allowed', reason: 'You were signed out. Sign in again in another tab, then send this form once more.' });
  if (!isAllowed(actor)) notFound();
  const key = checkFormKey(actor, purpose, formData.get('commandKey'));
  return key.ok ? ok({ actor, arrivedAt, key: key.value }) : key;
}
