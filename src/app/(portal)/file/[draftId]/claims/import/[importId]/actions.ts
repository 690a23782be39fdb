'use server';

import { notFound, redirect } from 'next/navigation';
import { addClaimImport, discardClaimImport, editClaimImport } from '@/server/commands/claim-imports';
import type { FormState } from '@/ui/forms/form-state';
import { formError } from '../../../../../../forms/form-errors';
import { keepTyped } from '../../../../../../forms/keep-typed';
import { draftPurpose, forgetShownPages, readDraftForm, refusedSave } from '../../../../draft-form';
import { claimsHref } from '../../claims-address';
import { isLineField } from '../../read-lines';
import { previewHref, type ImportTab } from '../import-address';
import { readImportEdit } from './read-edit';

/** Keeps what was typed into the rows of one tab, and does what was pressed; the page shows what is still wrong. */
export async function editImportAction(draftId: string, importId: string, tab: ImportTab, page: number, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, isLineField);
    if (!request.ok) return request.error;
    const { actor, seenVersion } = request.value;
    const edited = await editClaimImport(actor, draftId, importId, readImportEdit(formData), seenVersion);
    if (!edited.ok) return edited.error.kind === 'not_found' ? notFound() : formError(edited.error, formData);
    forgetShownPages();
    redirect(edited.value.left === 0 ? claimsHref(draftId) : previewHref(draftId, importId, tab, page));
  });
}

/** "Add 212 claims". Sent twice, the second time finds them added. */
export async function addImportAction(draftId: string, importId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, (name) => name === 'expected');
    if (!request.ok) return request.error;
    const { actor, seenVersion, arrivedAt } = request.value;
    const added = await addClaimImport(actor, draftId, importId, { seenVersion, expected: Number(formData.get('expected')), arrivedAt });
    if (!added.ok && added.error.kind === 'not_found') redirect(claimsHref(draftId));
    if (!added.ok) return refusedSave(added.error, formData);
    forgetShownPages();
    redirect(claimsHref(draftId, { added: added.value.added }));
  });
}

/** Forgets the rows of a file that were not added. */
export async function discardImportAction(draftId: string, importId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, () => false);
    if (!request.ok) return request.error;
    await discardClaimImport(request.value.actor, draftId, importId);
    forgetShownPages();
    redirect(claimsHref(draftId));
  });
}
