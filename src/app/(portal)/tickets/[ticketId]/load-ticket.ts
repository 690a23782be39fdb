import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import type { HistoryKind } from '@/domain/tickets/history-kinds';
import { requireActor } from '@/server/auth/require-actor';
import { getTicketPage, type TicketPage, type TicketPosition } from '@/server/queries/get-ticket-page';
import { PORTAL_NAME } from '@/ui/frame/agency';

export type TicketParams = { params: Promise<{ ticketId: string }> };
/** The page of an act that takes files: `kept` leads back to what was typed before an upload without script. */
export type ActParams = TicketParams & { searchParams: Promise<{ kept?: string | string[] }> };
export type LoadedTicket = { actor: PersonActor; page: TicketPage };

// Once per request: the page and its title ask for the same.
const load = cache(async (ticketId: string, historyBefore: number | undefined, historyKind: HistoryKind | undefined, claimsFrom: number | undefined, messagesBefore: number | undefined, showsMessages: boolean | undefined): Promise<LoadedTicket | null> => {
  const actor = await requireActor();
  const page = await getTicketPage(actor, ticketId, { historyBefore, historyKind, claimsFrom, messagesBefore, showsMessages });
  return page === null ? null : { actor, page };
});

/** The ticket of an address as its reader sees it; *not found* where it does not exist for that reader. */
export async function loadTicket({ params }: TicketParams, at: TicketPosition = {}): Promise<LoadedTicket> {
  const { ticketId } = await params;
  const loaded = await load(ticketId, at.historyBefore, at.historyKind, at.claimsFrom, at.messagesBefore, at.showsMessages);
  return loaded ?? notFound();
}

/** A title that names the ticket and nothing else: no health information. */
export async function ticketTitle(props: TicketParams, at?: TicketPosition, act?: string): Promise<{ title: { absolute: string } }> {
  const { page } = await loadTicket(props, at);
  return { title: { absolute: `${act === undefined ? '' : `${act}: `}${page.number} · ${PORTAL_NAME}` } };
}

/** A whole number from 1 on in an address; anything else counts as not given. */
export function positionOf(text: string | string[] | undefined): number | undefined {
  const number = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : undefined;
}
