import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { pickedAction } from '@/app/bulk/picked-actions';
import { PickedBar } from '@/app/bulk/picked-bar';
import { PICKED } from '@/app/bulk/picked-purpose';
import { bulkPurpose } from '@/app/forms/run-bulk-form';
import { QUEUE_COLUMN_CHOICES, shownColumns, type QueueColumn } from '@/app/lists/column-choices';
import { dayPositionOf, dayPositionText, listAddress, type SearchParams } from '@/app/lists/list-address';
import { ListTools } from '@/app/lists/list-tools';
import { assigneeOptions, filterParts, hasFilters, issueTypeOptions, NOBODY, programOptions, URGENT_OPTIONS } from '@/app/lists/ticket-filters';
import { viewPurpose } from '@/app/lists/view-purpose';
import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listPlanQueue, QUEUE_SORTS, type PlanQueue, type QueueFilters, type QueueSort } from '@/server/queries/list-plan-queue';
import { countViewsOfQueue, getListChoices, type SavedView } from '@/server/queries/list-saved-views';
import { countWords } from '@/shared/capped-count';
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
import { Tabs, type Tab } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { queueFiltersOf, queueHref, queueParts, QUEUE_PATH, tabOf, tabPart, viewTabOf } from './address';
import { Exposure } from './exposure';
import { FinesTable } from './fines-table';
import { QueueTable } from './queue-table';
import { QUEUE_TABS, TAB_WORDS, type QueueTab } from './queue-tabs';

type QueuePageProps = { searchParams: Promise<SearchParams> };


export async function generateMetadata({ searchParams }: QueuePageProps): Promise<Metadata> {
  const tab = tabOf(await searchParams);
  return { title: tab === 'to-answer' ? 'Queue' : `Queue: ${TAB_WORDS[tab].label}` };
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const actor = await requireActor('mco');
  const params = await searchParams;
  const tab = tabOf(params);
  const filters = queueFiltersOf(params);
  const after = dayPositionOf(params);
  const queue = await listPlanQueue(actor, tab, filters, after);
  const choices = await getListChoices(actor, 'queue');
  const columns = shownColumns(QUEUE_COLUMN_CHOICES, choices.columns);
  const nothing = queue.tickets.length + queue.fines.length === 0 ? <NothingHere tab={tab} filtered={hasFilters(filters) || after !== null} /> : null;
  const address = (more: Record<string, string | null>) => queueHref(tab, filters, more);
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Queue" />
      <div className="mt-5">
        <Exposure queue={queue} />
      </div>
      <Tabs className="mt-6" label="Queue" tabs={tabsOf(queue)} currentHref={listAddress(QUEUE_PATH, { tab: tabPart(tab) })} />
      {tab !== 'fined' && <ListTools list="queue" choices={choices} counts={await viewCounts(actor, choices.views)} parts={queueParts(tab, filters)} organization={actor.organizationName} commandKey={issueFormKey(actor, viewPurpose('queue'))} />}
      {tab === 'fined' ? <div className="pt-5" /> : <QueueFilterForm queue={queue} filters={filters} tab={tab} me={actor.personId} />}
      {tab === 'fined' ? (
        (nothing ?? <FinesTable fines={queue.fines} />)
      ) : (
        <Tickets queue={queue} tab={tab} sort={filters.sort ?? 'due'} columns={columns} actor={actor} commandKey={issueFormKey(actor, bulkPurpose(PICKED))} empty={nothing} />
      )}
      {nothing === null && (
        <>
          <Pagination
            shown={shownWords(queue, tab, hasFilters(filters))}
            firstHref={after === null ? null : address({})}
            nextHref={queue.next === null ? null : address({ after: dayPositionText(queue.next) })}
          />
          <Downloads what="this tab" hrefOf={(format) => address({}).replace(QUEUE_PATH, `${QUEUE_PATH}/download/${format}`)} />
        </>
      )}
    </WrapWide>
  );
}

function viewCounts(actor: PersonActor, views: readonly SavedView[]): Promise<number[]> {
  return countViewsOfQueue(actor, views.map((view) => ({ tab: viewTabOf(view.parts), filters: queueFiltersOf(view.parts) })));
}

