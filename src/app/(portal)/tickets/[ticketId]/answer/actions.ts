'use server';

import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import { hasForeignField, readAnswerDraft, type AnswerDraft } from '@/domain/tickets/answer-draft';
import { ownPath } from '@/server/auth/own-path';
import { saveAnswerDraft, type AnswerEdit, type NewerAnswer, type SavedAnswer } from '@/server/commands/save-answer-draft';
import { sendAnswer, type NewerThanChecked, type OtherFiles } from '@/server/commands/send-answer';
import { getAnswerCheck } from '@/server/queries/get-answer-check';
import { formatChicagoInstant } from '@/shared/chicago';
import type { DomainError } from '@/shared/domain-error';
import type { FormState, FormValues } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { formError } from '../../../../forms/form-errors';
import { takeChosenFiles } from '../../../../forms/form-files';
import { formObject } from '../../../../forms/form-object';
import { openForm, type OpenedForm } from '../../../../forms/open-form';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { answerPurpose } from '../answer-purpose';
import { keepTyped } from '../../../../forms/keep-typed';

async function ask(purpose: string, formData: FormData): Promise<OpenedForm | FormState> {
  const opened = await openForm(purpose, formData, (actor) => actor.role === 'mco');
  return opened.ok ? opened.value : formError(opened.error, formData);
}

const FOREIGN_FIELD: DomainError = { kind: 'conflict', reason: 'This form has a field that does not belong to it. Load the page again.' };

function numberOf(formData: FormData, name: string): number {
  const value = Number(formData.get(name));
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function newerError(newer: NewerAnswer, formData: FormData): FormState {
  const who = newer.savedByName === 'you' ? 'You saved a newer draft in another window' : `${newer.savedByName} saved a newer draft`;
  const differs = newer.changed.length === 0 ? 'It is the same as what you see here.' : `It differs in: ${newer.changed.join(', ')}.`;
  return {
    status: 'error',
    title: 'There is a newer draft',
    notes: [`${who} on ${formatChicagoInstant(newer.savedAt)}. ${differs}`, 'Nothing of yours was saved, and what you typed is still here. Open the ticket in another tab to read the newer draft. To replace it by yours, save again.'],
    errors: [],
    values: formValues(formData),
    version: newer.version,
  };
}

/** What was typed, with the amounts that an outcome left no doubt about. */
function savedValues(formData: FormData, draft: AnswerDraft): FormValues {
  const values = formValues(formData);
  for (const o of draft.outcomes) {
    const name = `outcomes.${o.lineNo - 1}.amountCents`;
    if (name in values) values[name] = o.amountCents;
  }
  return values;
}

async function checked(actor: PersonActor, ticketId: string, saved: SavedAnswer, formData: FormData): Promise<FormState> {
  const check = await getAnswerCheck(actor, ticketId);
  if (check === null) notFound();
  if (check.issues.length === 0) redirect(`/tickets/${ticketId}/answer`);
  refresh();
  const title = check.issues.length === 1 ? 'One thing is still needed' : `${check.issues.length} things are still needed`;
  return { status: 'error', title, notes: ['Your draft is saved. Nothing was sent.'], errors: check.issues, values: savedValues(formData, saved.draft), version: saved.version };
}

/** Keeps the answer as it was typed; "Check and send" goes on to the page that shows what will be sent. */
export async function saveAnswerAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const asked = await ask(answerPurpose(ticketId), formData);
    if (!('actor' in asked)) return asked;
    const notTaken = await takeChosenFiles(asked.actor, formData);
    if (notTaken !== null) return formError(notTaken, formData);
    const typed = formObject(formData, { dates: ['resolveOn'], omit: ['intent', 'files'] });
    if (hasForeignField(typed)) return formError(FOREIGN_FIELD, formData);
    const { outcomes, ...fields } = readAnswerDraft(typed);
    const saved = await saveAnswerDraft(asked.actor, ticketId, { fields, outcomes }, { seenVersion: numberOf(formData, 'version'), arrivedAt: asked.arrivedAt });
    if (!saved.ok) {
      if (saved.error.kind === 'newer') return newerError(saved.error, formData);
      return saved.error.kind === 'not_found' ? notFound() : formError(saved.error, formData);
    }
    if (formData.get('intent') === 'check') return checked(asked.actor, ticketId, saved.value, formData);
    refresh();
    return { status: 'saved', message: `Draft saved ${formatChicagoInstant(saved.value.savedAt)}.`, values: savedValues(formData, saved.value.draft), version: saved.value.version };
  });
}

