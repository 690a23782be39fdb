import { isSoon, type HolidayTable } from '@/domain/deadlines';
import type { MyTicket } from '@/server/queries/list-my-tickets';
import type { CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { StatusTag } from '@/ui/status-tag';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';

type TicketRowProps = { ticket: MyTicket; isMine: boolean; hasClients: boolean; today: CalendarDate; holidays: HolidayTable };

/** The plan's number stands with the ticket's wherever that is a title (R3). */
export function TicketRow({ ticket, isMine, hasClients, today, holidays }: TicketRowProps) {
  return (
    <Row>
      <RowHead sub={ticket.trackingNumber}>
        <AppLink href={`/tickets/${ticket.ticketId}`}>{ticket.number}</AppLink>
      </RowHead>
      <WhatCells ticket={ticket} hasClients={hasClients} />
      <Cell sub={<span className="lg:whitespace-normal">{ticket.turn.what}</span>}>
        <b>{ticket.turn.who}</b>
        {ticket.isUrgent && (
          <span className="ml-2">
            <StatusTag tone="late">Urgent</StatusTag>
          </span>
        )}
      </Cell>
      <Cell first>
        <RowDate ticket={ticket} isMine={isMine} today={today} holidays={holidays} />
      </Cell>
    </Row>
  );
}

/** Whose matter with which plan, and what about; a billing agent's client has a column of its own. */
function WhatCells({ ticket, hasClients }: Pick<TicketRowProps, 'ticket' | 'hasClients'>) {
  if (!hasClients)
    return (
      <>
        <Cell sub={ticket.program}>{ticket.plan}</Cell>
        <Cell sub={<Claims ticket={ticket} />}>{ticket.issueType}</Cell>
      </>
    );
  const about = (
    <span className="lg:whitespace-normal">
      {ticket.issueType}, <Claims ticket={ticket} />
    </span>
  );
  return (
    <>
      <Cell sub={ticket.facility ?? undefined}>
        <PartyName name={ticket.organization} />
      </Cell>
      <Cell sub={about}>{ticket.plan}</Cell>
    </>
  );
}

function Claims({ ticket: { claimCount, disputedCents } }: { ticket: MyTicket }) {
  if (claimCount === 0) return <>no claims</>;
  return (
    <>
      {claimCount === 1 ? '1 claim' : `${claimCount.toLocaleString('en-US')} claims`}, <Money cents={disputedCents} />
    </>
  );
}

/** Colour is spent on the provider's own dates, and where a plan or the Portal Team is late. */
function RowDate({ ticket, isMine, today, holidays }: Omit<TicketRowProps, 'hasClients'>) {
  const { clock, closedOn } = ticket;
  if (closedOn !== null) return <CivilDate date={closedOn} />;
  if (clock === null) return <span className="text-ink-soft">No date runs for you</span>;
  return <DueBadge due={clock.dueOn} today={today} kind={clock.kind} soon={isMine && isSoon(today, clock.dueOn, holidays)} why={whyLine(clock)} />;
}
