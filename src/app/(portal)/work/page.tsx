import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { PICKED } from '@/app/bulk/picked-purpose';
import { bulkPurpose } from '@/app/forms/run-bulk-form';
import { choiceOf, type SearchParams } from '@/app/lists/list-address';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listWorkQueue, type UnstaffedPlan, type WorkQueue, type WorkTab } from '@/server/queries/list-work-queues';
import { countWords } from '@/shared/capped-count';
import { addDays, formatDayWithoutYear } from '@/shared/calendar-date';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Pagination } from '@/ui/table/pagination';
import { Tabs } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { NoNumberPlans, NoNumberReports } from './no-number';
import { Overdue } from './overdue';
import { OverdueRequests } from './overdue-requests';
import { ToAlert } from './to-alert';
import { ToClose } from './to-close';
import { ToPresent } from './to-present';
import { ToReview } from './to-review';
import { ToShare } from './to-share';
import { Undelivered } from './undelivered';
import { WORK_DONE, WORK_TABS, WORK_WORDS, workHref, workPositionOf, workPositionText, type WorkDone } from './work-tabs';

type WorkPageProps = { searchParams: Promise<SearchParams> };

const tabOf = (params: SearchParams): WorkTab => choiceOf(params, 'tab', WORK_TABS) ?? 'present';
const DONE = ['alerted', 'aside', 'settled', 'resent', 'addressed', 'called'] as const satisfies readonly WorkDone[];

export async function generateMetadata({ searchParams }: WorkPageProps): Promise<Metadata> {
  return { title: `Work queues: ${WORK_WORDS[tabOf(await searchParams)].label}` };
}

export default async function WorkPage({ searchParams }: WorkPageProps) {
  const actor = await requireActor('portal_team');
  const params = await searchParams;
  const tab = tabOf(params);
  const after = workPositionOf(tab, params);
  const queue = await listWorkQueue(actor, tab, after);
  const words = WORK_WORDS[tab];
  const done = choiceOf(params, 'done', DONE);
  const empty = <EmptyState title={after === null ? words.empty.title : 'No more rows'}>{after === null ? words.empty.text : 'The rows that stood here have moved on.'}</EmptyState>;
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Work queues" aside={<p className="text-ink-soft">{todayWords(queue)}</p>} />
      <Tabs className="mt-4" label="Work queues" tabs={WORK_TABS.map((t) => ({ href: workHref(t), label: WORK_WORDS[t].label, count: WORK_WORDS[t].count(queue.counts), late: t === 'overdue' || t === 'requests' }))} currentHref={workHref(tab)} />
      <p className="mt-4 max-w-[60rem]">{words.lead}</p>
      {tab === 'present' && <Unstaffed plans={queue.unstaffed} />}
      {done !== null && (
        <Notice tone="success" announce className="mt-5">
          {WORK_DONE[done]}
        </Notice>
      )}
      <div className="mt-5">
        <TabTable queue={queue} tab={tab} keyOf={(purpose) => issueFormKey(actor, purpose)} empty={rowsOf(queue) === 0 ? empty : null} />
      </div>
      {rowsOf(queue) > 0 && (
        <Pagination
          shown={`${rowsOf(queue)} of ${countWords(words.count(queue.counts))} shown`}
          firstHref={after === null ? null : workHref(tab)}
          nextHref={queue.next === null ? null : workHref(tab, null, workPositionText(queue.next))}
        />
      )}
      {rowsOf(queue) > 0 && <Downloads what="this tab" hrefOf={(format) => workHref(tab).replace('/work', `/work/download/${format}`)} />}
      {tab === 'no-number' && queue.reportsByPlan.length > 0 && <NoNumberPlans queue={queue} />}
    </WrapWide>
  );
}

function rowsOf(queue: WorkQueue): number {
  return queue.tickets.length + queue.reports.length + queue.mails.length + queue.requests.length + queue.alerts.length;
}

type TabTableProps = { queue: WorkQueue; tab: WorkTab; keyOf: (purpose: string) => string; /** Stands for the rows where there are none. */ empty: ReactNode };

/** A table whose rows can be picked also says what became of its last ones. */
function TabTable({ queue, tab, keyOf, empty }: TabTableProps) {
  switch (tab) {
    case 'present':
      return <ToPresent empty={empty} queue={queue} commandKey={keyOf(bulkPurpose(PICKED))} />;
    case 'close':
      return <ToClose empty={empty} queue={queue} commandKey={keyOf(bulkPurpose(PICKED))} />;
    case 'review':
      return <ToReview empty={empty} queue={queue} commandKey={keyOf(bulkPurpose(PICKED))} />;
    case 'share':
      return empty ?? <ToShare queue={queue} />;
    case 'alert':
      return empty ?? <ToAlert queue={queue} keyOf={keyOf} />;
    case 'overdue':
      return <Overdue empty={empty} queue={queue} commandKey={keyOf(bulkPurpose(PICKED))} />;
    case 'requests':
      return empty ?? <OverdueRequests queue={queue} />;
    case 'no-number':
      return empty ?? <NoNumberReports queue={queue} keyOf={keyOf} />;
    case 'undelivered':
      return empty ?? <Undelivered queue={queue} keyOf={keyOf} />;
  }
}

function todayWords({ today, nextBusinessDay, counts }: WorkQueue): string {
  const next = nextBusinessDay === addDays(today, 1) ? 'tomorrow' : `on ${formatDayWithoutYear(nextBusinessDay)}`;
  return `${formatDayWithoutYear(today)} · ${countWords(counts.present_today)} to present today, ${countWords(counts.present_next)} ${next}`;
}

/** R6: the Portal Team sees which plans have named no primary staff, and what follows from it (R21). */
function Unstaffed({ plans }: { plans: readonly UnstaffedPlan[] }) {
  if (plans.length === 0) return null;
  const closed = plans.filter((plan) => plan.staff === 0).map((plan) => plan.planName);
  return (
    <Notice tone="warn" title={plans.length === 1 ? 'A plan has no primary staff (R6)' : `${plans.length} plans have no primary staff (R6)`} className="mt-5">
      <ul className="grid gap-0.5">
        {plans.filter((plan) => plan.staff > 0).map((plan) => (
          <li key={plan.planCode}>{staffWords(plan)}</li>
        ))}
        {closed.length > 0 && <li>{nobodyWords(closed)}</li>}
      </ul>
    </Notice>
  );
}

function staffWords({ planName, staff }: UnstaffedPlan): string {
  return staff === 1 ? `${planName}: its notices go to its one staff member.` : `${planName}: its notices go to all ${staff} of its staff.`;
}

/** Of all of them at once: on a new site that is every plan. */
function nobodyWords(plans: readonly string[]): string {
  const [it, its] = plans.length === 1 ? ['it', 'its'] : ['them', 'their'];
  const names = plans.length === 1 ? plans.join('') : `${plans.slice(0, -1).join(', ')} and ${plans.at(-1)}`;
  return `Nobody can sign in for ${names}. Tickets cannot be presented to ${it}, and ${its} fines cannot be issued (R21).`;
}
