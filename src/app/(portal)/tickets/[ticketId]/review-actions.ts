'use server';

import type { Action } from '@/domain/tickets/transitions';
import type { FormState } from '@/ui/forms/form-state';
import { runTicketForm, type TicketForm } from '../../../forms/run-ticket-form';

type Rest = Omit<TicketForm, 'action' | 'ticketId' | 'then'>;

/** An act of the review that leads back to the ticket, which says what was done. */
function act(action: Action, ticketId: string, done: string, formData: FormData, rest: Rest = {}): Promise<FormState> {
  return runTicketForm({ action, ticketId, ...rest, then: () => `/tickets/${ticketId}?done=${done}` }, formData);
}

export async function beginReviewAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('beginAdministrativeReview', ticketId, 'review-begun', formData);
}

export async function deliverAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('deliverInformation', ticketId, 'delivered', formData);
}

export async function answerQuestionAction(ticketId: string, questionId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('answerQuestion', ticketId, 'question-answered', formData, { fixed: { questionId }, draftSubject: questionId });
}

export async function askPartyAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'askParty', ticketId, dates: ['answerOn'], then: () => `/reviews/${ticketId}?done=party-asked` }, formData);
}

export async function recommendSmeAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'recommendSme', ticketId, then: () => `/reviews/${ticketId}?done=recommended` }, formData);
}

export async function referToSmeAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('referToSme', ticketId, 'referred', formData);
}

export async function reassignReviewAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('reassignReview', ticketId, 'reassigned', formData);
}

/** An expert who returned a review does not see its ticket any more. */
export async function returnFromSmeAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'returnFromSme', ticketId, then: () => '/reviews?done=returned' }, formData);
}

export async function decideAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'decide', ticketId, then: () => '/reviews?done=decided' }, formData);
}

export async function shareDecisionAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('shareDecision', ticketId, 'shared', formData);
}

export async function returnDecisionAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return act('returnDecision', ticketId, 'decision-returned', formData);
}
