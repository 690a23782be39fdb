import { HISTORY_KIND_NAMES, type HistoryKind } from '@/domain/tickets/history-kinds';
import type { HistoryItem, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Section } from '@/ui/section';
import { Pagination } from '@/ui/table/pagination';
import { Tabs } from '@/ui/tabs';
import { HistoryList } from '@/ui/ticket/history-list';

function What({ item }: { item: HistoryItem }) {
  return (
    <>
      {item.moved ? <b>{item.title}.</b> : `${item.title}.`}
      {item.effectiveOn !== null && (
        <>
          {' '}
          Takes effect <CivilDate date={item.effectiveOn} />.
        </>
      )}
      {item.details.map((detail) => (
        <span key={detail}> {detail}</span>
      ))}
      {item.changes.map((change) => (
        <span key={change.label} className="block">
          {change.label}: <del>{change.before}</del> <span className="sr-only">changed to</span> <ins className="font-semibold no-underline">{change.after}</ins>
        </span>
      ))}
    </>
  );
}

/** The address of one page of the history; the rest of the ticket's page stays at its beginning. */
function historyHref(ticketId: string, kind: HistoryKind | null, before: number | null = null): string {
  const parts = [...(kind === null ? [] : [`history=${kind}`]), ...(before === null ? [] : [`before=${before}`])];
  return `/tickets/${ticketId}${parts.length === 0 ? '' : `?${parts.join('&')}`}#history`;
}

function Viewers({ ticketId }: { ticketId: string }) {
  return (
    <AppLink className="inline-flex items-center min-h-11 print:hidden" href={`/tickets/${ticketId}/viewers`}>
      Who opened it
    </AppLink>
  );
}

/** Who did what and when, all of it or one kind, the newest first, 50 at a time. */
export function HistorySection({ page }: { page: TicketPage }) {
  const { ticketId } = page;
  const { items, olderBefore, isNewest, kind, kinds } = page.history;
  const tabs = [null, ...kinds].map((k) => ({ href: historyHref(ticketId, k), label: k === null ? 'All' : HISTORY_KIND_NAMES[k] }));
  return (
    <Section id="history" title="History" aside={<Viewers ticketId={ticketId} />}>
      <Tabs label="Kinds of entries" tabs={tabs} currentHref={historyHref(ticketId, kind)} className="mb-4" />
      {items.length === 0 ? (
        <p>Nothing of this kind has happened.</p>
      ) : (
        <HistoryList entries={items.map((item) => ({ id: String(item.seq), at: item.at, what: <What item={item} />, by: item.by }))} />
      )}
      {(olderBefore !== null || !isNewest) && (
        <Pagination
          label="Pages of the history"
          shown={isNewest ? 'The newest 50 are shown.' : 'Older entries.'}
          firstHref={isNewest ? null : historyHref(ticketId, kind)}
          nextHref={olderBefore === null ? null : historyHref(ticketId, kind, olderBefore)}
        />
      )}
    </Section>
  );
}
