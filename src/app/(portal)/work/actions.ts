'use server';

import { revalidatePath } from 'next/cache';
import { bulkError, bulkLines, isBulkState, keepPicked, readBulkForm, runPicked, stillPicked, type PickedCommand } from '@/app/forms/run-bulk-form';
import { runForm } from '@/app/forms/run-form';
import { runTicketForm } from '@/app/forms/run-ticket-form';
import type { PersonActor } from '@/domain/access/actor';
import { resendMessage } from '@/server/commands/resend-message';
import { correctAddress } from '@/server/commands/correct-address';
import { noteCall } from '@/server/commands/note-call';
import { setAsideAlert } from '@/server/commands/set-aside-alert';
import { settleNoNumber } from '@/server/commands/settle-no-number';
import type { BulkResult } from '@/server/commands/run-ticket-commands';
import { previewClose, previewPresent } from '@/server/queries/preview-work';
import type { Result } from '@/shared/result';
import type { FormState } from '@/ui/forms/form-state';
import { IDLE_BULK, type BulkState } from '@/ui/table/bulk-state';
import { closePreviewOf, presentPreviewOf } from './previews';
import { addressPurpose, callPurpose, resendPurpose, setAsidePurpose, settlePurpose } from './purposes';
import { workHref } from './work-tabs';

const NOTHING = 'No ticket is selected';
const NOTHING_LEFT = { kind: 'conflict' as const, reason: 'None of the tickets that the preview had shown is still selected. Select them and look at the preview again.' };

function told(results: BulkResult[], verb: string, done: string): BulkState {
  revalidatePath('/work');
  const count = results.filter((r) => r.refused === null).length;
  return { ...IDLE_BULK, outcome: { title: `${count} of ${results.length} ${verb}`, lines: bulkLines(results, done, 'there was nothing to do.') } };
}

/** First what will happen, then, with the preview's own button, presenting: each ticket by itself. */
export async function presentPickedAction(_state: BulkState, formData: FormData): Promise<BulkState> {
  const intent = formData.get('intent');
  if (intent === 'clear') return IDLE_BULK;
  const request = await readBulkForm({ name: 'present', actions: ['present'], nothing: NOTHING }, formData);
  if (isBulkState(request)) return request;
  if (intent !== 'present') {
    const preview = await previewPresent(request.actor, request.ticketIds);
    return { form: keepPicked(formData, request.ticketIds), preview: presentPreviewOf(preview), outcome: null };
  }
  const picked = stillPicked(request, formData);
  if (picked.request.ticketIds.length === 0) return bulkError(NOTHING_LEFT, formData);
  const results = await runPicked(picked.request, () => ({ action: 'present', input: { shownDueOn: formData.get('shownDueOn') } }), formData, picked.seenSeq);
  return Array.isArray(results) ? told(results, 'presented', 'presented to the plan.') : results;
}

/** The same for closing what was not contested, or for what no review was requested. */
export async function closePickedAction(_state: BulkState, formData: FormData): Promise<BulkState> {
  const intent = formData.get('intent');
  if (intent === 'clear') return IDLE_BULK;
  const request = await readBulkForm({ name: 'close', actions: ['closeNotContested', 'closeReviewNotRequested'], nothing: NOTHING }, formData);
  if (isBulkState(request)) return request;
  const preview = await previewClose(request.actor, request.ticketIds);
  if (intent !== 'close') return { form: keepPicked(formData, request.ticketIds), preview: closePreviewOf(preview), outcome: null };
  const picked = stillPicked(request, formData);
  if (picked.request.ticketIds.length === 0) return bulkError(NOTHING_LEFT, formData);
  const actions = new Map(preview.ready.map((t) => [t.ticketId, t.action]));
  // What is not ready any more is asked all the same, so that the door says why.
  const commandOf = (ticketId: string): PickedCommand => ({ action: actions.get(ticketId) ?? 'closeNotContested', input: {} });
  const results = await runPicked(picked.request, commandOf, formData, picked.seenSeq);
  return Array.isArray(results) ? told(results, 'closed', 'closed.') : results;
}

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
