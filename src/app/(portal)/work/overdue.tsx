import type { ReactNode } from 'react';
import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { StatusTag } from '@/ui/status-tag';
import { PartyName } from '@/ui/table/party-name';
import { PickCell } from '@/ui/table/pick-cell';
import { Cell, Row, RowHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { OnlyButton, PickedTickets } from './picked-tickets';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, issue' }, { label: 'Plan' }, { label: 'Answer was due', sorted: true }, { label: 'Alert to HFS' }];

/** R19: answers that are overdue, and the alert to the Account Manager and Administration, for one or for several. */
export function Overdue({ queue, commandKey, empty }: { queue: WorkQueue; commandKey: string; empty: ReactNode }) {
  return (
    <PickedTickets act="alert" label="Alert HFS to tickets" tableLabel="Overdue answers, earliest due date first" button="Alert HFS, with a preview first" columns={COLUMNS} commandKey={commandKey} empty={empty}>
      {queue.tickets.map((item) => (
        <OverdueRow key={item.ticketId} item={item} queue={queue} />
      ))}
    </PickedTickets>
  );
}

function OverdueRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const { clock } = item;
  const canAlert = item.actions.some((a) => a.action === 'alertHfs' && a.refused === null);
  return (
    <Row>
      {canAlert ? <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} /> : <Cell className="pick" />}
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.issueType}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell>{item.planShortName}</Cell>
      <Cell first sub={item.presentedOn === null ? undefined : <span className="max-lg:hidden">presented {formatDayShort(item.presentedOn)}</span>}>
        {clock && <DueBadge due={clock.dueOn} today={queue.today} kind={clock.kind} why={whyLine(clock)} />}
      </Cell>
      <Cell>
        {item.alertedOn !== null && (
          <StatusTag tone={item.isAlertedToSilence ? 'act' : 'neutral'} icon="mail">
            Alerted <CivilDate date={item.alertedOn} format="short" />
            {!item.isAlertedToSilence && ', before it was overdue'}
          </StatusTag>
        )}
      </Cell>
      <Cell noWrap>{canAlert && <OnlyButton item={item}>{item.alertedOn === null ? 'Alert HFS' : 'Alert HFS again'}</OnlyButton>}</Cell>
    </Row>
  );
}
