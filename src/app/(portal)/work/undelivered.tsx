import { ticketPurpose } from '@/app/forms/run-ticket-form';
import type { UndeliveredMail, WorkQueue } from '@/server/queries/list-work-queues';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { resendMessageAction, resendNoticeAction } from './actions';
import { resendPurpose } from './purposes';

const COLUMNS = [{ label: 'To' }, { label: 'Subject, ticket' }, { label: 'Last tried', sorted: true }, { label: 'What the mail server said' }, { label: 'Act', hidden: true }] as const;

type UndeliveredProps = { queue: WorkQueue; keyOf: (purpose: string) => string };

/** Messages that the mail server refused for good. Sending one again makes a new message with the same words. */
export function Undelivered({ queue, keyOf }: UndeliveredProps) {
  return (
    <DataTable label="Messages that could not be delivered, the oldest first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {queue.mails.map((mail) => (
          <Row key={mail.messageId}>
            <RowHead sub={mail.toAddress}>{mail.toName}</RowHead>
            <Cell sub={mail.ticket && <TicketOfMail ticket={mail.ticket} />}>
              <span className="wrap-anywhere">{mail.subject}</span>
              {mail.holdsClosing && (
                <span className="block mt-0.5">
                  <StatusTag tone="soon" icon="pause">
                    Holds up the closing (D18)
                  </StatusTag>
                </span>
              )}
            </Cell>
            <Cell label="Last tried" sub={mail.attempts === 1 ? '1 attempt' : `${mail.attempts} attempts`}>
              <ChicagoInstant at={mail.lastAttemptAt ?? mail.enqueuedAt} short />
            </Cell>
            <Cell className="lg:max-w-[24rem]">
              <span className="wrap-anywhere">{mail.serverReply ?? 'No answer was recorded.'}</span>
            </Cell>
            <Cell noWrap>
              <SendAgain mail={mail} keyOf={keyOf} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </DataTable>
  );
}

function TicketOfMail({ ticket }: { ticket: NonNullable<UndeliveredMail['ticket']> }) {
  return (
    <>
      <AppLink href={`/tickets/${ticket.ticketId}`}>{ticket.number}</AppLink> · {ticket.trackingNumber}
    </>
  );
}

function SendAgain({ mail, keyOf }: { mail: UndeliveredMail; keyOf: UndeliveredProps['keyOf'] }) {
  const { ticket, messageId } = mail;
  const action = ticket === null ? resendMessageAction.bind(null, messageId) : resendNoticeAction.bind(null, ticket.ticketId, messageId);
  const purpose = ticket === null ? resendPurpose(messageId) : ticketPurpose('resendNotice', ticket.ticketId);
  return (
    <ActionForm action={action} prefix={`m-${messageId.slice(0, 8)}`} label={`Send “${mail.subject}” to ${mail.toName} again`}>
      <FormKey commandKey={keyOf(purpose)} />
      <SubmitButton variant="secondary" size="small">
        Send again
        <span className="sr-only">
          {' '}
          to {mail.toName}: {mail.subject}
        </span>
      </SubmitButton>
    </ActionForm>
  );
}