function outcomesEdit(formData: FormData): AnswerEdit {
  const setAll = formData.get('setAll');
  if (formData.get('intent') === 'set-all' && (setAll === 'will_pay' || setAll === 'upheld')) return { setAll: { outcome: setAll, replace: formData.get('replace') === 'on' } };
  return { outcomes: readAnswerDraft(formObject(formData, { omit: ['intent', 'setAll', 'replace'] })).outcomes };
}

/** Keeps the outcomes of one page of claim lines, or sets one outcome for all. */
export async function saveOutcomesAction(ticketId: string, nextPath: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const asked = await ask(answerPurpose(ticketId), formData);
    if (!('actor' in asked)) return asked;
    if (formData.get('intent') === 'set-all' && formData.get('setAll') === '')
      return { status: 'error', title: 'Choose an outcome', errors: [{ field: 'setAll', message: 'Choose the outcome to set.' }], values: formValues(formData) };
    if (hasForeignField(formObject(formData, { omit: ['intent', 'setAll', 'replace'] }))) return formError(FOREIGN_FIELD, formData);
    const saved = await saveAnswerDraft(asked.actor, ticketId, outcomesEdit(formData), { seenVersion: numberOf(formData, 'version'), arrivedAt: asked.arrivedAt });
    if (!saved.ok) {
      if (saved.error.kind === 'newer') return newerError(saved.error, formData);
      return saved.error.kind === 'not_found' ? notFound() : formError(saved.error, formData);
    }
    redirect(ownPath(nextPath));
  });
}

const LOOK_AGAIN = 'Nothing was sent. Load the page again to check what will be sent now.';

/** A colleague may have saved the draft, added a file or removed one since the page was made. */
function notAsChecked(error: NewerThanChecked | OtherFiles, formData: FormData): FormState {
  const values = formValues(formData);
  if (error.kind === 'other_files') return { status: 'error', title: 'The files were changed after you opened this page', notes: [LOOK_AGAIN], errors: [], values };
  return { status: 'error', title: 'The draft was changed after you opened this page', notes: [`${error.savedByName} saved it on ${formatChicagoInstant(error.savedAt)}. ${LOOK_AGAIN}`], errors: [], values };
}

/** R12: sends what was checked, once. */
export async function sendAnswerAction(ticketId: string, _state: FormState, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const asked = await ask(ticketPurpose('respond', ticketId), formData);
    if (!('actor' in asked)) return asked;
    const seenSeq = numberOf(formData, 'version');
    const fileIds = formData.getAll('files').filter((v) => typeof v === 'string');
    const asChecked = { version: numberOf(formData, 'draftVersion'), fileIds };
    const sent = await sendAnswer(asked.actor, ticketId, asChecked, { arrivedAt: asked.arrivedAt, key: asked.key, seenSeq: seenSeq > 0 ? seenSeq : undefined });
    if (!sent.ok) {
      if (sent.error.kind === 'newer' || sent.error.kind === 'other_files') return notAsChecked(sent.error, formData);
      return sent.error.kind === 'not_found' ? notFound() : formError(sent.error, formData);
    }
    // Without a draft it was sent before: the ticket shows the answer.
    redirect(sent.value.outcome === 'sent' ? `/tickets/${ticketId}?done=answered` : `/tickets/${ticketId}`);
  });
}
