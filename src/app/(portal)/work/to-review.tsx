import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { StatusTag } from '@/ui/status-tag';
import { BulkBar } from '@/ui/table/bulk-bar';
import { BarSlot, BulkForm } from '@/ui/table/bulk-form';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { PickAll } from '@/ui/table/pick-all';
import { PickCell } from '@/ui/table/pick-cell';
import { SelectedCount } from '@/ui/table/selected-count';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { beginPickedAction } from './review-actions';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, plan' }, { label: 'Why now' }, { label: 'Information due', sorted: true }, { label: 'Act', hidden: true }] as const;

/** R17, D14: what can be placed in review; a silent plan's ticket and a recommended expert have pages of their own. */
export function ToReview({ queue, commandKey }: { queue: WorkQueue; commandKey: string }) {
  const bar = (
    <BarSlot>
      <BulkBar formId="begin" title={<SelectedCount formId="begin" name="ticket" none="With the selected tickets" />}>
        <SubmitButton variant="white" size="small" name="intent" value="preview" pendingText="Looking…">
          Place in review, with a preview first
        </SubmitButton>
      </BulkBar>
    </BarSlot>
  );
  return (
    <BulkForm id="begin" action={beginPickedAction} label="Place tickets in review">
      <FormKey commandKey={commandKey} />
      <DataTable label="Tickets to place in review, earliest date first" stack tight hover head={bar}>
        <TableHead columns={COLUMNS} pick={<PickAll name="ticket" label="Select all on this page" />} />
        <TableBody>
          {queue.tickets.map((item) => (
            <ReviewRow key={item.ticketId} item={item} queue={queue} />
          ))}
        </TableBody>
      </DataTable>
    </BulkForm>
  );
}

function ReviewRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const asked = item.status === 'review_requested';
  return (
    <Row>
      {asked ? <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} /> : <Cell className="pick" />}
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.planShortName}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell>
        <WhyNow item={item} />
      </Cell>
      <Cell first>{item.clock !== null && item.status !== 'administrative_review' && <DueBadge due={item.clock.dueOn} today={queue.today} kind={item.clock.kind} doneOn={asked && item.missing.length === 0 ? item.clock.endedOn : null} />}</Cell>
      <Cell noWrap>
        {asked ? (
          <SubmitButton variant="secondary" size="small" name="only" value={item.ticketId} pendingText="Looking…">
            Place in review
            <span className="sr-only"> ({item.number})</span>
          </SubmitButton>
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
