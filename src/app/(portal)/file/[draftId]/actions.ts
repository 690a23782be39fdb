'use server';

import { notFound, redirect } from 'next/navigation';
import { stepIssues } from '@/domain/tickets/check-draft';
import { discardDraft } from '@/server/commands/discard-draft';
import { reportNoNumber } from '@/server/commands/report-no-number';
import { saveDraft } from '@/server/commands/save-draft';
import { setDraftReminder } from '@/server/commands/set-draft-reminder';
import { getDraft } from '@/server/queries/get-draft';
import { dateFromForm } from '@/ui/forms/date-input';
import type { FormState } from '@/ui/forms/form-state';
import { formError } from '../../../forms/form-errors';
import { readFields } from '../draft-fields';
import { draftPurpose, finishLater, forgetShownPages, keptWithIssues, readDraftForm, refusedSave } from '../draft-form';
import { nextHref, stepHref } from '../steps';
import { keepTyped } from '../../../forms/keep-typed';

/** Saves the dispute or the contact, right or wrong, and goes on when nothing is left to fix. */
export async function saveStepAction(step: 'dispute' | 'contact', draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    if (step !== 'dispute' && step !== 'contact') notFound();
    const { fields, isKnown } = readFields(step, formData);
    const request = await readDraftForm(draftPurpose(draftId), formData, isKnown);
    if (!request.ok) return request.error;
    const { actor, ...options } = request.value;
    const saved = await saveDraft(actor, draftId, { step, fields }, options);
    if (!saved.ok) return refusedSave(saved.error, formData);
    forgetShownPages();
    if (formData.get('intent') === 'later') finishLater();
    const view = await getDraft(actor, draftId);
    const issues = view === null ? [] : stepIssues(step, view.draft, view.facts);
    if (issues.length > 0) return keptWithIssues(issues, saved.value.version, formData);
    redirect(nextHref(draftId, step));
  });
}

/** Saves the first page again; the page itself shows what follows from it, or what is wrong. */
export async function saveEligibilityAction(draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const { fields, isKnown } = readFields('eligibility', formData);
    const request = await readDraftForm(draftPurpose(draftId), formData, isKnown);
    if (!request.ok) return request.error;
    const { actor, ...options } = request.value;
    const saved = await saveDraft(actor, draftId, { step: 'eligibility', fields }, options);
    if (!saved.ok) return refusedSave(saved.error, formData);
    forgetShownPages();
    if (formData.get('intent') === 'later') finishLater();
    redirect(fields.hasNumber === 'no' ? `/file/${draftId}/no-number` : stepHref(draftId, 'eligibility'));
  });
}

/** D2: asks for the mail on the day on which the window opens, or for none. */
export async function reminderAction(draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, (name) => name === 'wanted');
    if (!request.ok) return request.error;
    const { actor, arrivedAt } = request.value;
    const set = await setDraftReminder(actor, draftId, formData.get('wanted') === 'yes', arrivedAt);
    if (!set.ok) return refusedSave(set.error, formData);
    forgetShownPages();
    redirect(stepHref(draftId, 'eligibility'));
  });
}

/** D19: tells the Portal Team that the plan gave no number. */
export async function reportNoNumberAction(draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const names = ['planCode', 'askedOn-month', 'askedOn-day', 'askedOn-year'];
    const request = await readDraftForm(draftPurpose(draftId), formData, (name) => names.includes(name));
    if (!request.ok) return request.error;
    const { actor, arrivedAt } = request.value;
    const told = await reportNoNumber(actor, draftId, { planCode: formData.get('planCode') ?? '', askedOn: dateFromForm(formData, 'askedOn') }, arrivedAt);
    if (!told.ok) return told.error.kind === 'not_found' ? notFound() : formError(told.error, formData);
    forgetShownPages();
    redirect(`/file/${draftId}/no-number`);
  });
}

/** `discardDraft`. Sent twice, or after somebody else did it, the draft is gone all the same. */
export async function discardAction(draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const request = await readDraftForm(draftPurpose(draftId), formData, () => false);
    if (!request.ok) return request.error;
    await discardDraft(request.value.actor, draftId);
    forgetShownPages();
    redirect('/my-tickets?draft=deleted');
  });
}
