import { notFound } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import type { DraftedAction } from '@/domain/tickets/form-draft';
import { keepFormDraft, type DraftPlace } from '@/server/commands/keep-form-draft';
import { newId } from '@/server/new-id';
import { formatChicagoInstant } from '@/shared/chicago';
import { DRAFT_SEEN, KEEP_INTENT, type ShownDraft } from '@/ui/forms/draft-frame';
import { IDLE, type FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { formError } from './form-errors';
import { waitingFiles } from './form-files';
import type { OpenedForm } from './open-form';

/**
 * `key` tells a form with a draft from one without, so that it is drawn anew once its draft is sent.
 */
export type DraftForm = ShownDraft & { initial: FormState; key: 'new' | 'kept' };

/** What a page gives to an `ActionForm` that keeps a draft; `other` goes before it, such as what an upload left behind; `subject` tells apart several forms of one act. */
export async function draftForm(actor: PersonActor, action: DraftedAction, ticketId: string, other: FormState = IDLE, subject: string | null = null): Promise<DraftForm> {
  const found = (await waitingFiles(actor, ticketId)).draftOf(action, subject);
  if (found === null) return { initial: other, key: 'new', seen: '', page: newId() };
  const message = `What you typed is still here, as of ${formatChicagoInstant(found.savedAt)}. Nothing was sent.`;
  return { initial: other.status === 'idle' ? { status: 'saved', message, values: found.draft } : other, key: 'kept', seen: found.savedAt.toISOString(), page: newId() };
}

/** Was the form sent to be kept, and not to act? */
export function isToKeep(formData: FormData): boolean {
  return formData.get(KEEP_INTENT.name) === KEEP_INTENT.value;
}

/** The instant of the draft that the form's page had shown; null for none, or for what is no instant. */
function seenOf(formData: FormData): Date | null {
  const seen = formData.get(DRAFT_SEEN);
  const at = new Date(typeof seen === 'string' && /^\d{4}-/.test(seen) ? seen : '');
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Keeps the form as it was typed; it stays as it is. */
export async function keepDraft({ actor, arrivedAt, key }: OpenedForm, place: DraftPlace, formData: FormData): Promise<FormState> {
  const values = formValues(formData);
  const kept = await keepFormDraft(actor, place, values, { arrivedAt, key, seen: seenOf(formData) });
  if (!kept.ok) return kept.error.kind === 'not_found' ? notFound() : formError(kept.error, formData);
  return { status: 'saved', message: `Draft saved ${formatChicagoInstant(kept.value)}.`, values };
}
