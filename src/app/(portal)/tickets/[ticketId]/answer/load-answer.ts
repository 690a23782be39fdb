import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import { requireActor } from '@/server/auth/require-actor';
import { getAnswerCheck, type AnswerCheck } from '@/server/queries/get-answer-check';
import { PORTAL_NAME } from '@/ui/frame/agency';
import type { TicketParams } from '../load-ticket';

const load = cache(async (ticketId: string): Promise<{ actor: PersonActor; check: AnswerCheck } | null> => {
  const actor = await requireActor('mco');
  const check = await getAnswerCheck(actor, ticketId);
  return check === null ? null : { actor, check };
});

/** The plan's answer as it would be sent now; *not found* where the ticket does not exist for the reader. */
export async function loadAnswer({ params }: TicketParams): Promise<{ actor: PersonActor; check: AnswerCheck }> {
  return (await load((await params).ticketId)) ?? notFound();
}

export async function answerTitle(props: TicketParams, act: string): Promise<{ title: { absolute: string } }> {
  const { check } = await loadAnswer(props);
  return { title: { absolute: `${act}: ${check.head.number} · ${PORTAL_NAME}` } };
}
