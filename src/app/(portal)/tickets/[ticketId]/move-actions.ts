'use server';

import type { FormState } from '@/ui/forms/form-state';
import { runTicketForm } from '../../../forms/run-ticket-form';

export async function transferAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'transfer', ticketId, then: () => `/tickets/${ticketId}?done=transferred` }, formData);
}

export async function reopenAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'reopen', ticketId, dates: ['receivedByMcoOn'], then: () => `/tickets/${ticketId}?done=reopened` }, formData);
}
