import type { PersonActor } from '@/domain/access/actor';
import { isReminded } from '@/domain/notifications/is-reminded';
import { err, ok, type Result } from '@/shared/result';
import { asActor } from '../db/as-actor';
import { REMINDER_CHOICES, saveReminderChoice } from '../db/mail-choices';

/** Single mails or one a day; for the Portal Team the choice is that of its address. Twice is once. */
export function chooseReminders(actor: PersonActor, typed: unknown, arrivedAt: Date): Promise<Result<null>> {
  if (!isReminded(actor)) return Promise.resolve(err({ kind: 'not_found' }));
  const choice = REMINDER_CHOICES.find((c) => c === typed);
  if (choice === undefined) return Promise.resolve(err({ kind: 'invalid', issues: [{ field: 'reminders', message: 'Choose how you want to be reminded.' }] }));
  return asActor(actor, async (scope) => {
    await saveReminderChoice(scope, actor, choice);
    return ok(null);
  }, arrivedAt);
}
