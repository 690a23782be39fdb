import type { WorkQueue } from '@/server/queries/list-work-queues';
import type { NoNumberReport } from '@/server/queries/work-exceptions';
import { countWords } from '@/shared/capped-count';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { ActionForm } from '@/ui/forms/action-form';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { Section } from '@/ui/section';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { settleNoNumberAction } from './actions';
import { settlePurpose } from './purposes';

const COLUMNS = [{ label: 'Plan, asked on' }, { label: 'Provider, person' }, { label: 'Reported', sorted: true }, { label: 'Settle' }] as const;
const PLAN_COLUMNS = [{ label: 'Plan' }, { label: 'Open', align: 'right' }, { label: 'All', align: 'right' }] as const;

type NoNumberProps = { queue: WorkQueue; keyOf: (purpose: string) => string };

/** D19: providers who asked a plan for a tracking number and got none, so that they cannot file. */
export function NoNumberReports({ queue, keyOf }: NoNumberProps) {
  return (
    <DataTable label="Reports that a plan gave no tracking number, the oldest first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {queue.reports.map((report) => (
          <ReportRow key={report.reportId} report={report} keyOf={keyOf} />
        ))}
      </TableBody>
    </DataTable>
  );
}

function ReportRow({ report, keyOf }: { report: NoNumberReport; keyOf: NoNumberProps['keyOf'] }) {
  return (
    <Row>
      <RowHead
        sub={
          <>
            asked <CivilDate date={report.askedOn} format="weekday" />
          </>
        }
      >
        {report.planName}
      </RowHead>
      <Cell sub={report.reportedByName}>
        <PartyName name={report.organizationName} />
      </Cell>
      <Cell label="Reported">
        <ChicagoInstant at={report.reportedAt} />
      </Cell>
      <Cell className="lg:w-[24rem]">
        <ActionForm action={settleNoNumberAction.bind(null, report.reportId)} prefix={`n-${report.reportId.slice(0, 8)}`} label={`Settle the report of ${report.organizationName} about ${report.planName}`}>
          <FormDisclosure
            bodyClassName="grid gap-3"
            summary={
              <>
                Settle<span className="sr-only"> the report of {report.organizationName} about {report.planName}</span>
              </>
            }
          >
            <FormKey commandKey={keyOf(settlePurpose(report.reportId))} />
            <TextArea name="note" label="How it was settled" hint="Such as: the plan gave the number by phone. The report still counts against the plan." rows={3} maxCharacters={1000} />
            <div>
              <SubmitButton size="small">Settle the report</SubmitButton>
            </div>
          </FormDisclosure>
        </ActionForm>
      </Cell>
    </Row>
  );
}

/** How often it was reported of each plan. */
export function NoNumberPlans({ queue }: { queue: WorkQueue }) {
  return (
    <Section id="by-plan" title="Counted per plan" className="mt-10 max-w-[44rem]">
      <DataTable label="Reports without a tracking number, per plan" tight>
        <TableHead columns={PLAN_COLUMNS} />
        <TableBody>
          {queue.reportsByPlan.map((plan) => (
            <Row key={plan.planCode}>
              <RowHead>{plan.planName}</RowHead>
              <Cell align="right">{countWords(plan.open)}</Cell>
              <Cell align="right">{countWords(plan.total)}</Cell>
            </Row>
          ))}
        </TableBody>
      </DataTable>
    </Section>
  );
}
