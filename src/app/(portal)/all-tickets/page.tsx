import type { Metadata } from 'next';
import { pickedAction } from '@/app/bulk/picked-actions';
import { PickedBar } from '@/app/bulk/picked-bar';
import { PICKED } from '@/app/bulk/picked-purpose';
import { bulkPurpose } from '@/app/forms/run-bulk-form';
import { shownColumns, TICKET_COLUMN_CHOICES } from '@/app/lists/column-choices';
import { listAddress, type SearchParams } from '@/app/lists/list-address';
import { ListTools } from '@/app/lists/list-tools';
import { assigneeOptions, issueTypeOptions, NOBODY, programOptions, URGENT_OPTIONS } from '@/app/lists/ticket-filters';
import { viewPurpose } from '@/app/lists/view-purpose';
import { STATUS_NAMES } from '@/domain/tickets/status';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listAllTickets, TICKET_SORTS, type AllTickets, type TicketSort } from '@/server/queries/list-all-tickets';
import { countViewsOfTickets, getListChoices } from '@/server/queries/list-saved-views';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { FilterForm } from '@/ui/forms/filter-form';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { PageTitle } from '@/ui/frame/page-title';
import { BulkForm } from '@/ui/table/bulk-form';
import { Pagination } from '@/ui/table/pagination';
import { WrapWide } from '@/ui/wrap';
import { downloadHref, filtersOf, partsOf, PATH, positionOf, RECEIVED_WITHIN, sortOf, TICKET_STATUSES } from './address';
import { TicketsTable } from './tickets-table';

type AllTicketsPageProps = { searchParams: Promise<SearchParams> };

const SORT_NAMES: Record<TicketSort, string> = { newest: 'Newest first', oldest: 'Oldest first', due: 'Earliest date first' };

export async function generateMetadata(): Promise<Metadata> {
  const actor = await requireActor('portal_team', 'account_manager', 'administration');
  return { title: actor.role === 'account_manager' ? 'Tickets of your plans' : 'All tickets' };
}

export default async function AllTicketsPage({ searchParams }: AllTicketsPageProps) {
  const actor = await requireActor('portal_team', 'account_manager', 'administration');
  const params = await searchParams;
  const sort = sortOf(params);
  const filters = filtersOf(params);
  const after = positionOf(params, sort);
  const list = await listAllTickets(actor, filters, sort, after);
  const parts = partsOf(filters, sort);
  const choices = await getListChoices(actor, 'all-tickets');
  const counts = await countViewsOfTickets(actor, choices.views.map((view) => filtersOf(view.parts)));
  const isEmpty = list.tickets.length === 0;
  const isFiltered = Object.entries(parts).some(([name, value]) => name !== 'sort' && value !== null);
  return (
    <WrapWide className="pt-6">
      <PageTitle title={actor.role === 'account_manager' ? 'Tickets of your plans' : 'All tickets'} lead={leadOf(actor.role === 'account_manager', list)} />
      <ListTools list="all-tickets" choices={choices} counts={counts} parts={parts} organization={actor.organizationName} commandKey={issueFormKey(actor, viewPurpose('all-tickets'))} />
      <TicketFilters list={list} parts={parts} sort={sort} me={actor.personId} isFiltered={isFiltered} />
      <BulkForm id="picked" action={pickedAction} label="Act on tickets" empty={isEmpty && <NothingFits isFiltered={isFiltered || after !== null} isAccountManager={actor.role === 'account_manager'} />}>
        <FormKey commandKey={issueFormKey(actor, bulkPurpose(PICKED))} />
        <TicketsTable list={list} sort={sort} columns={shownColumns(TICKET_COLUMN_CHOICES, choices.columns)} head={<PickedBar formId="picked" actor={actor} colleagues={list.colleagues} />} />
      </BulkForm>
      {!isEmpty && (
        <>
          <Pagination
            shown={`${list.tickets.length} shown`}
            firstHref={after === null ? null : listAddress(PATH, parts)}
            nextHref={list.next === null ? null : listAddress(PATH, { ...parts, after: `${list.next.key}~${list.next.id}` })}
          />
          <Downloads what="these tickets" hrefOf={(format) => downloadHref(filters, sort, format)} />
        </>
      )}
    </WrapWide>
  );
}

function leadOf(isAccountManager: boolean, list: AllTickets): string | undefined {
  if (!isAccountManager) return undefined;
  return list.plans.length === 0 ? 'No plan is assigned to you yet.' : `From presentation on: ${list.plans.map((p) => p.shortName).join(', ')}.`;
}

type FiltersProps = { list: AllTickets; parts: Record<string, string | null>; sort: TicketSort; me: string; isFiltered: boolean };

function TicketFilters({ list, parts, sort, me, isFiltered }: FiltersProps) {
  const common = { lightLabel: true, small: true } as const;
  const { reference, plans, colleagues } = list;
  return (
    <FilterForm
      action={PATH}
      label="Filters"
      clearLink={
        isFiltered && (
          <AppLink className="inline-flex items-center min-h-9" href={PATH}>
            Clear filters
          </AppLink>
        )
      }
    >
      <SelectField {...common} name="status" label="Status" className="md:w-48" emptyLabel="Any status" options={TICKET_STATUSES.map((s) => ({ value: s, label: STATUS_NAMES[s] }))} defaultValue={parts.status ?? ''} />
      <SelectField {...common} name="plan" label="Plan" className="md:w-44" emptyLabel="All plans" options={plans.map((p) => ({ value: p.code, label: p.shortName }))} defaultValue={parts.plan ?? ''} />
      <SelectField {...common} name="program" label="Program" className="md:w-48" emptyLabel="All programs" options={programOptions(reference.programs)} defaultValue={parts.program ?? ''} />
      <SelectField {...common} name="issue" label="Issue type" className="md:w-52" emptyLabel="All issue types" options={issueTypeOptions(reference.issueTypes)} defaultValue={parts.issue ?? ''} />
      <SelectField
        {...common}
        name="assignee"
        label="Assigned at the State"
        className="md:w-48"
        emptyLabel="Anyone"
        options={[...assigneeOptions(colleagues, me), { value: NOBODY, label: 'Nobody yet' }]}
        defaultValue={parts.assignee ?? ''}
      />
      <SelectField {...common} name="urgent" label="Urgency" className="md:w-48" emptyLabel="Any" options={URGENT_OPTIONS} defaultValue={parts.urgent ?? ''} />
      <SelectField {...common} name="received" label="Received" className="md:w-48" emptyLabel="At any time" options={RECEIVED_WITHIN.map((days) => ({ value: days, label: `In the last ${days} days` }))} defaultValue={parts.received ?? ''} />
      <SelectField {...common} name="sort" label="Order" className="md:w-48" options={TICKET_SORTS.map((s) => ({ value: s, label: SORT_NAMES[s] }))} defaultValue={sort} />
    </FilterForm>
  );
}

function NothingFits({ isFiltered, isAccountManager }: { isFiltered: boolean; isAccountManager: boolean }) {
  if (!isFiltered) return <EmptyState title="No tickets yet">{isAccountManager ? 'Tickets appear here once they are presented to your plans.' : 'Tickets appear here as soon as a provider sends them.'}</EmptyState>;
  return (
    <EmptyState
      title="No ticket fits"
      action={
        <ButtonLink variant="secondary" href={PATH}>
          Show all tickets
        </ButtonLink>
      }
    >
      No ticket fits these filters, or the rows that stood here have moved on.
    </EmptyState>
  );
}
