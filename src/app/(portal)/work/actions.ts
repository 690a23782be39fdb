'use server';

import { revalidatePath } from 'next/cache';
import { runForm } from '@/app/forms/run-form';
import { runTicketForm } from '@/app/forms/run-ticket-form';
import type { PersonActor } from '@/domain/access/actor';
import { resendMessage } from '@/server/commands/resend-message';
import { correctAddress } from '@/server/commands/correct-address';
import { noteCall } from '@/server/commands/note-call';
import { setAsideAlert } from '@/server/commands/set-aside-alert';
import { settleNoNumber } from '@/server/commands/settle-no-number';
import type { Result } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { addressPurpose, callPurpose, resendPurpose, setAsidePurpose, settlePurpose } from './purposes';
import { workHref } from './work-tabs';

/** R19: the alert with the words that the portal prepared. */
export async function alertPreparedAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'alertHfs', ticketId, then: () => workHref('alert', 'alerted') }, formData);
}

export async function setAsideAlertAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return portalTeamForm(setAsidePurpose(ticketId), workHref('alert', 'aside'), formData, (actor, arrivedAt) => setAsideAlert(actor, ticketId, arrivedAt));
}

/** D18: a message about a ticket is sent once more through the ticket's own door. */
export async function resendNoticeAction(ticketId: string, messageId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return runTicketForm({ action: 'resendNotice', ticketId, fixed: { messageId }, then: () => workHref('undelivered', 'resent') }, formData);
}

type PortalTeamAct = (actor: PersonActor, arrivedAt: Date, key: string) => Promise<Result<null>>;

function portalTeamForm(purpose: string, next: string, formData: FormData, act: PortalTeamAct): Promise<FormState> {
  return runForm({
    purpose,
    isAllowed: (actor) => actor.role === 'portal_team',
    act: async ({ actor, arrivedAt, key }) => {
      const result = await act(actor, arrivedAt, key);
      if (result.ok) revalidatePath('/work');
      return result;
    },
    then: () => next,
  }, formData);
}

export async function resendMessageAction(messageId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return portalTeamForm(resendPurpose(messageId), workHref('undelivered', 'resent'), formData, (actor, at) => resendMessage(actor, messageId, at));
}

/** The right address of whoever did not get a message, and the message once more. */
export async function correctAddressAction(messageId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return portalTeamForm(addressPurpose(messageId), workHref('undelivered', 'addressed'), formData, (actor, arrivedAt, key) => correctAddress(actor, messageId, formData.get('address'), { arrivedAt, key }));
}

export async function noteCallAction(messageId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const typed = { note: formData.get('note'), isDone: formData.get('isDone') === 'on' };
  return portalTeamForm(callPurpose(messageId), workHref('undelivered', 'called'), formData, (actor, arrivedAt, key) => noteCall(actor, messageId, typed, { arrivedAt, key }));
}

/** D19: how the missing number was settled. */
export async function settleNoNumberAction(reportId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const note = formData.get('note');
  return portalTeamForm(settlePurpose(reportId), workHref('no-number', 'settled'), formData, (actor, at) => settleNoNumber(actor, reportId, typeof note === 'string' ? note : '', at));
}
