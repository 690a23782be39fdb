'use server';

import { createHash } from 'node:crypto';
import { notFound, redirect } from 'next/navigation';
import { stageSheet } from '@/domain/tickets/claim-import';
import { stageClaimImport } from '@/server/commands/claim-imports';
import { readSpreadsheet } from '@/server/spreadsheets/read-spreadsheet';
import type { FormState } from '@/ui/forms/form-state';
import { formError } from '../../../../../forms/form-errors';
import { keepTyped } from '../../../../../forms/keep-typed';
import { draftPurpose, forgetShownPages, readDraftForm } from '../../../draft-form';
import { previewHref } from './import-address';

function notRead(message: string): FormState {
  return { status: 'error', title: 'This file was not imported', notes: ['Nothing of it was kept, and your draft is as it was.'], errors: [{ field: 'file', message }], values: {} };
}

/** Reads a file of claim lines and keeps them beside the draft, so that they can be looked at and mended first. */
export async function importAction(draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, (name) => name === 'file');
    if (!request.ok) return request.error;
    const file = formData.get('file');
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) return notRead('Choose a file.');
    const bytes = Buffer.from(await file.arrayBuffer());
    const sheet = await readSpreadsheet(bytes);
    const staged = sheet.ok ? stageSheet(sheet.value) : sheet;
    if (!staged.ok) return notRead(staged.error);
    const { actor, key, arrivedAt } = request.value;
    const kept = await stageClaimImport(actor, draftId, { ...staged.value, fileName: file.name, key: `${key}:${createHash('sha256').update(bytes).digest('hex')}` }, arrivedAt);
    if (!kept.ok) return kept.error.kind === 'not_found' ? notFound() : formError(kept.error, formData);
    forgetShownPages();
    redirect(previewHref(draftId, kept.value));
  });
}
