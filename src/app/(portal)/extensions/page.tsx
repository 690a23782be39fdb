import type { Metadata } from 'next';
import { dayPositionOf, dayPositionText, listAddress, type SearchParams } from '@/app/lists/list-address';
import { requireActor } from '@/server/auth/require-actor';
import { listExtensions, type ExtensionItem, type ExtensionList } from '@/server/queries/list-extensions';
import { countWords } from '@/shared/capped-count';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Downloads } from '@/ui/download-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTitle } from '@/ui/frame/page-title';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Pagination } from '@/ui/table/pagination';
import { QueueGroup } from '@/ui/table/queue-group';
import { Cell, Row, RowHead, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { WrapWide } from '@/ui/wrap';

type Props = { searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: 'Extension requests' };

const COLUMNS = [{ label: 'Ticket, plan' }, { label: 'Provider' }, { label: 'Asked' }, { label: 'HFS aims to decide by', sorted: true }, { label: 'Answer due' }, { label: 'Decision' }];

/** R11, D7: what waits for HFS's decision, by age; past its own target it stands on top. */
export default async function ExtensionsPage({ searchParams }: Props) {
  const actor = await requireActor('account_manager', 'administration');
  const after = dayPositionOf(await searchParams);
  const list = await listExtensions(actor, after);
  return (
    <WrapWide className="pt-6">
      <PageTitle title="Extension requests" aside={<p>One extension for a ticket at most. HFS aims to decide within 7 days (R11, D7).</p>} />
      <div className="mt-6">
        {list.items.length === 0 ? (
          <EmptyState title="No extension waits for a decision">A request appears here when a plan or a provider asks for more time, by day 23 after presentation. You are told by e-mail.</EmptyState>
        ) : (
          <>
            <ExtensionTable list={list} />
            <Pagination
              shown={`${list.items.length} of ${countWords(list.counts.pending)} shown`}
              firstHref={after === null ? null : '/extensions'}
              nextHref={list.next === null ? null : listAddress('/extensions', { after: dayPositionText(list.next) })}
            />
            <Downloads what="these requests" hrefOf={(format) => `/extensions/download/${format}`} />
          </>
        )}
      </div>
    </WrapWide>
  );
}

function ExtensionTable({ list }: { list: ExtensionList }) {
  const groups = [
    { title: 'Past the target of 7 days', items: list.items.filter((i) => i.isPastTarget), count: list.counts.past_target },
    { title: 'Within the target', items: list.items.filter((i) => !i.isPastTarget), count: list.counts.pending - list.counts.past_target },
  ];
  return (
    <DataTable label="Extension requests, the oldest first" stack tight hover>
      <TableHead columns={COLUMNS} />
      {groups.map(
        ({ title, items, count }) =>
          items.length > 0 && (
            <QueueGroup key={title} title={title} count={count} columns={COLUMNS.length}>
              {items.map((item) => (
                <ExtensionLine key={item.ticketId} item={item} today={list.today} />
              ))}
            </QueueGroup>
          ),
      )}
    </DataTable>
  );
}

const ageWords = (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`);

function ExtensionLine({ item, today }: { item: ExtensionItem; today: ExtensionList['today'] }) {
  return (
    <Row>
      <RowHead sub={item.planShortName}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell label="Provider">{item.provider}</Cell>
      <Cell label="Asked" sub={`by the ${item.asker === 'mco' ? 'plan' : 'provider'}, ${ageWords(item.ageDays)}`}>
        <CivilDate date={item.askedOn} />
      </Cell>
      <Cell first>
        <DueBadge due={item.targetOn} today={today} kind="target" why={whyLine(item.reason)} />
      </Cell>
      <Cell label="Answer due">
        <DueBadge due={item.answerDueOn} today={today} why={whyLine(item.answerReason)} />
        {item.isHeld && (
          <span className="block">
            <StatusTag tone="soon" icon="pause">
              Held: no fine yet (D8)
            </StatusTag>
          </span>
        )}
      </Cell>
      <Cell>
        <ButtonLink variant="secondary" size="small" href={`/tickets/${item.ticketId}/extension`}>
          Decide <span className="sr-only">{item.number}</span>
        </ButtonLink>
      </Cell>
    </Row>
  );
}
