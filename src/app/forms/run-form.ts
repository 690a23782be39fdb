import { notFound, redirect } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import type { Result } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { formError } from './form-errors';
import { keepTyped } from './keep-typed';
import { openForm, type OpenedForm } from './open-form';

export type PlainForm<T> = {
  /** What the form's key is bound to. */
  purpose: string;
  isAllowed: (actor: PersonActor) => boolean;
  act: (opened: OpenedForm) => Promise<Result<T>>;
  /** Where to go when it is done. */
  then: (value: T) => string;
};

/** What every server action of a form does that is no ticket command: open the form, act, and show what is wrong or go on. */
export async function runForm<T>({ purpose, isAllowed, act, then }: PlainForm<T>, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const opened = await openForm(purpose, formData, isAllowed);
    if (!opened.ok) return formError(opened.error, formData);
    const result = await act(opened.value);
    if (!result.ok) return result.error.kind === 'not_found' ? notFound() : formError(result.error, formData);
    redirect(then(result.value));
  });
}
