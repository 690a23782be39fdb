import { notFound, redirect } from 'next/navigation';
import type { PersonActor } from '@/domain/access/actor';
import { requireActor } from '@/server/auth/require-actor';
import { getDraft, type DraftView } from '@/server/queries/get-draft';
import { getSentComplaint } from '@/server/queries/get-sent-complaint';

/** The actor and their draft. One that was sent since leads to its ticket; any other id is not found. */
export async function requireDraft(draftId: string): Promise<{ actor: PersonActor; view: DraftView }> {
  const actor = await requireActor('provider');
  const view = await getDraft(actor, draftId);
  if (view !== null) return { actor, view };
  const sent = await getSentComplaint(actor, draftId);
  if (sent === null) notFound();
  redirect(`/tickets/${sent.ticketId}`);
}
