import type { PersonActor } from '@/domain/access/actor';
import { asReader } from '../db/as-actor';
import { hasShortcuts } from '../db/find-choice';

/** Whether the reader has the keyboard shortcuts on. */
export function getKeyboardChoice(actor: PersonActor): Promise<boolean> {
  return asReader(actor, (scope) => hasShortcuts(scope, actor));
}
