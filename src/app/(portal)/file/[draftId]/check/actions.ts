'use server';

import { notFound, redirect } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import { submissionOf } from '@/domain/tickets/check-draft';
import type { ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { currentActor } from '@/server/auth/current-actor';
import { getDraft } from '@/server/queries/get-draft';
import { getWaitingFiles } from '@/server/queries/get-waiting-files';
import { getSentComplaint } from '@/server/queries/get-sent-complaint';
import { formatChicagoInstant } from '@/shared/chicago';
import type { FormState } from '@/ui/forms/form-state';
import { formValues } from '@/ui/forms/form-values';
import { runTicketForm } from '../../../../forms/run-ticket-form';
import { forgetShownPages } from '../../draft-form';
import { issueHref } from './issue-links';

/** What is wrong leads to the page that asks for it. */
function withLinks(state: FormState, draftId: string, draft: ComplaintDraft): FormState {
  if (state.status !== 'error') return state;
  return { ...state, errors: state.errors.map((issue) => ({ ...issue, href: issueHref(draftId, draft, issue.field) })) };
}

/** A colleague may have added or removed a file since the page was made: what is sent is what was seen. */
async function filesChanged(actor: PersonActor, draftId: string, formData: FormData): Promise<boolean> {
  const files = (await getWaitingFiles(actor, draftId)).at('submit');
  const now = files.filter((f) => f.state !== 'infected').map((f) => f.id).sort();
  return now.join() !== formData.getAll('files').filter((v) => typeof v === 'string').sort().join();
}

/**
 * Sends the complaint: every answer comes from the draft on the server, the form carries the attestation alone. Sent
 * again after it was done, it shows the first outcome.
 */
export async function sendAction(draftId: string, _state: FormState, formData: FormData): Promise<FormState> {
  const form = { action: 'submit', ticketId: draftId, then: ({ ticketId }: { ticketId: string }) => `/file/sent/${ticketId}` } as const;
  const actor = await currentActor();
  if (actor === null || actor.role !== 'provider') return runTicketForm(form, formData);
  const view = await getDraft(actor, draftId);
  if (view === null) {
    if ((await getSentComplaint(actor, draftId)) === null) notFound();
    redirect(`/file/sent/${draftId}`);
  }
  if (await filesChanged(actor, draftId, formData))
    return { status: 'error', title: 'The files were changed since you checked them', notes: ['Nothing was sent. Load the page again and check the files as they are now.'], errors: [], values: formValues(formData) };
  if (Number(formData.get('version')) !== view.version)
    return {
      status: 'error',
      title: 'The draft was changed since you checked it',
      notes: [`It was saved again on ${formatChicagoInstant(view.savedAt)}. Nothing was sent. Load the page again and check the answers as they are now.`],
      errors: [],
      values: formValues(formData),
    };
  forgetShownPages();
  return withLinks(await runTicketForm({ ...form, fixed: submissionOf(view.draft, view.facts) }, formData), draftId, view.draft);
}
