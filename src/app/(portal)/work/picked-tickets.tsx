import type { ReactNode } from 'react';
import { pickedAction } from '@/app/bulk/picked-actions';
import type { WorkItem } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { BulkBar } from '@/ui/table/bulk-bar';
import { BarSlot, BulkForm } from '@/ui/table/bulk-form';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { PickAll } from '@/ui/table/pick-all';
import { PickCell } from '@/ui/table/pick-cell';
import { SelectedCount } from '@/ui/table/selected-count';
import { Cell, RowHead, TableBody, TableHead, type Column } from '@/ui/table/table-parts';

type PickedTicketsProps = {
  /** What is done to them, as `pickedAction` calls it. */
  act: 'present' | 'close' | 'begin' | 'alert';
  label: string;
  tableLabel: string;
  /** The button over the table, for all that are ticked. */
  button: string;
  /** The columns before the one with each row's own button. */
  columns: readonly Column[];
  commandKey: string;
  children: ReactNode;
  empty: ReactNode;
};

/** Tickets to tick and act on together, with a preview first. */
export function PickedTickets({ act, label, tableLabel, button, columns, commandKey, children, empty }: PickedTicketsProps) {
  const bar = (
    <BarSlot>
      <BulkBar formId="picked" title={<SelectedCount formId="picked" name="ticket" none="With the selected tickets" />}>
        <SubmitButton variant="white" size="small" name="intent" value={act} pendingText="Looking…">
          {button}
        </SubmitButton>
      </BulkBar>
    </BarSlot>
  );
  return (
    <BulkForm id="picked" action={pickedAction} label={label} empty={empty}>
      <FormKey commandKey={commandKey} />
      {/* What a row's own button asks for, which says the row alone. */}
      <input type="hidden" name="act" value={act} />
      <DataTable label={tableLabel} stack tight hover head={bar}>
        <TableHead columns={[...columns, { label: 'Act', hidden: true }]} pick={<PickAll name="ticket" label="Select all on this page" />} />
        <TableBody>{children}</TableBody>
      </DataTable>
    </BulkForm>
  );
}

/** The columns of `PickedHead`. */
export const PICKED_HEADS: readonly Column[] = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, plan' }];

/** The cells with which a row begins: the box, the ticket, the parties. */
export function PickedHead({ item, canPick }: { item: WorkItem; canPick: boolean }) {
  return (
    <>
      {canPick ? <PickCell name="ticket" value={item.ticketId} label={`Select ${item.number}`} /> : <Cell className="pick" />}
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.planShortName}>
        <PartyName name={item.provider} />
      </Cell>
    </>
  );
}

/** Acts on this ticket alone, with the same preview. */
export function OnlyButton({ item, children }: { item: WorkItem; children: string }) {
  return (
    <SubmitButton variant="secondary" size="small" name="only" value={item.ticketId} pendingText="Looking…">
      {children}
      <span className="sr-only"> ({item.number})</span>
    </SubmitButton>
  );
}
