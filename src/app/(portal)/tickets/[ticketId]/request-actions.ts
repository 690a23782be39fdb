'use server';

import type { FormState } from '@/ui/forms/form-state';
import { fineHref } from '../../fines/fine-addresses';
import { runTicketForm } from '../../../forms/run-ticket-form';

const after = (ticketId: string, done: string) => () => `/tickets/${ticketId}?done=${done}`;

export async function requestInformationAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'requestInformation', ticketId, then: after(ticketId, 'information-asked') }, formData);
}

export async function provideInformationAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'provideInformation', ticketId, dates: ['providedOn'], then: after(ticketId, 'information-sent') }, formData);
}

export async function requestExtensionAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'requestExtension', ticketId, then: after(ticketId, 'extension-asked') }, formData);
}

export async function decideExtensionAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'decideExtension', ticketId, then: after(ticketId, 'extension-decided') }, formData);
}

export async function changeContactAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'changeProviderContact', ticketId, then: after(ticketId, 'contact-changed') }, formData);
}

export async function correctResponseAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'correctResponse', ticketId, then: after(ticketId, 'direct-contact-corrected') }, formData);
}

export async function logContactAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'logContact', ticketId, dates: ['on'], then: after(ticketId, 'contact-logged') }, formData);
}

export async function objectToFineAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'objectToFine', ticketId, then: after(ticketId, 'objected') }, formData);
}

/** D11: decided on the fine desk, where the fine then stands in its new state. */
export async function decideObjectionAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const outcome = formData.get('outcome') === 'granted' ? 'objection-granted' : 'objection-upheld';
  return runTicketForm({ action: 'decideFineObjection', ticketId, then: ({ number }) => fineHref(ticketId, { outcome, number }) }, formData);
}
