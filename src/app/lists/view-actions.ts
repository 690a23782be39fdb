'use server';

import { notFound, redirect } from 'next/navigation';
import { formError } from '@/app/forms/form-errors';
import { openForm } from '@/app/forms/open-form';
import { choose } from '@/server/commands/choose';
import { deleteView, saveView } from '@/server/commands/save-view';
import { columnsOfList, VIEWED_LISTS, type ViewedList } from '@/server/queries/list-saved-views';
import type { FormState } from '@/ui/forms/form-state';
import { COLUMN_CHOICES } from './column-choices';
import { listAddress, type SearchParams } from './list-address';
import { viewPurpose } from './view-purpose';
import { givenParts, VIEWED } from './viewed-lists';

const PART = 'part.';

/** The parts of the address that the page stood at, as the form brings them along. */
function partsFrom(formData: FormData): SearchParams {
  const parts = [...formData].filter((entry): entry is [string, string] => entry[0].startsWith(PART) && typeof entry[1] === 'string');
  return Object.fromEntries(parts.map(([name, value]) => [name.slice(PART.length), value]));
}

async function openView(list: ViewedList, formData: FormData) {
  // What a browser binds may be anything.
  if (!VIEWED_LISTS.includes(list)) notFound();
  return openForm(viewPurpose(list), formData, (actor) => VIEWED[list].roles.includes(actor.role));
}

/** Keeps the list as it stands under a name. */
export async function saveViewAction(list: ViewedList, _state: FormState, formData: FormData): Promise<FormState> {
  const opened = await openView(list, formData);
  if (!opened.ok) return formError(opened.error, formData);
  const parts = givenParts(VIEWED[list].partsOf(partsFrom(formData)));
  const name = formData.get('name');
  const saved = await saveView(opened.value.actor, { list, name: typeof name === 'string' ? name : '', parts, isShared: formData.get('shared') === 'on' }, opened.value.key, opened.value.arrivedAt);
  if (!saved.ok) return formError(saved.error, formData);
  redirect(listAddress(VIEWED[list].path, parts));
}

export async function deleteViewAction(list: ViewedList, viewId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const opened = await openView(list, formData);
  if (!opened.ok) return formError(opened.error, formData);
  await deleteView(opened.value.actor, viewId);
  redirect(listAddress(VIEWED[list].path, VIEWED[list].partsOf(partsFrom(formData))));
}

/** Which columns of a list its reader wants to see. */
export async function chooseColumnsAction(list: ViewedList, _state: FormState, formData: FormData): Promise<FormState> {
  const opened = await openView(list, formData);
  if (!opened.ok) return formError(opened.error, formData);
  const chosen = formData.getAll('column');
  await choose(opened.value.actor, columnsOfList(list), COLUMN_CHOICES[list].filter((c) => chosen.includes(c.id)).map((c) => c.id));
  redirect(listAddress(VIEWED[list].path, VIEWED[list].partsOf(partsFrom(formData))));
}
