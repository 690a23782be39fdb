'use server';

import { runForm } from '@/app/forms/run-form';
import { isReminded } from '@/domain/notifications/is-reminded';
import { chooseReminders } from '@/server/commands/choose-reminders';
import type { FormState } from '@/ui/forms/form-state';
import { MY_MAIL_PURPOSE } from './purposes';

export async function chooseRemindersAction(_state: FormState, formData: FormData): Promise<FormState> {
  return runForm({
    purpose: MY_MAIL_PURPOSE,
    isAllowed: isReminded,
    act: ({ actor, arrivedAt }) => chooseReminders(actor, formData.get('reminders'), arrivedAt),
    then: () => '/my-mail?done=saved',
  }, formData);
}
