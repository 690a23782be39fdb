'use server';

import { redirect } from 'next/navigation';
import { startDraft } from '@/server/commands/start-draft';
import type { FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { runForm } from '../../../forms/run-form';
import { runTicketForm } from '../../../forms/run-ticket-form';
import { fileAgainPurpose } from './file-again-purpose';

const after = (ticketId: string, done: string) => () => `/tickets/${ticketId}?done=${done}`;

/** Nothing is written yet: it only leads to the page on which the reply is checked and confirmed. */
export async function chooseReplyAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const reply = formData.get('reply');
  if (reply === 'agree') redirect(`/tickets/${ticketId}/accept`);
  if (reply === 'disagree') redirect(`/tickets/${ticketId}/contest`);
  return Promise.resolve({ status: 'error', title: 'Choose an answer', errors: [{ field: 'reply', message: 'Choose whether you agree or disagree.' }], values: formValues(formData) });
}

export async function acceptAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'accept', ticketId, then: after(ticketId, 'accepted') }, formData);
}

export async function contestAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const asksReview = formData.get('requestReview') === 'on';
  return runTicketForm({ action: 'contest', ticketId, then: after(ticketId, asksReview ? 'review-requested' : 'contested') }, formData);
}

export async function requestReviewAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'requestReview', ticketId, then: after(ticketId, 'review-requested') }, formData);
}

export async function confirmResolvedAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'confirmResolved', ticketId, then: after(ticketId, 'resolved') }, formData);
}

export async function withdrawAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'withdraw', ticketId, then: after(ticketId, 'withdrawn') }, formData);
}

export async function presentAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'present', ticketId, then: after(ticketId, 'presented') }, formData);
}

export async function returnAsClosedAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'returnAsClosed', ticketId, then: after(ticketId, 'returned') }, formData);
}

export async function correctAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'correct', ticketId, dates: ['receivedByMcoOn'], then: after(ticketId, 'corrected') }, formData);
}

export async function closeNotContestedAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'closeNotContested', ticketId, then: after(ticketId, 'closed') }, formData);
}

export async function closeReviewNotRequestedAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'closeReviewNotRequested', ticketId, then: after(ticketId, 'closed') }, formData);
}

export async function alertHfsAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'alertHfs', ticketId, then: after(ticketId, 'alerted') }, formData);
}

export async function assignAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'assign', ticketId, then: after(ticketId, 'assigned') }, formData);
}

export async function resendAction(ticketId: string, messageId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'resendNotice', ticketId, fixed: { messageId }, then: after(ticketId, 'resent') }, formData);
}

/** D17: a draft that files a returned ticket again, filled in with what it said. */
export async function fileAgainAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runForm({
    purpose: fileAgainPurpose(ticketId),
    isAllowed: (actor) => actor.role === 'provider',
    act: ({ actor, arrivedAt, key }) => startDraft(actor, { refilesTicketId: ticketId, key }, arrivedAt),
    then: (draftId) => `/file/${draftId}`,
  }, formData);
}
