import { ticketPurpose } from '@/app/forms/run-ticket-form';
import { alertWords, reasonInShort, strongestReasons } from '@/domain/tickets/escalation';
import type { PreparedAlert, WorkQueue } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Disclosure } from '@/ui/disclosure';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { alertPreparedAction, setAsideAlertAction } from './actions';
import { setAsidePurpose } from './purposes';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, plan' }, { label: 'Since', sorted: true }, { label: 'Why' }, { label: 'Act', hidden: true }] as const;

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
  const { ticketId, number, reasons, sinceOn, planName } = alert;
  const words = alertWords(reasons, planName);
  return (
    <Row>
      <RowHead sub={alert.trackingNumber}>
        <AppLink href={`/tickets/${ticketId}`}>{number}</AppLink>
      </RowHead>
      <Cell sub={alert.planShortName}>
        <PartyName name={alert.provider} />
      </Cell>
      <Cell first label="Since">
        <b>
          <CivilDate date={sinceOn} />
        </b>
      </Cell>
      <Cell>
        <Why alert={alert} words={words} />
      </Cell>
      <Cell>
        <Acts ticketId={ticketId} number={number} words={words} keyOf={keyOf} />
      </Cell>
    </Row>
  );
}

/** Each reason in short, with its own date where there is more than one, and the alert word for word behind a click. */
function Why({ alert: { reasons, alertedOn }, words }: { alert: PreparedAlert; words: string }) {
  const strongest = strongestReasons(reasons);
  return (
    <>
      {strongest.map((reason) => (
        <span key={reason.reason} className="block">
          {reasonInShort(reason)}
          {strongest.length > 1 && (
            <span className="text-ink-soft">
              , <CivilDate date={reason.sinceOn} format="weekday" />
            </span>
          )}
        </span>
      ))}
      {alertedOn !== null && (
        <StatusTag tone="act" icon="mail">
          Alerted <CivilDate date={alertedOn} format="short" />
        </StatusTag>
      )}
      <Disclosure summary="What HFS will read" bodyClassName="max-w-[30rem]">
        <p className="whitespace-pre-line">{words}</p>
      </Disclosure>
    </>
  );
}

function Acts({ ticketId, number, words, keyOf }: { ticketId: string; number: string; words: string; keyOf: ToAlertProps['keyOf'] }) {
  return (
    <div className="flex flex-wrap lg:flex-nowrap lg:justify-end gap-2">
      <ActionForm action={alertPreparedAction.bind(null, ticketId)} prefix={`p-${number}`} label={`Alert HFS to ${number}`}>
        <FormKey commandKey={keyOf(ticketPurpose('alertHfs', ticketId))} />
        <input type="hidden" name="what" value={words} />
        <SubmitButton size="small" variant="secondary" className="whitespace-nowrap">
          Alert HFS<span className="sr-only"> to {number}</span>
        </SubmitButton>
      </ActionForm>
      <ActionForm action={setAsideAlertAction.bind(null, ticketId)} prefix={`s-${number}`} label={`Set the alert for ${number} aside`}>
        <FormKey commandKey={keyOf(setAsidePurpose(ticketId))} />
        <SubmitButton size="small" variant="quiet" className="whitespace-nowrap">
          Set aside<span className="sr-only"> {number}</span>
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
