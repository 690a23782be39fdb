import type { WorkQueue } from '@/server/queries/list-work-queues';
import type { UndeliveredMail } from '@/server/queries/work-exceptions';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { SendAgain } from './send-again';

const COLUMNS = [{ label: 'To' }, { label: 'Subject, ticket' }, { label: 'Last tried', sorted: true }, { label: 'What the mail server said' }, { label: 'Act', hidden: true }] as const;

type UndeliveredProps = { queue: WorkQueue; keyOf: (purpose: string) => string };

/** Messages that did not arrive. Each leads to its page, where the address is corrected or a call noted. */
export function Undelivered({ queue, keyOf }: UndeliveredProps) {
  return (
    <DataTable label="Messages that could not be delivered, the oldest first" stack tight hover>
      <TableHead columns={COLUMNS} />
      <TableBody>
        {queue.mails.map((mail) => (
          <Row key={mail.messageId}>
            <RowHead sub={mail.toAddress}>{mail.toName}</RowHead>
            <Cell sub={mail.ticket && <TicketOfMail ticket={mail.ticket} />}>
              <AppLink className="wrap-anywhere" href={`/work/undelivered/${mail.messageId}`}>
                {mail.subject}
              </AppLink>
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
