import type { Metadata } from 'next';
import { parseHistoryKind } from '@/domain/tickets/history-kinds';
import { arrival } from '@/server/arrival';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { getTicketPage, type TicketPosition } from '@/server/queries/get-ticket-page';
import { assertNever } from '@/shared/assert-never';
import { loadTicket, positionOf, ticketTitle, type LoadedTicket, type TicketParams } from './load-ticket';
import { PlanTicket } from './parts/plan-ticket';
import { ProviderTicket } from './parts/provider-ticket';
import { StateTicket } from './parts/state-ticket';

type Search = { history?: string | string[]; kept?: string | string[]; before?: string | string[]; claims?: string | string[]; messages?: string | string[]; done?: string | string[] };
type Props = TicketParams & { searchParams: Promise<Search> };

async function position({ searchParams }: Props): Promise<TicketPosition> {
  const { before, claims, messages, history } = await searchParams;
  return { historyBefore: positionOf(before), historyKind: parseHistoryKind(history) ?? undefined, claimsFrom: positionOf(claims), messagesBefore: positionOf(messages), showsMessages: true };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return ticketTitle(props, await position(props));
}

/** D18: that the contact reads the answer now may start the time to disagree, so it is recorded before the page is drawn. */
async function current(props: Props): Promise<LoadedTicket> {
  const at = await position(props);
  const loaded = await loadTicket(props, at);
  if (!loaded.page.isFirstView) return loaded;
  const { ticketId } = loaded.page;
  // Refused, somebody acted in between; the page then shows the ticket as that left it.
  await runTicketCommand(loaded.actor, { action: 'recordFirstView', input: { ticketId } }, { arrivedAt: await arrival() });
  const page = await getTicketPage(loaded.actor, ticketId, at);
  return page === null ? loaded : { ...loaded, page };
}

export default async function TicketRoute(props: Props) {
  const { page, actor } = await current(props);
  const { done, kept } = await props.searchParams;
  const shown = { page, actor, done: typeof done === 'string' ? done : undefined, kept: typeof kept === 'string' ? kept : undefined };
  switch (actor.role) {
    case 'provider':
      return <ProviderTicket {...shown} />;
    case 'mco':
      return <PlanTicket {...shown} />;
    case 'portal_team':
    case 'account_manager':
    case 'administration':
    case 'sme':
      return <StateTicket {...shown} />;
    default:
      return assertNever(actor.role);
  }
}
