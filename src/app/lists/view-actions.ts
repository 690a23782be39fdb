'use server';

import { notFound } from 'next/navigation';
import { runForm, type PlainForm } from '@/app/forms/run-form';
import { choose } from '@/server/commands/choose';
import { deleteView, saveView } from '@/server/commands/save-view';
import { columnsOfList, VIEWED_LISTS, type ViewedList } from '@/server/queries/list-saved-views';
import { ok } from '@/shared/result';
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

/** What every form of a list's views does; the list then comes back as it stood. */
function viewForm(list: ViewedList, formData: FormData, act: PlainForm<unknown>['act']): Promise<FormState> {
  // What a browser binds may be anything.
  if (!VIEWED_LISTS.includes(list)) notFound();
  const { path, roles, partsOf } = VIEWED[list];
  const then = () => listAddress(path, givenParts(partsOf(partsFrom(formData))));
  return runForm({ purpose: viewPurpose(list), isAllowed: (actor) => roles.includes(actor.role), act, then }, formData);
}

/** Keeps the list as it stands under a name. */
export async function saveViewAction(list: ViewedList, _state: FormState, formData: FormData): Promise<FormState> {
  return viewForm(list, formData, ({ actor, key, arrivedAt }) => {
    const name = formData.get('name');
    const parts = givenParts(VIEWED[list].partsOf(partsFrom(formData)));
    return saveView(actor, { list, name: typeof name === 'string' ? name : '', parts, isShared: formData.get('shared') === 'on' }, key, arrivedAt);
  });
}

export async function deleteViewAction(list: ViewedList, viewId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return viewForm(list, formData, async ({ actor }) => ok(await deleteView(actor, viewId)));
}

/** Which columns of a list its reader wants to see. */
export async function chooseColumnsAction(list: ViewedList, _state: FormState, formData: FormData): Promise<FormState> {
  return viewForm(list, formData, async ({ actor }) => {
    const chosen = formData.getAll('column');
    return ok(await choose(actor, columnsOfList(list), COLUMN_CHOICES[list].filter((c) => chosen.includes(c.id)).map((c) => c.id)));
  });
}
