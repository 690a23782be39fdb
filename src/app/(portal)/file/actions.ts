'use server';

import { redirect } from 'next/navigation';
import { unkeepableIssues } from '@/domain/tickets/complaint-draft';
import { startDraft } from '@/server/commands/start-draft';
import type { FormState } from '@/ui/forms/form-state';
import { dateFromForm } from '@/ui/forms/date-input';
import { formError } from '../../forms/form-errors';
import { forgetShownPages, readDraftForm } from './draft-form';
import { readFields, START_PURPOSE } from './draft-fields';
import { stepHref } from './steps';
import { keepTyped } from '../../forms/keep-typed';

/** The first page, answered: only now a draft comes to be. */
export async function startAction(_state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const { isKnown, fields } = readFields('eligibility', formData);
    const request = await readDraftForm(START_PURPOSE, formData, isKnown);
    if (!request.ok) return request.error;
    const eligibility = { receivedByMcoOn: dateFromForm(formData, 'receivedByMcoOn'), hasNumber: fields.hasNumber ?? '' };
    const unkeepable = unkeepableIssues(eligibility);
    if (unkeepable.length > 0) return formError({ kind: 'invalid', issues: unkeepable }, formData);
    const { actor, key, arrivedAt } = request.value;
    const started = await startDraft(actor, { key, eligibility }, arrivedAt);
    if (!started.ok) return formError(started.error, formData);
    forgetShownPages();
    redirect(eligibility.hasNumber === 'no' ? `/file/${started.value}/no-number` : stepHref(started.value, 'eligibility'));
  });
}
