import type { Metadata } from 'next';
import { requireActor } from '@/server/auth/require-actor';
import { listMyTickets, type MyTickets } from '@/server/queries/list-my-tickets';
import { ButtonLink } from '@/ui/button';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { FilterForm } from '@/ui/forms/filter-form';
import { SelectField } from '@/ui/forms/select-field';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { AppLink } from '@/ui/app-link';
import { Wrap } from '@/ui/wrap';
import { choiceOf, listAddress, type SearchParams } from '../../lists/list-address';
import { askedOf } from './address';
import { TicketGroup } from './ticket-group';

export const metadata: Metadata = { title: 'My tickets' };

const SAID = {
  saved: 'Your draft is saved. Go on with it here at any time, on any device.',
  deleted: 'The draft is deleted. Nothing was sent from it.',
} as const;

export default async function MyTicketsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('provider');
  const params = await searchParams;
  const asked = askedOf(params);
  const found = await listMyTickets(actor, asked);
  const said = choiceOf(params, 'draft', ['saved', 'deleted']);
  return (
    <Wrap className="pt-8">
      <PageTitle
        title="My tickets"
        aside={
          // Where nothing is there yet, the button stands with the words that say what to do.
          !isEmpty(found) && (
            <ButtonLink href="/file">
              <Icon name="plus" />
              File a complaint
            </ButtonLink>
          )
        }
      />
      {said && (
        <Notice tone="success" announce className="mt-5">
          {SAID[said]}
        </Notice>
      )}
      {found.clients.length > 0 && <ClientFilter found={found} />}
      {isEmpty(found) ? (
        <div className="mt-6">
          <Nothing isClient={found.clientId !== null} />
        </div>
      ) : (
        <div className="grid gap-10 mt-6">
          <TicketGroup group="mine" found={found} asked={asked} />
          <TicketGroup group="waiting" found={found} asked={asked} />
          <TicketGroup group="closed" found={found} asked={asked} />
          {found.mine.count + found.waiting.count + found.closed.count > 0 && <Downloads what="these tickets" hrefOf={(format) => listAddress(`/my-tickets/download/${format}`, { client: found.clientId })} />}
        </div>
      )}
    </Wrap>
  );
}

function isEmpty(found: MyTickets): boolean {
  return found.draftCount + found.mine.count + found.waiting.count + found.closed.count === 0;
}

function Nothing({ isClient }: { isClient: boolean }) {
  return (
    <EmptyState title={isClient ? 'No tickets for this client yet' : 'No tickets yet'} action={<ButtonLink href="/file">File a complaint</ButtonLink>}>
      <p>
        Complaints that you file appear here, with whose turn it is and by when. First use the plan’s own dispute process; then a complaint can be filed once its window is open (R2,
        R4). Not sure yet? <AppLink href="/">Check whether you can file</AppLink>.
      </p>
    </EmptyState>
  );
}

/** A billing agent looks at one client's tickets alone. */
function ClientFilter({ found }: { found: MyTickets }) {
  return (
    <FilterForm action="/my-tickets" label="Filter by client" clearLink={found.clientId !== null && <AppLink href="/my-tickets">All clients</AppLink>}>
      <SelectField small name="client" label="Client" options={found.clients.map((c) => ({ value: c.id, label: c.name }))} emptyLabel="All clients" defaultValue={found.clientId ?? ''} className="min-w-64 max-md:col-span-2" />
    </FilterForm>
  );
}
