'use server';

import type { FormState } from '@/ui/forms/form-state';
import { runTicketForm } from '../../../forms/run-ticket-form';

const DONE_AT = (ticketId: string, done: string) => `/tickets/${ticketId}?done=${done}`;

/** R7: a party writes to the other; `fixed` says so, because its form has no choice. */
export async function postToPartiesAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'postMessage', ticketId, fixed: { to: 'parties' }, then: () => DONE_AT(ticketId, 'sent') }, formData);
}

export async function postMessageAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const done = formData.get('to') === 'state' ? 'noted' : 'sent';
  return runTicketForm({ action: 'postMessage', ticketId, then: () => DONE_AT(ticketId, done) }, formData);
}

export async function askMcoAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'askMco', ticketId, dates: ['answerOn'], then: () => DONE_AT(ticketId, 'asked') }, formData);
}

export async function answerPortalTeamAction(ticketId: string, questionId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'answerPortalTeam', ticketId, fixed: { questionId }, then: () => DONE_AT(ticketId, 'answered-team') }, formData);
}
