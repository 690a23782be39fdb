import { formatDay } from '@/shared/calendar-date';
import type { HolidayLine, HolidaysPage } from '@/server/queries/get-holidays-page';
import { ActionForm } from '@/ui/forms/action-form';
import { CivilDate } from '@/ui/civil-date';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { changeDayAction, confirmYearAction } from './actions';

const COLUMNS = [{ label: 'Day' }, { label: 'Holiday' }, { label: 'By HFS' }, { label: 'Change' }] as const;
const DRAFTED = { add: 'to be added', confirm: 'to be confirmed', withdraw: 'to be withdrawn' } as const;

/** One year of the table; what the draft does to a day stands beside it. */
export function YearTable({ page, formKey }: { page: HolidaysPage; formKey: string }) {
  const open = page.holidays.filter((h) => !h.confirmed && h.drafted === null).length;
  return (
    <div>
      <DataTable label={`State holidays of ${page.year}`} stack tight>
        <TableHead columns={COLUMNS} />
        <TableBody>
          {page.holidays.map((holiday) => (
            <HolidayRow key={holiday.on} holiday={holiday} formKey={formKey} />
          ))}
        </TableBody>
      </DataTable>
      {open > 1 && (
        <ActionForm action={confirmYearAction.bind(null, page.year)} prefix="year" label={`Confirm all days of ${page.year}`} className="mt-4">
          <FormKey commandKey={formKey} />
          <SubmitButton size="small" variant="secondary">
            Confirm all {open} open days of {page.year}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

function HolidayRow({ holiday, formKey }: { holiday: HolidayLine; formKey: string }) {
  const { on, name, confirmed, drafted } = holiday;
  return (
    <Row>
      <RowHead>
        <CivilDate date={on} format="weekday" />
      </RowHead>
      <Cell label="Holiday">{name}</Cell>
      <Cell label="By HFS">{confirmed ? <StatusTag tone="done">Confirmed</StatusTag> : <StatusTag tone="soon">Not confirmed</StatusTag>}</Cell>
      <Cell>
        {drafted === null ? (
          <div className="flex flex-wrap gap-2">
            {!confirmed && <DayForm holiday={holiday} op="confirm" formKey={formKey} />}
            <DayForm holiday={holiday} op="withdraw" formKey={formKey} />
          </div>
        ) : (
          DRAFTED[drafted]
        )}
      </Cell>
    </Row>
  );
}

function DayForm({ holiday: { on, name, confirmed }, op, formKey }: { holiday: HolidayLine; op: 'confirm' | 'withdraw'; formKey: string }) {
  const word = op === 'confirm' ? 'Confirm' : 'Withdraw';
  // A year can have two days of one name: its New Year's Day, and the next one's that is kept on Dec 31.
  const which = `${name}, ${formatDay(on)}`;
  return (
    <ActionForm action={changeDayAction.bind(null, on, op)} prefix={`${op}-${on}`} label={`${word} ${which}`} className={confirmed ? '-ml-3' : undefined}>
      <FormKey commandKey={formKey} />
      <SubmitButton size="small" variant={op === 'confirm' ? 'secondary' : 'quiet'}>
        {word}
        <span className="sr-only"> {which}</span>
      </SubmitButton>
    </ActionForm>
  );
}
