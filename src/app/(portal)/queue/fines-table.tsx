import type { PlanFine } from '@/server/queries/list-plan-queue';
import { quarterName } from '@/domain/fines/quarter-name';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { TAB_WORDS } from './queue-tabs';

const COLUMNS = [{ label: 'Ticket, your number' }, { label: 'Provider' }, { label: 'Issue, program' }, { label: 'Answer was due' }, { label: 'Issued, counts for' }, { label: 'Fine', align: 'right' }] as const;

/** A plan's issued fines; the R21 e-mail of each stands on its ticket. */
export function FinesTable({ fines }: { fines: readonly PlanFine[] }) {
  return (
    <DataTable label={TAB_WORDS.fined.table} stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {fines.map((fine) => (
          <Row key={fine.fineId}>
            <RowHead
              sub={
                <>
                  {fine.trackingNumber}
                  {fine.formerPlan !== null && <span className="block">as {fine.formerPlan}</span>}
                </>
              }
            >
              <AppLink href={`/tickets/${fine.ticketId}`}>{fine.number}</AppLink>
            </RowHead>
            <Cell>
              <PartyName name={fine.provider} />
            </Cell>
            <Cell sub={fine.program}>{fine.issueType}</Cell>
            <Cell label="Answer was due" sub={fine.respondedOn === null ? 'no answer yet' : <>answered <CivilDate date={fine.respondedOn} format="weekday" /></>}>
              <CivilDate date={fine.dueOn} />
            </Cell>
            <Cell first label="Issued" sub={quarterName(fine.quarter)}>
              <b>
                <CivilDate date={fine.issuedOn} />
              </b>
            </Cell>
            <Cell align="right" label="Fine">
              <Money cents={fine.amountCents} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </DataTable>
  );
}
