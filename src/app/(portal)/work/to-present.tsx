import type { ReactNode } from 'react';
import { isSoon } from '@/domain/deadlines';
import type { FilingCheck, WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { formatDay, formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { SubmitButton } from '@/ui/forms/submit-button';
import { StatusTag } from '@/ui/status-tag';
import { PartyName } from '@/ui/table/party-name';
import { PickCell } from '@/ui/table/pick-cell';
import { Cell, Row, RowHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { PickedTickets } from './picked-tickets';

const COLUMNS = [{ label: 'Ticket' }, { label: 'Provider, issue' }, { label: 'Plan' }, { label: 'Present by, plan’s number', sorted: true }, { label: 'Checks' }];

/** R5: each ticket goes to its plan within 10 business days of receipt, alone or with others. */
export function ToPresent({ queue, commandKey, empty }: { queue: WorkQueue; commandKey: string; empty: ReactNode }) {
  return (
    <PickedTickets act="present" label="Present tickets" tableLabel="Tickets to present, earliest date first" button="Present, with a preview first" columns={COLUMNS} commandKey={commandKey} empty={empty}>
      {queue.tickets.map((item) => (
        <PresentRow key={item.ticketId} item={item} queue={queue} />
      ))}
    </PickedTickets>
  );
}

function PresentRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const present = item.actions.find((a) => a.action === 'present');
  const returned = item.actions.find((a) => a.action === 'returnAsClosed');
  const correct = item.actions.find((a) => a.action === 'correct');
  const canPresent = present !== undefined && present.refused === null;
  const { clock } = item;
  return (
    <Row>
      {canPresent ? <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} /> : <Cell className="pick" />}
      <RowHead sub={`sent ${formatDayShort(item.receivedOn)}`}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.issueType}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell label="To" sub={correct?.refused === null ? <CorrectLink item={item} /> : undefined}>
        {item.planShortName}
      </Cell>
      <Cell first sub={item.trackingNumber}>
        {clock && <DueBadge due={clock.dueOn} today={queue.today} kind={clock.kind} soon={isSoon(queue.today, clock.dueOn, queue.holidays)} why={whyLine(clock)} />}
      </Cell>
      <Cell>
        <Checks checks={item.checks} isUrgent={item.isUrgent} />
      </Cell>
      <Cell noWrap>
        <span className="flex lg:justify-end gap-2">
          {canPresent && (
            <SubmitButton variant="secondary" size="small" name="only" value={item.ticketId} pendingText="Looking…">
              Present<span className="sr-only"> {item.number}</span>
            </SubmitButton>
          )}
          {returned?.refused === null && (
            <ButtonLink variant="quiet" size="small" href={`/tickets/${item.ticketId}/return`}>
              Close…<span className="sr-only"> {item.number}</span>
            </ButtonLink>
          )}
        </span>
      </Cell>
    </Row>
  );
}

/** A ticket that names the wrong plan, program or number is corrected on its own page. */
function CorrectLink({ item }: { item: WorkItem }) {
  return (
    <AppLink href={`/tickets/${item.ticketId}/correct`}>
      Correct…<span className="sr-only"> {item.number}</span>
    </AppLink>
  );
}

function Checks({ checks, isUrgent }: { checks: readonly FilingCheck[]; isUrgent: boolean }) {
  return (
    <span className="grid gap-1 justify-items-start">
      {isUrgent && (
        <StatusTag tone="late" icon="siren">
          Urgent access
        </StatusTag>
      )}
      {checks.length === 0 && (
        <StatusTag tone="done" icon="check">
          Checks passed
        </StatusTag>
      )}
      {checks.map((check) => (
        <Check key={check.type} check={check} />
      ))}
    </span>
  );
}

function Check({ check }: { check: FilingCheck }) {
  switch (check.type) {
    case 'repeat':
      return (
        <span>
          <StatusTag tone="soon" icon="copy">
            Number on file twice
          </StatusTag>
          {check.others.map((other) => (
            <span key={other.ticketId} className="block text-ink-soft">
              see <AppLink href={`/tickets/${other.ticketId}`}>{other.number}</AppLink> of {other.organizationName}
            </span>
          ))}
        </span>
      );
    case 'outside_window':
      return (
        <span>
          <StatusTag tone="late" icon="circle-alert">
            Outside its window
          </StatusTag>
          <span className="block text-ink-soft">{check.early ? `it opened ${formatDay(check.opensOn)}` : `it closed ${formatDay(check.closesOn)}`} (R4)</span>
        </span>
      );
    case 'no_staff':
      return (
        <span>
          <StatusTag tone="soon" icon="user-round">
            Nobody at the plan
          </StatusTag>
          <span className="block text-ink-soft">nobody would see it (R6)</span>
        </span>
      );
  }
}