type TicketsProps = { queue: PlanQueue; tab: QueueTab; sort: QueueSort; columns: readonly QueueColumn[]; actor: PersonActor; commandKey: string; empty: ReactNode };

function Tickets({ queue, tab, sort, columns, actor, commandKey, empty }: TicketsProps) {
  return (
    <BulkForm id="picked" action={pickedAction} label="Act on tickets" empty={empty}>
      <FormKey commandKey={commandKey} />
      <QueueTable queue={queue} tab={tab} sort={sort} columns={columns} picks head={<PickedBar formId="picked" actor={actor} colleagues={queue.colleagues} />} />
    </BulkForm>
  );
}

const COUNT_OF: Record<QueueTab, (queue: PlanQueue) => number> = {
  'to-answer': (q) => q.counts.to_answer,
  new: (q) => q.counts.new,
  'this-week': (q) => q.counts.this_week,
  overdue: (q) => q.counts.overdue,
  waiting: (q) => q.counts.waiting,
  answered: (q) => q.counts.answered,
  'with-hfs': (q) => q.counts.with_hfs,
  fined: (q) => q.counts.fined,
  closed: (q) => q.counts.closed,
};

function tabsOf(queue: PlanQueue): Tab[] {
  return QUEUE_TABS.map((tab) => ({ href: listAddress(QUEUE_PATH, { tab: tabPart(tab) }), label: TAB_WORDS[tab].label, count: COUNT_OF[tab](queue), late: tab === 'overdue' }));
}

function shownWords(queue: PlanQueue, tab: QueueTab, filtered: boolean): string {
  const shown = queue.tickets.length + queue.fines.length;
  return filtered ? `${shown} shown` : `${shown} of ${countWords(COUNT_OF[tab](queue))} shown`;
}

const SORT_NAMES: Record<QueueSort, string> = { due: 'By the tab’s date', newest: 'Latest presented first', oldest: 'Earliest presented first' };

function QueueFilterForm({ queue, filters, tab, me }: { queue: PlanQueue; filters: QueueFilters; tab: QueueTab; me: string }) {
  const parts = filterParts(filters);
  const keep = tabPart(tab);
  return (
    <FilterForm
      action={QUEUE_PATH}
      label="Filters"
      keep={keep === null ? {} : { tab: keep }}
      clearLink={
        hasFilters(filters) && (
          <AppLink className="inline-flex items-center min-h-9" href={listAddress(QUEUE_PATH, { tab: keep })}>
            Clear filters
          </AppLink>
        )
      }
    >
      <SelectField name="program" label="Program" lightLabel small className="md:w-52" emptyLabel="All programs" options={programOptions(queue.reference.programs)} defaultValue={parts.program ?? ''} />
      <SelectField name="issue" label="Issue type" lightLabel small className="md:w-60" emptyLabel="All issue types" options={issueTypeOptions(queue.reference.issueTypes)} defaultValue={parts.issue ?? ''} />
      <SelectField
        name="assignee"
        label="Assigned to"
        lightLabel
        small
        className="md:w-48"
        emptyLabel="Anyone"
        options={[...assigneeOptions(queue.colleagues, me), { value: NOBODY, label: 'Nobody yet' }]}
        defaultValue={parts.assignee ?? ''}
      />
      <SelectField name="urgent" label="Urgency" lightLabel small className="md:w-48" emptyLabel="Any" options={URGENT_OPTIONS} defaultValue={parts.urgent ?? ''} />
      <SelectField name="sort" label="Order" lightLabel small className="md:w-52" options={QUEUE_SORTS.map((s) => ({ value: s, label: SORT_NAMES[s] }))} defaultValue={filters.sort ?? 'due'} />
    </FilterForm>
  );
}

function NothingHere({ tab, filtered }: { tab: QueueTab; filtered: boolean }) {
  if (!filtered) return <EmptyState title={TAB_WORDS[tab].empty.title}>{TAB_WORDS[tab].empty.text}</EmptyState>;
  return (
    <EmptyState
      title="No ticket fits"
      action={
        <ButtonLink variant="secondary" href={listAddress(QUEUE_PATH, { tab: tabPart(tab) })}>
          Show all of this tab
        </ButtonLink>
      }
    >
      No ticket of this tab fits the filters, or the rows that stood here have moved on.
    </EmptyState>
  );
}
