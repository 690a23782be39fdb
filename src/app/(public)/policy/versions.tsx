import { RULE_SETS } from '@/domain/deadlines';
import type { HolidayVersion } from '@/server/queries/get-policy-page';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { Section } from '@/ui/section';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';

/** R28, D15: all versions of the rules and of the holiday table, the newest first. */
export function Versions({ holidayVersions }: { holidayVersions: readonly HolidayVersion[] }) {
  return (
    <Section id="versions" title="Versions">
      <p className="max-w-[44rem]">
        A date and a fine keep the version by which they were made (<a href="#R28">R28</a>). “Why this date?” names the version of the rules and of the holiday table.
      </p>
      <div className="mt-4 grid max-w-[52rem] gap-8">
        <DataTable label="Versions of the rules" stack framed>
          <TableHead columns={[{ label: 'Rules' }, { label: 'In force from' }, { label: 'Fine for each ticket' }]} />
          <TableBody>
            {RULE_SETS.toReversed().map((set) => (
              <Row key={set.version}>
                <RowHead sub={set.label}>Version {set.version}</RowHead>
                <Cell label="In force from" noWrap>
                  <CivilDate date={set.effectiveOn} />
                </Cell>
                <Cell label="Fine">
                  <Money cents={set.fineAmountCents} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </DataTable>
        <DataTable label="Versions of the holiday table" stack framed>
          <TableHead columns={[{ label: 'Holiday table' }, { label: 'Years' }, { label: 'What changed' }]} />
          <TableBody>
            {holidayVersions.map((v) => (
              <Row key={v.version}>
                <RowHead>Version {v.version}</RowHead>
                <Cell label="Years" noWrap>
                  {v.firstYear} to {v.lastYear}
                </Cell>
                <Cell label="What changed">{v.note}</Cell>
              </Row>
            ))}
          </TableBody>
        </DataTable>
      </div>
    </Section>
  );
}
