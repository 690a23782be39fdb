'use server';

import { redirect } from 'next/navigation';
import { ownPath } from '@/server/auth/own-path';
import { signIn, signOut } from '@/server/auth/sign-in';
import type { FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { keepTyped } from '../../forms/keep-typed';

function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === 'string' ? value : '';
}

export async function signInAction(next: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const email = textOf(formData, 'email');
    const password = textOf(formData, 'password');
    const refused = (title: string, notes: string[], errors: { field: string; message: string }[] = []): FormState => ({ status: 'error', title, notes, errors, values: formValues(formData, ['password']) });
    const missing = [
      ...(email.trim() === '' ? [{ field: 'email', message: 'Enter your e-mail address.' }] : []),
      ...(password === '' ? [{ field: 'password', message: 'Enter your password.' }] : []),
    ];
    if (missing.length > 0) return refused('Something is missing', [], missing);
    const result = await signIn(email, password);
    if (result.outcome === 'wait') return refused('Too many tries', [`Wait ${result.minutes === 1 ? 'a minute' : `${result.minutes} minutes`}, then try again.`]);
    if (result.outcome === 'refused') return refused('E-mail and password do not fit together', ['Check both. If you forgot your password, ask the Portal Team for a new link.']);
    // Signed in, the sign-in page leads to where the person's day begins.
    const path = ownPath(next);
    redirect(path === '/' ? '/sign-in' : path);
  }, ['password']);
}

export async function signOutAction(): Promise<void> {
  await signOut();
  redirect('/sign-in?done=signed-out');
}
