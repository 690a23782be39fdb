import { listAddress } from '@/app/lists/list-address';
import { DEADLINE_RULES } from '@/domain/deadlines';
import type { FineFate } from '@/domain/tickets/move-dates';
import type { HolidayPreview, PreviewedMove } from '@/server/queries/preview-holidays';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Section } from '@/ui/section';
import { DataTable } from '@/ui/table/data-table';
import { Pagination } from '@/ui/table/pagination';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';

const COLUMNS = [{ label: 'Ticket, plan' }, { label: 'Date' }, { label: 'From' }, { label: 'To' }, { label: 'Fine' }] as const;
const RULE_COLUMNS = [{ label: 'Date' }, { label: 'How many', align: 'right' }] as const;
const FATES: Record<FineFate, string> = {
  void: 'The proposal is void',
  rescinded: 'The issued fine is rescinded, and the plan is told',
  proposed_anew: 'Proposed anew with the later date',
  stays: 'The fine stays: the later date has passed, too',
};

type MovesTableProps = { id: string; title: string; moves: readonly PreviewedMove[]; paged?: Pick<HolidayPreview, 'clocks' | 'page' | 'pages'> };

export function MovesTable({ id, title, moves, paged }: MovesTableProps) {
  const href = (page: number) => listAddress('/holidays/preview', { page: page === 1 ? null : String(page) });
  return (
    <Section id={id} title={title} className="mt-10">
      <DataTable label={title} stack tight hover>
        <TableHead columns={COLUMNS} />
        <TableBody>
          {moves.map((move) => (
            <Row key={move.clockId}>
              <RowHead sub={move.planShortName}>
                <AppLink href={`/tickets/${move.ticketId}`}>{move.number}</AppLink>
              </RowHead>
              <Cell label="Date">{DEADLINE_RULES[move.ruleId].label}</Cell>
              <Cell label="From">
                <CivilDate date={move.from} format="weekday" />
              </Cell>
              <Cell label="To">
                <CivilDate date={move.to} format="weekday" />
              </Cell>
              <Cell label="Fine">{move.fine === null ? 'none' : FATES[move.fine]}</Cell>
            </Row>
          ))}
        </TableBody>
      </DataTable>
      {paged !== undefined && (
        <Pagination shown={`${moves.length} of ${paged.clocks.toLocaleString('en-US')} shown`} firstHref={paged.page > 1 ? href(1) : null} nextHref={paged.page < paged.pages ? href(paged.page + 1) : null} />
      )}
    </Section>
  );
}

export function MovesByRule({ preview }: { preview: HolidayPreview }) {
  return (
    <Section id="by-date" title="Which dates" className="mt-10 max-w-[44rem]">
      <DataTable label="Dates that move, by kind" tight>
        <TableHead columns={RULE_COLUMNS} />
        <TableBody>
          {preview.byRule.map(({ ruleId, clocks }) => (
            <Row key={ruleId}>
              <RowHead>{DEADLINE_RULES[ruleId].label}</RowHead>
              <Cell align="right">{clocks.toLocaleString('en-US')}</Cell>
            </Row>
          ))}
        </TableBody>
      </DataTable>
    </Section>
  );
}
