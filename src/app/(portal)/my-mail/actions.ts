'use server';

import { notFound, redirect } from 'next/navigation';
import { formError } from '@/app/forms/form-errors';
import { openForm } from '@/app/forms/open-form';
import { isReminded } from '@/domain/notifications/is-reminded';
import { chooseReminders } from '@/server/commands/choose-reminders';
import type { FormState } from '@/ui/forms/form-state';
import { MY_MAIL_PURPOSE } from './purposes';

export async function chooseRemindersAction(_state: FormState, formData: FormData): Promise<FormState> {
  const opened = await openForm(MY_MAIL_PURPOSE, formData, isReminded);
  const result = opened.ok ? await chooseReminders(opened.value.actor, formData.get('reminders'), opened.value.arrivedAt) : opened;
  if (!result.ok) return result.error.kind === 'not_found' ? notFound() : formError(result.error, formData);
  redirect('/my-mail?done=saved');
}
