import type { ReactNode } from 'react';
import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { StatusTag } from '@/ui/status-tag';
import { Cell, Row } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { OnlyButton, PICKED_HEADS, PickedHead, PickedTickets } from './picked-tickets';

const COLUMNS = [...PICKED_HEADS, { label: 'Why now' }, { label: 'Information due', sorted: true }];

/** R17, D14: what can be placed in review; a silent plan's ticket and a recommended expert have pages of their own. */
export function ToReview({ queue, commandKey, empty }: { queue: WorkQueue; commandKey: string; empty: ReactNode }) {
  return (
    <PickedTickets act="begin" label="Place tickets in review" tableLabel="Tickets to place in review, earliest date first" button="Place in review, with a preview first" columns={COLUMNS} commandKey={commandKey} empty={empty}>
      {queue.tickets.map((item) => (
        <ReviewRow key={item.ticketId} item={item} queue={queue} />
      ))}
    </PickedTickets>
  );
}

function ReviewRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const asked = item.status === 'review_requested';
  return (
    <Row>
      <PickedHead item={item} canPick={asked} />
      <Cell>
        <WhyNow item={item} />
      </Cell>
      <Cell first>{item.clock !== null && item.status !== 'administrative_review' && <DueBadge due={item.clock.dueOn} today={queue.today} kind={item.clock.kind} doneOn={asked && item.missing.length === 0 ? item.clock.endedOn : null} why={whyLine(item.clock)} />}</Cell>
      <Cell noWrap>
        {asked ? (
          <OnlyButton item={item}>Place in review</OnlyButton>
        ) : (
          <ButtonLink variant="secondary" size="small" href={`/tickets/${item.ticketId}/${item.status === 'presented' ? 'place-in-review' : 'refer'}`}>
            {item.status === 'presented' ? 'Place in review' : 'Name expert'}
            <span className="sr-only"> ({item.number})</span>
          </ButtonLink>
        )}
      </Cell>
    </Row>
  );
}

function WhyNow({ item }: { item: WorkItem }) {
  if (item.status === 'administrative_review')
    return (
      <>
        <StatusTag tone="act">Expert recommended</StatusTag>
        {item.recommendedOn !== null && (
          <span className="sub">
            on <CivilDate date={item.recommendedOn} format="short" /> (R17)
          </span>
        )}
      </>
    );
  if (item.status === 'presented')
    return (
      <>
        <StatusTag tone="late">The plan is silent</StatusTag>
        {item.alertedOn !== null && (
          <span className="sub">
            alerted <CivilDate date={item.alertedOn} format="short" /> (D14)
          </span>
        )}
      </>
    );
  if (item.missing.length === 0)
    return (
      <StatusTag tone="done" icon="check">
        Both delivered
      </StatusTag>
    );
  return <StatusTag tone="late">{item.missing.length === 2 ? 'Neither delivered' : item.missing[0] === 'mco' ? 'The plan did not deliver' : 'The provider did not deliver'}</StatusTag>;
}
