import type { HistoryItem, TicketPage } from '@/server/queries/get-ticket-page';
import { CivilDate } from '@/ui/civil-date';
import { Section } from '@/ui/section';
import { Pagination } from '@/ui/table/pagination';
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

/** Who did what and when, the newest first, 50 at a time. */
export function HistorySection({ page }: { page: TicketPage }) {
  const { items, olderBefore, isNewest } = page.history;
  return (
    <Section id="history" title="History">
      <HistoryList entries={items.map((item) => ({ id: String(item.seq), at: item.at, what: <What item={item} />, by: item.by }))} />
      {(olderBefore !== null || !isNewest) && (
        <Pagination
          label="Pages of the history"
          shown={isNewest ? 'The newest 50 are shown.' : 'Older entries.'}
          firstHref={isNewest ? null : `/tickets/${page.ticketId}#history`}
          nextHref={olderBefore === null ? null : `/tickets/${page.ticketId}?before=${olderBefore}#history`}
        />
      )}
    </Section>
  );
}
