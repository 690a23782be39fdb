import type { ProviderGroup } from '@/domain/tickets/provider-turn';
import type { MyTickets, MyTicketsAsked } from '@/server/queries/list-my-tickets';
import { countWords } from '@/shared/capped-count';
import { DataTable } from '@/ui/table/data-table';
import { Pagination } from '@/ui/table/pagination';
import { TableBody, TableHead } from '@/ui/table/table-parts';
import { pageHref } from './address';
import { DraftRow } from './draft-row';
import { TicketRow } from './ticket-row';

const TITLES: Record<ProviderGroup, string> = { mine: 'Needs your action', waiting: 'Waiting for others', closed: 'Closed' };
const LABELS: Record<ProviderGroup, string> = {
  mine: 'Tickets that need your action, earliest date first, then drafts, last saved first',
  waiting: 'Tickets that wait for others, earliest date first',
  closed: 'Closed tickets, last closed first',
};
const EMPTY: Record<ProviderGroup, string> = {
  mine: 'Nothing waits for you. A ticket appears here when the plan has answered.',
  waiting: 'Nothing is with the Portal Team, a plan or HFS right now.',
  closed: 'No ticket is closed yet.',
};
const DATES: Record<ProviderGroup, string> = { mine: 'Your last day', waiting: 'Due', closed: 'Closed on' };

type TicketGroupProps = { group: ProviderGroup; found: MyTickets; asked: MyTicketsAsked };

/** `2 tickets, 1 draft`: the tickets are those that the menu counts. */
function mineWords({ mine, draftCount }: MyTickets): string {
  const tickets = `${countWords(mine.count)} ${mine.count === 1 ? 'ticket' : 'tickets'}`;
  return `${tickets}, ${countWords(draftCount)} ${draftCount === 1 ? 'draft' : 'drafts'}`;
}

/** One of the three groups: a line each, with whose turn it is and the date. */
export function TicketGroup({ group, found, asked }: TicketGroupProps) {
  const page = found[group];
  const hasClients = found.clients.length > 0;
  const what = hasClients ? [{ label: 'Client' }, { label: 'Plan, about' }] : [{ label: 'Plan' }, { label: 'About' }];
  // A right that lapses stands before a draft that waits; drafts are on the first page alone.
  const drafts = group === 'mine' && page.isFirst ? found.drafts : [];
  return (
    <section id={group} aria-labelledby={`${group}-title`}>
      <h2 id={`${group}-title`}>
        {TITLES[group]} <span className="font-normal text-ink-soft">{group === 'mine' && found.draftCount > 0 ? mineWords(found) : countWords(page.count)}</span>
      </h2>
      {page.tickets.length + drafts.length === 0 ? (
        <p className="mt-2 text-ink-soft">{EMPTY[group]}</p>
      ) : (
        <DataTable label={LABELS[group]} stack hover className="mt-3">
          <TableHead columns={[{ label: 'Ticket' }, ...what, { label: 'Whose turn' }, { label: DATES[group], sorted: group !== 'closed' && drafts.length === 0 }]} />
          <TableBody>
            {page.tickets.map((ticket) => (
              <TicketRow key={ticket.ticketId} ticket={ticket} isMine={group === 'mine'} hasClients={hasClients} today={found.today} holidays={found.holidays} />
            ))}
            {drafts.map((draft) => (
              <DraftRow key={draft.draftId} draft={draft} hasClients={hasClients} today={found.today} holidays={found.holidays} />
            ))}
          </TableBody>
        </DataTable>
      )}
      {(!page.isFirst || page.next !== null) && (
        <Pagination
          shown={`${page.tickets.length} of ${countWords(page.count)} shown`}
          firstHref={page.isFirst ? null : pageHref(asked, group, null)}
          nextHref={page.next === null ? null : pageHref(asked, group, page.next)}
          label={`Pages: ${TITLES[group]}`}
        />
      )}
      {group === 'mine' && found.draftCount > found.drafts.length && (
        <p className="py-3">The {found.drafts.length} drafts that were saved last are shown, of {countWords(found.draftCount)}. Send or delete some to see the others.</p>
      )}
    </section>
  );
}
