import { DEADLINE_RULES, RULE_IDS, type Arithmetic, type RuleKind } from '@/domain/deadlines';
import { assertNever } from '@/shared/assert-never';
import { AppLink } from '@/ui/app-link';
import { Section } from '@/ui/section';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { calculatorHref } from './calculator-href';

const KINDS: Record<RuleKind, string> = { duty: 'Duty', window: 'Right', target: 'Aim' };

function countedAs(arithmetic: Arithmetic): string {
  switch (arithmetic.type) {
    case 'calendar':
      return `${arithmetic.days} calendar days`;
    case 'calendar_roll':
      return `${arithmetic.days} calendar days, then to the next business day`;
    case 'business':
      return `${arithmetic.days} business days`;
    case 'set_by_asker':
      return 'a date set by whoever asks';
    case 'end_of_next_month':
      return 'the last day of the next month';
    default:
      return assertNever(arithmetic);
  }
}

/** All deadlines of the policy, from the table that works them out. */
export function DeadlineTable() {
  return (
    <Section id="deadlines" title="All deadlines">
      <p className="mb-4 max-w-[44rem]">
        A <b>duty</b> that is missed is overdue. A <b>right</b> that is not used ends, and nobody is late. An <b>aim</b> is the State’s own; missing it changes nothing. The day from which a
        deadline counts is day 0 and is not counted itself.
      </p>
      <DataTable label="All deadlines" stack framed>
        <TableHead columns={[{ label: 'Deadline' }, { label: 'Counts from' }, { label: 'How long' }, { label: 'Whose' }, { label: 'Kind' }, { label: 'Rule' }]} />
        <TableBody>
          {RULE_IDS.map((id) => {
            const rule = DEADLINE_RULES[id];
            return (
              <Row key={id}>
                <RowHead>{rule.arithmetic.type === 'set_by_asker' ? rule.label : <AppLink href={calculatorHref(id)}>{rule.label}</AppLink>}</RowHead>
                <Cell label="From">{rule.day0Short}</Cell>
                <Cell label="How long">{countedAs(rule.arithmetic)}</Cell>
                <Cell label="Whose">
                  <span className="inline-block first-letter:uppercase">{rule.owedByWords}</span>
                </Cell>
                <Cell label="Kind">{KINDS[rule.kind]}</Cell>
                <Cell label="Rule">
                  <a href={`#${rule.source}`}>{rule.source}</a>
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </DataTable>
    </Section>
  );
}
