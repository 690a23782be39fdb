import type { Metadata } from 'next';
import { choiceOf, dayPositionOf, dayPositionText, type SearchParams } from '@/app/lists/list-address';
import { requireActor } from '@/server/auth/require-actor';
import { listRequests, type RequestList, type RequestTab } from '@/server/queries/list-requests';
import { countWords } from '@/shared/capped-count';
import { ButtonLink } from '@/ui/button';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { Pagination } from '@/ui/table/pagination';
import { Tabs } from '@/ui/tabs';
import { WrapWide } from '@/ui/wrap';
import { REQUEST_TABS, requestsHref } from './request-tabs';
import { RequestTable } from './request-table';

export const metadata: Metadata = { title: 'Requests' };

const LABELS: Record<RequestTab, string> = { open: 'To answer', overdue: 'Overdue', ended: 'Ended' };

function countOf(tab: RequestTab, list: RequestList): number | undefined {
  return tab === 'open' ? list.counts.open : tab === 'overdue' ? list.counts.overdue : undefined;
}

function Nothing({ tab, isTeam }: { tab: RequestTab; isTeam: boolean }) {
  if (tab === 'overdue') return <EmptyState title="Nothing is overdue">A request appears here on the day after it was to be answered.</EmptyState>;
  if (tab === 'ended') return <EmptyState title="Nothing has ended yet">Answered requests stay here.</EmptyState>;
  return <EmptyState title={isTeam ? 'No plan has anything to answer' : 'The Portal Team asks nothing now'}>{isTeam ? 'What you ask a plan, on a ticket or about none, appears here until it is answered.' : 'What the Portal Team asks your plan appears here, and you are told by e-mail.'}</EmptyState>;
}

/** R29: what the Portal Team asks plans, about tickets and about none; a plan sees its own. */
export default async function RequestsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('portal_team', 'mco');
  const params = await searchParams;
  const tab = choiceOf(params, 'tab', REQUEST_TABS) ?? 'open';
  const after = dayPositionOf(params);
  const list = await listRequests(actor, tab, after);
  const isTeam = actor.role === 'portal_team';
  const count = countOf(tab, list);
  return (
    <WrapWide className="pt-6">
      <PageTitle title={isTeam ? 'Requests to plans' : 'Requests of the Portal Team'} aside={isTeam ? <ButtonLink href="/requests/new">Ask a plan</ButtonLink> : undefined} />
      <Tabs className="mt-4" label="Requests" tabs={REQUEST_TABS.map((t) => ({ href: requestsHref(t), label: LABELS[t], count: countOf(t, list), late: t === 'overdue' }))} currentHref={requestsHref(tab)} />
      <p className="mt-4 max-w-[60rem]">
        {isTeam ? 'Questions on tickets, and requests that belong to no ticket, such as policy clarifications (R29).' : 'What the Portal Team asks about a ticket or in general, each with a day by which you answer (R29).'}
      </p>
      <div className="mt-5">
        {list.items.length === 0 ? (
          <Nothing tab={tab} isTeam={isTeam} />
        ) : (
          <>
            <RequestTable items={list.items} today={list.today} label={`Requests: ${LABELS[tab]}`} withPlan={isTeam} />
            <Pagination shown={count === undefined ? `${list.items.length} shown` : `${list.items.length} of ${countWords(count)} shown`} firstHref={after === null ? null : requestsHref(tab)} nextHref={list.next === null ? null : requestsHref(tab, dayPositionText(list.next))} />
            <Downloads what="this tab" hrefOf={(format) => requestsHref(tab).replace('/requests', `/requests/download/${format}`)} />
          </>
        )}
      </div>
    </WrapWide>
  );
}
