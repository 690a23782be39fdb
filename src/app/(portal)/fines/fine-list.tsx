import type { FineDesk, FineItem, HeldTicket } from '@/server/queries/list-fines';
import { countWords } from '@/shared/capped-count';
import { formatDayShort, formatDayWithoutYear, type CalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { Money } from '@/ui/money';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { fineHref } from './fine-addresses';

const LABELS: Record<FineDesk['tab'], string> = {
  proposed: 'Proposed fines, the oldest missed date first',
  objections: 'Fines to which the plan objects, the oldest missed date first',
  issued: 'Fines issued this quarter, the latest missed date first',
  waived: 'Waived fines, the latest missed date first',
  rescinded: 'Rescinded fines, the latest missed date first',
};

const COLUMNS = [{ label: 'Ticket, plan' }, { label: 'Answer was due', sorted: true }, { label: 'State' }];

/** The fines of a tab; held tickets stand under the proposed ones, outside their count and dollars (D8). */
export function FineList({ desk }: { desk: FineDesk }) {
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-h3">{titleOf(desk)}</h2>
        {desk.tab === 'proposed' && (
          <p>
            up to{' '}
            <b>
              <Money cents={desk.proposedCents} />
            </b>
          </p>
        )}
      </div>
      <DataTable label={LABELS[desk.tab]} stack tight hover className="mt-3">
        <TableHead columns={desk.tab === 'proposed' ? COLUMNS : COLUMNS.map(({ label }) => ({ label }))} />
        <TableBody>
          {desk.fines.map((fine) => (
            <FineRow key={fine.fineId} fine={fine} desk={desk.tab} today={desk.today} current={fine.ticketId === desk.selected?.ticketId} />
          ))}
          {desk.held.map((ticket) => (
            <HeldRow key={ticket.ticketId} ticket={ticket} today={desk.today} />
          ))}
        </TableBody>
      </DataTable>
      {desk.held.length > 0 && <p className="text-ink-soft mt-3">Held: HFS has not decided the extension request (D8). No fine is proposed until it has.{desk.held.length < desk.heldCount && ` The first ${desk.held.length} are shown; the file of this tab has them all.`}</p>}
    </>
  );
}

function titleOf({ tab, counts, heldCount }: FineDesk): string {
  const n = countWords(counts[tab]);
  if (tab === 'proposed') return heldCount === 0 ? `${n} ready` : `${n} ready, ${countWords(heldCount)} held`;
  if (tab === 'objections') return `${n} to decide`;
  return `${n} ${tab}`;
}

function FineRow({ fine, desk, today, current }: { fine: FineItem; desk: FineDesk['tab']; today: CalendarDate; current: boolean }) {
  return (
    <Row current={current}>
      <RowHead sub={fine.planShortName}>
        <AppLink href={`${fineHref(fine.ticketId)}#evidence`}>{fine.number}</AppLink>
      </RowHead>
      <Cell first sub={fine.respondedOn === null ? 'no answer yet' : `answered ${formatDayWithoutYear(fine.respondedOn)}`}>
        <DueBadge due={fine.dueOn} today={today} doneOn={fine.respondedOn} why={whyLine(fine.reason)} />
      </Cell>
      <Cell sub={stateDay(fine, desk)}>
        <FineState fine={fine} desk={desk} />
      </Cell>
    </Row>
  );
}

function stateDay(fine: FineItem, desk: FineDesk['tab']): string | undefined {
  const day = desk === 'objections' ? fine.objectedOn : fine.decidedOn;
  return day === null ? undefined : formatDayShort(day);
}

function FineState({ fine, desk }: { fine: FineItem; desk: FineDesk['tab'] }) {
  switch (fine.status) {
    case 'proposed':
      return <StatusTag>Ready</StatusTag>;
    case 'issued':
      return desk === 'objections' ? <StatusTag tone="act">Objection</StatusTag> : <StatusTag tone="late">Issued</StatusTag>;
    case 'waived':
      return <StatusTag>Waived</StatusTag>;
    case 'rescinded':
      return <StatusTag tone="soon">Rescinded</StatusTag>;
    case 'void':
      return <StatusTag>Void</StatusTag>;
  }
}

function HeldRow({ ticket, today }: { ticket: HeldTicket; today: CalendarDate }) {
  return (
    <Row>
      <RowHead sub={ticket.planShortName}>
        <AppLink href={`/tickets/${ticket.ticketId}`}>{ticket.number}</AppLink>
      </RowHead>
      <Cell first sub="extension asked, undecided">
        <DueBadge due={ticket.dueOn} today={today} why={whyLine(ticket.reason)} />
      </Cell>
      <Cell>
        <StatusTag tone="soon" icon="pause">
          Held
        </StatusTag>
      </Cell>
    </Row>
  );
}
