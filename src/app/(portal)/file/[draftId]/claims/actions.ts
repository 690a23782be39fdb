'use server';

import { redirect } from 'next/navigation';
import { stepIssues } from '@/domain/tickets/check-draft';
import { saveDraft } from '@/server/commands/save-draft';
import { getDraft } from '@/server/queries/get-draft';
import type { FieldIssue } from '@/shared/domain-error';
import type { FormState } from '@/ui/forms/form-state';
import { draftPurpose, finishLater, forgetShownPages, keptWithIssues, readDraftForm, refusedSave } from '../../draft-form';
import { nextHref } from '../../steps';
import { claimsHref } from './claims-address';
import { isLineField, lineField, linesIntent, readLines } from './read-lines';
import { keepTyped } from '../../../../forms/keep-typed';

/** "At least one claim" has no field of its own: it stands at the line that is to be typed. */
function atNewLine(issues: readonly FieldIssue[]): FieldIssue[] {
  return issues.map((issue) => (issue.field === 'claims' ? { ...issue, field: lineField('new', 'claimNumber') } : issue));
}

/** Saves the lines that the page showed, right or wrong; the page itself shows what is wrong with those that were kept. */
export async function saveClaimsAction(draftId: string, page: number, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, isLineField);
    if (!request.ok) return request.error;
    const { actor, ...options } = request.value;
    const intent = linesIntent(formData);
    const saved = await saveDraft(actor, draftId, readLines(formData, intent), options);
    if (!saved.ok) return refusedSave(saved.error.kind === 'invalid' ? { ...saved.error, issues: atNewLine(saved.error.issues) } : saved.error, formData);
    forgetShownPages();
    if (intent.type === 'later') finishLater();
    if (intent.type !== 'continue') redirect(claimsHref(draftId, { page, isAdding: intent.type === 'add' }));
    const view = await getDraft(actor, draftId);
    const issues = view === null ? [] : stepIssues('claims', view.draft, view.facts);
    if (issues.some((i) => i.field === 'claims')) return keptWithIssues(atNewLine(issues), saved.value.version, formData);
    redirect(issues.length > 0 ? claimsHref(draftId, { page }) : nextHref(draftId, 'claims'));
  });
}
