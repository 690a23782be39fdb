import type { PersonActor } from '@/domain/access/actor';
import { isReminded } from '@/domain/notifications/is-reminded';
import { asActor } from '../db/as-actor';
import { findReminderChoice, type ReminderChoice } from '../db/mail-choices';

export type MyMail = { address: string; isShared: boolean; choice: ReminderChoice | null };

/** Where a person's mail goes, and how that person is reminded; null for whom nothing reminds. */
export function getMyMail(actor: PersonActor): Promise<MyMail> {
  return asActor(actor, async (scope) => {
    const isShared = actor.role === 'portal_team';
    return { address: isShared ? (scope.settings.get('portal_team.email') ?? '') : actor.email, isShared, choice: isReminded(actor) ? await findReminderChoice(scope, actor) : null };
  });
}
