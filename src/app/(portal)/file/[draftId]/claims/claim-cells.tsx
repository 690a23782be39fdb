import type { ReadyLine } from '@/domain/tickets/check-draft';
import { formatDayShort, yearOf, type CalendarDate } from '@/shared/calendar-date';
import { Cell, RowHead } from '@/ui/table/table-parts';

/** The cells with which every table of claims begins: its number there and the claim's, the member, the days of service. */
export function ClaimCells({ no, claim }: { no: number; claim: Pick<ReadyLine['claim'], 'claimNumber' | 'memberName' | 'rin' | 'serviceFrom' | 'serviceTo'> }) {
  return (
    <>
      <RowHead>
        <span className="text-ink-soft font-normal inline-block min-w-7 pr-2">{no}</span>
        <span className="wrap-anywhere">{claim.claimNumber}</span>
      </RowHead>
      <Cell sub={spaced(claim.rin)}>{claim.memberName}</Cell>
      <Cell noWrap sub={claim.serviceFrom === claim.serviceTo ? undefined : <>to <Day day={claim.serviceTo} /></>}>
        <Day day={claim.serviceFrom} />
      </Cell>
    </>
  );
}

/** `003 817 926`: easier to compare with the card. */
function spaced(rin: string): string {
  return rin.replace(/(\d{3})(?=\d)/g, '$1 ');
}

function Day({ day }: { day: CalendarDate }) {
  return (
    <time dateTime={day}>
      {formatDayShort(day)}, {yearOf(day)}
    </time>
  );
}
