'use server';

import { redirect } from 'next/navigation';
import { setPasswordByLink } from '@/server/auth/password-link';
import { passwordIssue } from '@/server/auth/passwords';
import type { FormState } from '@/ui/forms/form-state';
import { keepTyped } from '../../../forms/keep-typed';

export async function setPasswordAction(token: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const password = formData.get('password');
    const issue = typeof password === 'string' ? passwordIssue(password) : 'Enter a password.';
    const errors = [
      ...(issue === null ? [] : [{ field: 'password', message: issue }]),
      ...(issue === null && password !== formData.get('again') ? [{ field: 'again', message: 'The two passwords are not the same.' }] : []),
    ];
    if (errors.length > 0 || typeof password !== 'string') return { status: 'error', title: 'The password was not set', errors, values: {} };
    if (!(await setPasswordByLink(token, password)))
      return { status: 'error', title: 'This link is not good any more', notes: ['It was used already, or it is older than 24 hours. Ask the Portal Team for a new one.'], errors: [], values: {} };
    redirect('/sign-in?done=password-set');
  }, ['password', 'again']);
}
