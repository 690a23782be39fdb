import type { Metadata } from 'next';
import { bulkPurpose } from '@/app/forms/run-bulk-form';
import { choiceOf, dayPositionOf, dayPositionText, listAddress, type SearchParams } from '@/app/lists/list-address';
import { assigneeOptions, filterParts, hasFilters, issueTypeOptions, NOBODY, programOptions, ticketFiltersOf, type TicketFilters } from '@/app/lists/ticket-filters';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listPlanQueue, type PlanQueue } from '@/server/queries/list-plan-queue';
import { countWords } from '@/shared/capped-count';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { FilterForm } from '@/ui/forms/filter-form';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { PageTitle } from '@/ui/frame/page-title';
import { BarSlot, BulkForm } from '@/ui/table/bulk-form';
import { Pagination } from '@/ui/table/pagination';
import { Tabs, type Tab } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { assignPickedAction } from './actions';
import { AssignBar } from './assign-bar';
import { Exposure } from './exposure';
import { FinesTable } from './fines-table';
import { QueueTable } from './queue-table';
import { QUEUE_TABS, TAB_WORDS, type QueueTab } from './queue-tabs';

type QueuePageProps = { searchParams: Promise<SearchParams> };

const tabOf = (params: SearchParams): QueueTab => choiceOf(params, 'tab', QUEUE_TABS) ?? 'to-answer';
const tabPart = (tab: QueueTab) => (tab === 'to-answer' ? null : tab);

export async function generateMetadata({ searchParams }: QueuePageProps): Promise<Metadata> {
  const tab = tabOf(await searchParams);
  return { title: tab === 'to-answer' ? 'Queue' : `Queue: ${TAB_WORDS[tab].label}` };
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const actor = await requireActor('mco');
  const params = await searchParams;
  const tab = tabOf(params);
  const filters = ticketFiltersOf(params);
  const after = dayPositionOf(params);
  const queue = await listPlanQueue(actor, tab, filters, after);
  const address = (parts: Record<string, string | null>) => listAddress('/queue', { tab: tabPart(tab), ...(tab === 'fined' ? {} : filterParts(filters)), ...parts });
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Queue" />
      <div className="mt-5">
        <Exposure queue={queue} />
      </div>
      <Tabs className="mt-6" label="Queue" tabs={tabsOf(queue)} currentHref={listAddress('/queue', { tab: tabPart(tab) })} />
      {tab === 'fined' ? <div className="pt-5" /> : <QueueFilters queue={queue} filters={filters} tab={tab} me={actor.personId} />}
      {queue.tickets.length + queue.fines.length === 0 ? (
        <NothingHere tab={tab} filtered={hasFilters(filters) || after !== null} />
      ) : (
        <>
          {tab === 'fined' && <FinesTable fines={queue.fines} />}
          {tab !== 'fined' && <Tickets queue={queue} tab={tab} me={actor.personId} commandKey={issueFormKey(actor, bulkPurpose('assign'))} />}
          <Pagination
            shown={shownWords(queue, tab, hasFilters(filters))}
            firstHref={after === null ? null : address({})}
            nextHref={queue.next === null ? null : address({ after: dayPositionText(queue.next) })}
          />
          <Downloads what="this tab" hrefOf={(format) => address({}).replace('/queue', `/queue/download/${format}`)} />
        </>
      )}
    </WrapWide>
  );
}

function Tickets({ queue, tab, me, commandKey }: { queue: PlanQueue; tab: QueueTab; me: string; commandKey: string }) {
  const picks = queue.mayAssign && queue.tickets.some((item) => item.canAssign);
  if (!picks) return <QueueTable queue={queue} tab={tab} picks={false} />;
  const bar = (
    <BarSlot>
      <AssignBar formId="assign" colleagues={queue.colleagues} me={me} />
    </BarSlot>
  );
  return (
    <BulkForm id="assign" action={assignPickedAction} label="Assign tickets">
      <FormKey commandKey={commandKey} />
      <QueueTable queue={queue} tab={tab} picks head={bar} />
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
  return QUEUE_TABS.map((tab) => ({ href: listAddress('/queue', { tab: tabPart(tab) }), label: TAB_WORDS[tab].label, count: COUNT_OF[tab](queue), late: tab === 'overdue' }));
}

function shownWords(queue: PlanQueue, tab: QueueTab, filtered: boolean): string {
  const shown = queue.tickets.length + queue.fines.length;
  return filtered ? `${shown} shown` : `${shown} of ${countWords(COUNT_OF[tab](queue))} shown`;
}

function QueueFilters({ queue, filters, tab, me }: { queue: PlanQueue; filters: TicketFilters; tab: QueueTab; me: string }) {
  const parts = filterParts(filters);
  const keep = tabPart(tab);
  return (
    <FilterForm
      action="/queue"
      label="Filters"
      keep={keep === null ? {} : { tab: keep }}
      clearLink={
        hasFilters(filters) && (
          <AppLink className="inline-flex items-center min-h-9" href={listAddress('/queue', { tab: keep })}>
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
    </FilterForm>
  );
}

function NothingHere({ tab, filtered }: { tab: QueueTab; filtered: boolean }) {
  if (!filtered) return <EmptyState title={TAB_WORDS[tab].empty.title}>{TAB_WORDS[tab].empty.text}</EmptyState>;
  return (
    <EmptyState
      title="No ticket fits"
      action={
        <ButtonLink variant="secondary" href={listAddress('/queue', { tab: tabPart(tab) })}>
          Show all of this tab
        </ButtonLink>
      }
    >
      No ticket of this tab fits the filters, or the rows that stood here have moved on.
    </EmptyState>
  );
}
