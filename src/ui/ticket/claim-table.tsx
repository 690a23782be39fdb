import type { ReactNode } from 'react';
import { sumCents, type Cents } from '@/shared/cents';
import type { CalendarDate } from '@/shared/calendar-date';
import { formatDayShort, yearOf } from '@/shared/calendar-date';
import { Money } from '@/ui/money';
import { StatusTag, type TagTone } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableFoot, TableHead, type Column } from '@/ui/table/table-parts';

export type ClaimRow = {
  lineNo: number;
  claimNumber: string;
  /** Second line: "Denied CO-197". */
  denial?: string | null;
  memberName: string;
  /** As it may be shown: the whole RIN or its end. */
  rin: string;
  serviceFrom: CalendarDate;
  serviceTo: CalendarDate;
  billedCents: Cents;
  paidCents?: Cents | null;
  disputedCents: Cents;
  outcome?: { label: string; tone?: TagTone; note?: ReactNode } | null;
  /** HFS's decision on the line (R18). */
  ruling?: ClaimRow['outcome'];
};

type ClaimTableProps = {
  claims: readonly ClaimRow[];
  /** The plan's outcome per line, once it has answered; its cell in the foot. */
  outcomes?: { foot?: ReactNode };
  /** HFS's decision per line, once the reader may see it; its cell in the foot. */
  rulings?: { foot?: ReactNode };
  /** Billed and paid; left out where there is little room. */
  billed?: boolean;
  /** Links of a line, such as Edit and Remove. */
  actions?: (claim: ClaimRow) => ReactNode;
  totalLabel?: string;
  /** The sums of all lines where these are only a page of them. */
  totals?: ClaimSums;
  label?: string;
};

export type ClaimSums = { billedCents: Cents; paidCents: Cents | null; disputedCents: Cents };

function sumsOf(claims: readonly ClaimRow[]): ClaimSums {
  const paid = claims.flatMap((claim) => claim.paidCents ?? []);
  return {
    billedCents: sumCents(claims.map((claim) => claim.billedCents)),
    paidCents: paid.length === 0 ? null : sumCents(paid),
    disputedCents: sumCents(claims.map((claim) => claim.disputedCents)),
  };
}

function columnsOf({ billed, outcomes, rulings, actions }: ClaimTableProps): Column[] {
  return [
    { label: 'Claim' },
    { label: 'Member' },
    { label: 'Service' },
    ...(billed ? [{ label: 'Billed, paid', align: 'right' as const }] : []),
    { label: 'Disputed', align: 'right' },
    ...(outcomes ? [{ label: 'Plan’s outcome' }] : []),
    ...(rulings ? [{ label: 'HFS decides' }] : []),
    ...(actions ? [{ label: 'Change', hidden: true }] : []),
  ];
}

/** The claim lines with their totals; they are health information, so never in titles or addresses. */
export function ClaimTable({ billed = true, ...props }: ClaimTableProps) {
  const { claims, outcomes, rulings, actions, totalLabel = `Total of ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`, label = 'Claims', totals = sumsOf(claims) } = props;
  return (
    <DataTable label={label} tight>
      <TableHead columns={columnsOf({ ...props, billed })} />
      <TableBody>
        {claims.map((claim) => (
          <ClaimLineRow key={claim.lineNo} claim={claim} billed={billed} hasOutcome={outcomes !== undefined} hasRuling={rulings !== undefined} actions={actions} />
        ))}
      </TableBody>
      <TableFoot>
        <RowHead colSpan={3}>{totalLabel}</RowHead>
        {billed && (
          <Cell align="right" sub={totals.paidCents === null ? undefined : <Paid cents={totals.paidCents} />}>
            <Money cents={totals.billedCents} />
          </Cell>
        )}
        <Cell align="right">
          <Money cents={totals.disputedCents} />
        </Cell>
        {outcomes && <Cell>{outcomes.foot}</Cell>}
        {rulings && <Cell>{rulings.foot}</Cell>}
        {actions && <Cell />}
      </TableFoot>
    </DataTable>
  );
}

type ClaimLineRowProps = { claim: ClaimRow; billed: boolean; hasOutcome: boolean; hasRuling: boolean; actions: ClaimTableProps['actions'] };

function ClaimLineRow({ claim, billed, hasOutcome, hasRuling, actions }: ClaimLineRowProps) {
  const isOneDay = claim.serviceFrom === claim.serviceTo;
  const paid = claim.paidCents ?? null;
  return (
    <Row>
      <RowHead sub={claim.denial ?? undefined}>{claim.claimNumber}</RowHead>
      <Cell sub={`RIN ${claim.rin}`}>
        {claim.memberName}
      </Cell>
      <Cell sub={isOneDay ? undefined : <>to {<ServiceDay day={claim.serviceTo} />}</>} className="whitespace-nowrap">
        <ServiceDay day={claim.serviceFrom} />
      </Cell>
      {billed && (
        <Cell align="right" sub={paid === null ? undefined : <Paid cents={paid} />}>
          <Money cents={claim.billedCents} />
        </Cell>
      )}
      <Cell align="right">
        <b>
          <Money cents={claim.disputedCents} />
        </b>
      </Cell>
      {hasOutcome && <OutcomeCell outcome={claim.outcome} />}
      {hasRuling && <OutcomeCell outcome={claim.ruling} />}
      {actions && <Cell className="whitespace-nowrap">{actions(claim)}</Cell>}
    </Row>
  );
}

function OutcomeCell({ outcome }: Pick<ClaimRow, 'outcome'>) {
  return (
    <Cell sub={outcome?.note}>
      {outcome && (
        <StatusTag tone={outcome.tone} icon={outcome.tone === 'done' ? 'check' : undefined}>
          {outcome.label}
        </StatusTag>
      )}
    </Cell>
  );
}

function ServiceDay({ day }: { day: CalendarDate }) {
  return (
    <time dateTime={day}>
      {formatDayShort(day)}, {yearOf(day)}
    </time>
  );
}

function Paid({ cents }: { cents: Cents }) {
  return (
    <>
      paid <Money cents={cents} />
    </>
  );
}
