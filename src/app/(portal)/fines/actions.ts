'use server';

import { runTicketForm } from '@/app/forms/run-ticket-form';
import type { FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { fineHref, finesHref, type Done } from './fine-addresses';

/** After a decision the next proposed fine follows. */
function next(following: string | null, done: Done): string {
  return following === null ? finesHref('proposed', { done }) : fineHref(following, done);
}

/** D11: HFS issues a proposed fine or waives it with a reason; nothing is chosen beforehand. */
export async function decideFineAction(ticketId: string, following: string | null, _state: FormState, formData: FormData): Promise<FormState> {
  const decision = formData.get('decision');
  if (decision === 'issue') return runTicketForm({ action: 'issueFine', ticketId, omit: ['decision', 'reason', 'waiveKey'], then: ({ number }) => next(following, { outcome: 'issued', number }) }, formData);
  if (decision === 'waive') {
    const waiving = new FormData();
    for (const [name, value] of formData) waiving.append(name, value);
    // Each action has a key of its own, so that one form can do either.
    waiving.set('commandKey', formData.get('waiveKey') ?? '');
    return runTicketForm({ action: 'waiveFine', ticketId, omit: ['decision', 'waiveKey'], then: ({ number }) => next(following, { outcome: 'waived', number }) }, waiving);
  }
  return { status: 'error', title: 'Choose what to do', errors: [{ field: 'decision', message: 'Choose whether to issue the fine or to waive it.' }], values: formValues(formData) };
}

/** D11: an issued fine is taken back with a reason; the plan is told. */
export async function rescindFineAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'rescindFine', ticketId, then: ({ number }) => fineHref(ticketId, { outcome: 'rescinded', number }) }, formData);
}
