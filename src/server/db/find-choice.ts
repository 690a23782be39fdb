import type { PersonActor } from '@/domain/access/actor';
import type { Scope } from './as-actor';
import { KEYBOARD } from './viewed-lists';

/** Whether a staff member has the keyboard shortcuts on: unless turned off. A provider has none. */
export async function hasShortcuts({ tx }: Scope, actor: PersonActor): Promise<boolean> {
  if (actor.role === 'provider') return false;
  const row = await tx.personChoice.findUnique({ where: { personId_about: { personId: actor.personId, about: KEYBOARD } }, select: { choice: true } });
  return row?.choice !== false;
}
