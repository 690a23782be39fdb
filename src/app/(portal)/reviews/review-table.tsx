import { isPast, isSoon } from '@/domain/deadlines';
import type { MissingSide, ReviewItem, Reviews, ReviewTab } from '@/server/queries/list-reviews';
import { formatDayShort, type CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { REVIEW_WORDS } from './review-tabs';

const LAST: Record<ReviewTab, string> = { open: 'HFS aims to decide by', requested: 'Information due', decided: 'Decided' };

/** Reviews with their age, what each side has not delivered, and with whom they are. */
export function ReviewTable({ reviews, tab }: { reviews: Reviews; tab: ReviewTab }) {
  const columns = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, plan, issue' }, { label: 'In dispute', align: 'right' as const }, { label: 'Age', sorted: tab === 'open' }, { label: 'Missing' }, { label: 'With' }, { label: LAST[tab], sorted: tab === 'requested' }];
  return (
    <DataTable label={REVIEW_WORDS[tab].table} stack tight hover>
      <TableHead columns={columns} />
      <TableBody>
        {reviews.items.map((item) => (
          <ReviewRow key={item.ticketId} item={item} reviews={reviews} />
        ))}
      </TableBody>
    </DataTable>
  );
}

const days = (n: number) => (n === 1 ? '1 day' : `${n} days`);

function ReviewRow({ item, reviews }: { item: ReviewItem; reviews: Reviews }) {
  return (
    <Row>
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/reviews/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={`${item.planShortName}, ${item.issueType}`}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell align="right" label="In dispute" sub={item.claimCount === 0 ? 'no claims' : item.claimCount === 1 ? '1 claim' : `${item.claimCount} claims`}>
        {item.claimCount === 0 ? '–' : <Money cents={item.disputedCents} />}
      </Cell>
      <Cell label="Age" sub={`${item.status === 'review_requested' ? 'asked' : 'since'} ${formatDayShort(item.since)}`}>
        <b>{days(item.ageDays)}</b>
      </Cell>
      <Cell label="Missing" className="lg:min-w-[11rem]">
        <Missing item={item} today={reviews.today} />
      </Cell>
      <Cell label="With">
        <WithWhom item={item} />
      </Cell>
      <Cell first className="[&_.due-line]:flex-wrap">
        <LastDate item={item} reviews={reviews} />
      </Cell>
    </Row>
  );
}

const SIDE = { provider: 'Provider', mco: 'Plan' } as const;

function MissingTag({ side, what, today }: { side: MissingSide; what: string; today: CalendarDate }) {
  const late = isPast(today, side.dueOn);
  return (
    <li>
      <StatusTag tone={late ? 'late' : 'neutral'}>
        {SIDE[side.party]}: {what}
      </StatusTag>{' '}
      <span className="text-ink-soft whitespace-nowrap">
        {late ? 'was due' : 'due'} {formatDayShort(side.dueOn)}
      </span>
    </li>
  );
}

/** What either side has not delivered, and which questions wait. */
function Missing({ item, today }: { item: ReviewItem; today: CalendarDate }) {
  if (item.missing.length + item.questions.length === 0 && !item.lacksAnswer) return <span className="text-ink-soft">Nothing</span>;
  return (
    <ul className="grid gap-1">
      {item.lacksAnswer && (
        <li>
          <StatusTag tone="late">Plan: its answer</StatusTag> <span className="text-ink-soft">late (R8)</span>
        </li>
      )}
      {item.missing.map((side) => (
        <MissingTag key={side.party} side={side} what="information" today={today} />
      ))}
      {item.questions.map((side, i) => (
        <MissingTag key={`${side.party}-${i}`} side={side} what="a reply" today={today} />
      ))}
    </ul>
  );
}

function WithWhom({ item }: { item: ReviewItem }) {
  if (item.status === 'review_requested') return <span className="text-ink-soft">Both sides</span>;
  if (item.status === 'closed') return <StatusTag tone="done">Shared</StatusTag>;
  if (item.status === 'decided') return <StatusTag tone="act">To share</StatusTag>;
  if (item.isMine)
    return (
      <>
        <StatusTag tone="turn">Yours</StatusTag>
        {item.recommendedOn !== null && <span className="sub">expert wanted</span>}
        {item.assignee !== null && <span className="sub">{item.assignee}</span>}
      </>
    );
  return item.expert === null ? <>{item.assignee ?? 'Account Manager'}</> : <StatusTag tone="act">{item.expert}</StatusTag>;
}

function LastDate({ item, reviews: { today, holidays } }: { item: ReviewItem; reviews: Reviews }) {
  if (item.decidedOn !== null && item.status !== 'administrative_review') return <b><CivilDate date={item.decidedOn} /></b>;
  if (item.status === 'review_requested') {
    const [first] = item.missing;
    return first === undefined ? <StatusTag tone="done" icon="check">All delivered</StatusTag> : <DueBadge due={first.dueOn} today={today} soon={isSoon(today, first.dueOn, holidays)} why={whyLine(first.clock)} />;
  }
  if (item.aim === null) return <span className="text-ink-soft lg:whitespace-normal">Not set: information is awaited</span>;
  return <DueBadge due={item.aim.dueOn} today={today} kind={item.aim.kind} soon={isSoon(today, item.aim.dueOn, holidays)} why={whyLine(item.aim)} />;
}
