import { notFound, redirect } from 'next/navigation';
import { COMMAND_INPUTS, type TicketCommand } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { hasAction } from '@/domain/tickets/decide';
import { isDraftedAction } from '@/domain/tickets/form-draft';
import { runTicketCommand, type CommandOutcome } from '@/server/commands/run-ticket-command';
import type { DomainError } from '@/shared/domain-error';
import type { FormState } from '@/ui/forms/form-state';
import { fieldIssues, formError } from './form-errors';
import { isToKeep, keepDraft } from './form-draft';
import { takeChosenFiles } from './form-files';
import { formObject, type FormShape } from './form-object';
import { keepTyped } from './keep-typed';
import { openForm } from './open-form';

export type TicketForm = FormShape & {
  action: Action;
  ticketId: string;
  /** Fields that the page knows and the form does not send. */
  fixed?: Record<string, unknown>;
  /** Tells apart the drafts of several forms of one act. */
  draftSubject?: string;
  /** Where to go when it is done. */
  then: (outcome: CommandOutcome) => string;
};

/** The purpose that a ticket form's key is bound to. */
export function ticketPurpose(action: Action, ticketId: string): string {
  return `${action}:${ticketId}`;
}

function seenSeqOf(formData: FormData): number | undefined {
  const version = Number(formData.get('version'));
  return Number.isSafeInteger(version) && version > 0 ? version : undefined;
}

/** A page that was left open, or a second tab of one's own: the form is still there, the act is not. */
function refused(error: DomainError, formData: FormData): FormState {
  const state = formError(error, formData);
  return error.kind === 'not_allowed' && state.status === 'error' ? { ...state, notes: [...(state.notes ?? []), 'Load the page again to see the ticket as it is now.'] } : state;
}

/**
 * What every server action of a ticket does: stamp the arrival, know the actor, check the form's key, parse with the
 * command's own schema, run the command, and either show what is wrong or go on; or keep the form as a draft.
 */
export async function runTicketForm(form: TicketForm, formData: FormData): Promise<FormState> {
  return keepTyped(formData, async () => {
    const { action, ticketId } = form;
    const opened = await openForm(ticketPurpose(action, ticketId), formData, (actor) => hasAction(actor, action));
    if (!opened.ok) return formError(opened.error, formData);
    if (isDraftedAction(action) && isToKeep(formData)) return keepDraft(opened.value, { action, ticketId, subject: form.draftSubject ?? null }, formData);
    const { actor, arrivedAt, key } = opened.value;
    const notTaken = await takeChosenFiles(actor, formData);
    if (notTaken !== null) return formError(notTaken, formData);
    const parsed = COMMAND_INPUTS[action].safeParse({ ...formObject(formData, form), ...form.fixed, ticketId });
    if (!parsed.success) return formError({ kind: 'invalid', issues: fieldIssues(parsed.error) }, formData);
    // The schema was chosen by the action, which TypeScript cannot follow through the index.
    const command = { action, input: parsed.data } as TicketCommand;
    const result = await runTicketCommand(actor, command, { arrivedAt, key, seenSeq: seenSeqOf(formData) });
    if (!result.ok) return result.error.kind === 'not_found' ? notFound() : refused(result.error, formData);
    redirect(form.then(result.value));
  });
}
