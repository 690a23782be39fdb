'use server';

import { redirect } from 'next/navigation';
import { formError } from '@/app/forms/form-errors';
import { readSearchText } from '@/domain/tickets/search-text';
import { currentActor } from '@/server/auth/current-actor';
import { keepSearch } from '@/server/commands/keep-search';
import type { FormState } from '@/ui/forms/form-state';

const typed = (formData: FormData) => {
  const q = formData.get('q');
  return typeof q === 'string' ? q : '';
};

/** Searches from the page's own form: what is wrong with the text stands at the field. */
export async function searchAction(_state: FormState, formData: FormData): Promise<FormState> {
  const text = readSearchText(typed(formData));
  if (!text.ok) return formError(text.error, formData);
  const actor = await currentActor();
  if (actor === null) redirect('/sign-in');
  redirect(`/search/${await keepSearch(actor, text.value)}`);
}

/** The same from the box at the top of every page; too short a text leads to the search's own page, which says so. */
export async function searchFromTopAction(formData: FormData): Promise<void> {
  const text = readSearchText(typed(formData));
  if (!text.ok) redirect('/search?why=short');
  const actor = await currentActor();
  if (actor === null) redirect('/sign-in');
  redirect(`/search/${await keepSearch(actor, text.value)}`);
}
