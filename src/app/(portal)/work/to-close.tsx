import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
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
import { closePickedAction } from './actions';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, plan' }, { label: 'The provider could act until', sorted: true }, { label: 'Can it be closed?' }, { label: 'Act', hidden: true }] as const;

/** R14, R15: windows that ended unused; a close that D18 refuses says what to do first. */
export function ToClose({ queue, commandKey }: { queue: WorkQueue; commandKey: string }) {
  const bar = (
    <BarSlot>
      <BulkBar formId="close" title={<SelectedCount formId="close" name="ticket" none="With the selected tickets" />}>
        <SubmitButton variant="white" size="small" name="intent" value="preview" pendingText="Looking…">
          Close, with a preview first
        </SubmitButton>
      </BulkBar>
    </BarSlot>
  );
  return (
    <BulkForm id="close" action={closePickedAction} label="Close tickets">
      <FormKey commandKey={commandKey} />
      <DataTable label="Tickets whose window ended unused, earliest date first" stack tight hover head={bar}>
        <TableHead columns={COLUMNS} pick={<PickAll name="ticket" label="Select all on this page" />} />
        <TableBody>
          {queue.tickets.map((item) => (
            <CloseRow key={item.ticketId} item={item} queue={queue} />
          ))}
        </TableBody>
      </DataTable>
    </BulkForm>
  );
}

function CloseRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const close = item.actions.find((a) => a.action === 'closeNotContested' || a.action === 'closeReviewNotRequested');
  const canClose = close !== undefined && close.refused === null;
  const { clock } = item;
  return (
    <Row>
      {canClose ? <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} /> : <Cell className="pick" />}
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.planShortName}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell first sub={item.status === 'contested' ? 'ask HFS to review (R15)' : 'disagree with the answer (R14)'}>
        {clock && <DueBadge due={clock.dueOn} today={queue.today} kind={clock.kind} why={whyLine(clock)} />}
      </Cell>
      <Cell className="lg:max-w-[26rem]">{canClose ? <StatusTag tone="done" icon="check">Ready</StatusTag> : <Refused reason={close?.refused ?? null} />}</Cell>
      <Cell noWrap>
        {canClose && (
          <SubmitButton variant="secondary" size="small" name="only" value={item.ticketId} pendingText="Looking…">
            {close.label}
            <span className="sr-only"> ({item.number})</span>
          </SubmitButton>
        )}
      </Cell>
    </Row>
  );
}

function Refused({ reason }: { reason: string | null }) {
  return (
    <>
      <StatusTag tone="soon" icon="pause">
        Not yet
      </StatusTag>
      <span className="block text-ink-soft mt-0.5">
        {reason} <AppLink href="/work?tab=undelivered">Undelivered mail</AppLink>
      </span>
    </>
  );
}
