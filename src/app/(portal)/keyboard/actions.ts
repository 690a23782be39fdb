'use server';

import { revalidatePath } from 'next/cache';
import { runForm } from '@/app/forms/run-form';
import { chooseKeyboard } from '@/server/commands/choose';
import { ok } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { KEYBOARD_PURPOSE } from './purposes';

/** Turns a staff member's keyboard shortcuts on or off, on every device. */
export async function chooseKeyboardAction(_state: FormState, formData: FormData): Promise<FormState> {
  return runForm({
    purpose: KEYBOARD_PURPOSE,
    isAllowed: (actor) => actor.role !== 'provider',
    act: async ({ actor }) => {
      await chooseKeyboard(actor, formData.get('shortcuts') === 'on');
      // The frame around every page carries them.
      revalidatePath('/', 'layout');
      return ok(null);
    },
    then: () => '/keyboard?done=saved',
  }, formData);
}
