import { ticketPurpose } from '@/app/forms/run-ticket-form';
import type { WorkItem, WorkQueue } from '@/server/queries/list-work-queues';
import { formatDayShort } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { ActionForm } from '@/ui/forms/action-form';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { PartyName } from '@/ui/table/party-name';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { DueBadge } from '@/ui/ticket/due-badge';
import { whyLine } from '@/ui/ticket/why-line';
import { alertHfsAction } from './actions';

const COLUMNS = [{ label: 'Ticket, plan’s number' }, { label: 'Provider, issue' }, { label: 'Plan' }, { label: 'Answer was due', sorted: true }, { label: 'Alert to HFS' }] as const;

type OverdueProps = { queue: WorkQueue; keyOf: (purpose: string) => string };

/** R19: answers that are overdue, and the alert to the Account Manager and Administration. */
export function Overdue({ queue, keyOf }: OverdueProps) {
  return (
    <DataTable label="Overdue answers, earliest due date first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {queue.tickets.map((item) => (
          <OverdueRow key={item.ticketId} item={item} queue={queue} keyOf={keyOf} />
        ))}
      </TableBody>
    </DataTable>
  );
}

function OverdueRow({ item, queue, keyOf }: { item: WorkItem } & OverdueProps) {
  const { clock } = item;
  const alert = item.actions.find((a) => a.action === 'alertHfs');
  return (
    <Row>
      <RowHead sub={item.trackingNumber}>
        <AppLink href={`/tickets/${item.ticketId}`}>{item.number}</AppLink>
      </RowHead>
      <Cell sub={item.issueType}>
        <PartyName name={item.provider} />
      </Cell>
      <Cell>{item.planShortName}</Cell>
      <Cell first sub={item.presentedOn === null ? undefined : <span className="max-lg:hidden">presented {formatDayShort(item.presentedOn)}</span>}>
        {clock && <DueBadge due={clock.dueOn} today={queue.today} kind={clock.kind} why={whyLine(clock)} />}
      </Cell>
      <Cell className="lg:w-[24rem]">
        {item.alertedOn !== null && (
          <StatusTag tone="act" icon="mail">
            Alerted <CivilDate date={item.alertedOn} format="short" />
          </StatusTag>
        )}
        {alert?.refused === null && (
          <ActionForm action={alertHfsAction.bind(null, item.ticketId)} prefix={`a-${item.number}`} label={`Alert HFS to ${item.number}`}>
            <FormDisclosure
              bodyClassName="grid gap-3"
              summary={
                <>
                  {item.alertedOn === null ? 'Alert HFS' : 'Alert HFS again'}
                  <span className="sr-only"> to {item.number}</span>
                </>
              }
            >
              <FormKey commandKey={keyOf(ticketPurpose('alertHfs', item.ticketId))} version={item.eventCount} />
              <TextArea name="what" label="What happened" hint="The Account Manager and HFS Administration read it here; their e-mail does not hold it." rows={3} maxCharacters={2000} />
              <div>
                <SubmitButton size="small">Send the alert</SubmitButton>
              </div>
            </FormDisclosure>
          </ActionForm>
        )}
      </Cell>
    </Row>
  );
}
