'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formError } from '@/app/forms/form-errors';
import { openForm } from '@/app/forms/open-form';
import { chooseKeyboard } from '@/server/commands/choose';
import type { FormState } from '@/ui/forms/form-state';
import { KEYBOARD_PURPOSE } from './purposes';

/** Turns a staff member's keyboard shortcuts on or off, on every device. */
export async function chooseKeyboardAction(_state: FormState, formData: FormData): Promise<FormState> {
  const opened = await openForm(KEYBOARD_PURPOSE, formData, (actor) => actor.role !== 'provider');
  if (!opened.ok) return formError(opened.error, formData);
  await chooseKeyboard(opened.value.actor, formData.get('shortcuts') === 'on');
  // The frame around every page carries them.
  revalidatePath('/', 'layout');
  redirect('/keyboard?done=saved');
}
