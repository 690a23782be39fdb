import type { ReactNode } from 'react';
import { pickedAction } from '@/app/bulk/picked-actions';
import { PICKED } from '@/app/bulk/picked-purpose';
import { bulkPurpose } from '@/app/forms/run-bulk-form';
import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
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
import { whyLine } from '@/ui/ticket/why-line';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, issue' }, { label: 'Plan' }, { label: 'Answer was due', sorted: true }, { label: 'Alert to HFS' }] as const;

type OverdueProps = { queue: WorkQueue; keyOf: (purpose: string) => string; empty: ReactNode };

/** R19: answers that are overdue, and the alert to the Account Manager and Administration, for one or for several. */
export function Overdue({ queue, keyOf, empty }: OverdueProps) {
  const bar = (
    <BarSlot>
      <BulkBar formId="picked" title={<SelectedCount formId="picked" name="ticket" none="With the selected tickets" />}>
        <SubmitButton variant="white" size="small" name="intent" value="alert" pendingText="Looking…">
          Alert HFS, with a preview first
        </SubmitButton>
      </BulkBar>
    </BarSlot>
  );
  return (
    <BulkForm id="picked" action={pickedAction} label="Alert HFS to tickets" empty={empty}>
      <FormKey commandKey={keyOf(bulkPurpose(PICKED))} />
      {/* What a row's own button asks for, which says the row alone. */}
      <input type="hidden" name="act" value="alert" />
      <DataTable label="Overdue answers, earliest due date first" stack tight hover head={bar}>
        <TableHead columns={COLUMNS} pick={<PickAll name="ticket" label="Select all on this page" />} />
        <TableBody>
          {queue.tickets.map((item) => (
            <OverdueRow key={item.ticketId} item={item} queue={queue} />
          ))}
        </TableBody>
      </DataTable>
    </BulkForm>
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
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {item.alertedOn !== null && (
            <StatusTag tone={item.isAlertedToSilence ? 'act' : 'neutral'} icon="mail">
              Alerted <CivilDate date={item.alertedOn} format="short" />
              {!item.isAlertedToSilence && ', before it was overdue'}
            </StatusTag>
          )}
          {canAlert && (
            <SubmitButton variant="secondary" size="small" name="only" value={item.ticketId} pendingText="Looking…">
              {item.alertedOn === null ? 'Alert HFS' : 'Alert HFS again'}
              <span className="sr-only"> to {item.number}</span>
            </SubmitButton>
          )}
        </span>
      </Cell>
    </Row>
  );
}
