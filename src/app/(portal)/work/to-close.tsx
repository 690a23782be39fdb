import type { ReactNode } from 'react';
import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
import { StatusTag } from '@/ui/status-tag';
import { Cell, Row } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { OnlyButton, PICKED_HEADS, PickedHead, PickedTickets } from './picked-tickets';

const COLUMNS = [...PICKED_HEADS, { label: 'The provider could act until', sorted: true }, { label: 'Can it be closed?' }];

/** R14, R15: windows that ended unused; a close that D18 refuses says what to do first. */
export function ToClose({ queue, commandKey, empty }: { queue: WorkQueue; commandKey: string; empty: ReactNode }) {
  return (
    <PickedTickets act="close" label="Close tickets" tableLabel="Tickets whose window ended unused, earliest date first" button="Close, with a preview first" columns={COLUMNS} commandKey={commandKey} empty={empty}>
      {queue.tickets.map((item) => (
        <CloseRow key={item.ticketId} item={item} queue={queue} />
      ))}
    </PickedTickets>
  );
}

function CloseRow({ item, queue }: { item: WorkItem; queue: WorkQueue }) {
  const close = item.actions.find((a) => a.action === 'closeNotContested' || a.action === 'closeReviewNotRequested');
  const canClose = close !== undefined && close.refused === null;
  const { clock } = item;
  return (
    <Row>
      <PickedHead item={item} canPick={canClose} />
      <Cell first sub={item.status === 'contested' ? 'ask HFS to review (R15)' : 'disagree with the answer (R14)'}>
        {clock === null ? 'No date runs' : <DueBadge due={clock.dueOn} today={queue.today} kind={clock.kind} why={whyLine(clock)} />}
      </Cell>
      <Cell className="lg:max-w-[26rem]">{canClose ? <StatusTag tone="done" icon="check">Ready</StatusTag> : <Refused reason={close?.refused ?? null} />}</Cell>
      <Cell noWrap>
        {canClose && <OnlyButton item={item}>{close.label}</OnlyButton>}
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
