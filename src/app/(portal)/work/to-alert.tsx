import { ticketPurpose } from '@/app/forms/run-ticket-form';
import { alertWords, strongestReasons } from '@/domain/tickets/escalation';
import type { PreparedAlert, WorkQueue } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { alertPreparedAction, setAsideAlertAction } from './actions';
import { setAsidePurpose } from './purposes';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, plan' }, { label: 'Since', sorted: true }, { label: 'What the alert says' }, { label: 'Act', hidden: true }] as const;

type ToAlertProps = { queue: WorkQueue; keyOf: (purpose: string) => string };

/** R19: the alerts that the portal has prepared; one press sends one to the Account Manager and Administration. */
export function ToAlert({ queue, keyOf }: ToAlertProps) {
  return (
    <DataTable label="Prepared alerts, the longest wait first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {queue.alerts.map((alert) => (
          <AlertRow key={alert.ticketId} alert={alert} keyOf={keyOf} />
        ))}
      </TableBody>
    </DataTable>
  );
}

function AlertRow({ alert, keyOf }: { alert: PreparedAlert; keyOf: ToAlertProps['keyOf'] }) {
  const { ticketId, number, reasons, planName, alertedOn } = alert;
  const words = alertWords(reasons, planName);
  const [first] = strongestReasons(reasons);
  return (
    <Row>
      <RowHead sub={alert.trackingNumber}>
        <AppLink href={`/tickets/${ticketId}`}>{number}</AppLink>
      </RowHead>
      <Cell sub={alert.planShortName}>
        <PartyName name={alert.provider} />
      </Cell>
      <Cell first label="Since">
        {first && <CivilDate date={first.sinceOn} />}
      </Cell>
      <Cell className="lg:max-w-[30rem]">
        {words.split('\n').map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        {alertedOn !== null && (
          <StatusTag tone="act" icon="mail">
            Alerted <CivilDate date={alertedOn} format="short" />
          </StatusTag>
        )}
      </Cell>
      <Cell>
        <div className="flex flex-wrap gap-2">
          <ActionForm action={alertPreparedAction.bind(null, ticketId)} prefix={`p-${number}`} label={`Alert HFS to ${number}`}>
            <FormKey commandKey={keyOf(ticketPurpose('alertHfs', ticketId))} />
            <input type="hidden" name="what" value={words} />
            <SubmitButton size="small" variant="secondary">
              Alert HFS<span className="sr-only"> to {number}</span>
            </SubmitButton>
          </ActionForm>
          <ActionForm action={setAsideAlertAction.bind(null, ticketId)} prefix={`s-${number}`} label={`Set the alert for ${number} aside`}>
            <FormKey commandKey={keyOf(setAsidePurpose(ticketId))} />
            <SubmitButton size="small" variant="quiet">
              Set aside<span className="sr-only"> {number}</span>
            </SubmitButton>
          </ActionForm>
        </div>
      </Cell>
    </Row>
  );
}
