import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import type { NewerDraft } from '@/server/commands/save-draft';
import { formatChicagoInstant } from '@/shared/chicago';
import type { DomainError } from '@/shared/domain-error';
import type { Result } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { formError } from '../../forms/form-errors';
import { openForm, type OpenedForm } from '../../forms/open-form';

export type DraftRequest = OpenedForm & { seenVersion: number };

/** The purpose that the key of a draft's forms is bound to. */
export function draftPurpose(draftId: string): string {
  return `draft:${draftId}`;
}

const FRAME = new Set(['commandKey', 'version', 'intent']);

/** A field that the page did not draw is refused, as the commands' strict schemas do. */
function hasUnknownField(formData: FormData, isKnown: (name: string) => boolean): boolean {
  return [...formData.keys()].some((name) => !name.startsWith('$ACTION') && !FRAME.has(name) && !isKnown(name));
}

/** What every form of the wizard does first: stamp the arrival, know the actor, check the key and the names of the fields. */
export async function readDraftForm(purpose: string, formData: FormData, isKnown: (name: string) => boolean): Promise<Result<DraftRequest, FormState>> {
  const refuse = (error: DomainError) => ({ ok: false as const, error: formError(error, formData) });
  const opened = await openForm(purpose, formData, (actor) => actor.role === 'provider');
  if (!opened.ok) return refuse(opened.error);
  if (hasUnknownField(formData, isKnown)) return refuse({ kind: 'invalid', issues: [{ field: '', message: 'This form has a field that does not belong to it. Load the page again.' }] });
  const version = Number(formData.get('version'));
  return { ok: true, value: { ...opened.value, seenVersion: Number.isSafeInteger(version) ? version : 0 } };
}

/** Pages that the browser still holds show an older draft, so none of them is used again. */
export function forgetShownPages(): void {
  revalidatePath('/', 'layout');
}

/** Where "Save and finish later" leads. */
export function finishLater(): never {
  redirect('/my-tickets?draft=saved');
}

function newerState(error: NewerDraft, formData: FormData): FormState {
  return {
    status: 'error',
    title: 'This draft was saved somewhere else since you opened this page',
    notes: [
      `It was saved on ${formatChicagoInstant(error.savedAt)} in another tab, on another device or by a colleague. There, something else stands for ${error.changed.join(', ')}.`,
      'Nothing was overwritten, and what you typed is still here. Save again to keep what stands on this page, or load the page again to see what was saved there.',
    ],
    errors: [],
    values: formValues(formData),
    version: error.version,
  };
}

/** Why nothing was saved; a draft that is not there is *not found*. */
export function refusedSave(error: DomainError | NewerDraft, formData: FormData): FormState {
  if (error.kind === 'not_found') notFound();
  return error.kind === 'newer' ? newerState(error, formData) : formError(error, formData);
}

/** What is still wrong on a page whose answers were kept all the same. */
export function keptWithIssues(issues: readonly { field: string; message: string }[], version: number, formData: FormData): FormState {
  return {
    status: 'error',
    title: issues.length === 1 ? 'One thing needs a fix' : `${issues.length} things need a fix`,
    notes: ['Nothing was lost: what you typed is kept in your draft.'],
    errors: issues,
    values: formValues(formData),
    version,
  };
}
