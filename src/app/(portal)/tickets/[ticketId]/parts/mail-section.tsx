import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { TicketMail, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { resendAction } from '../actions';
import { isOpenTo } from './ticket-words';

function Delivery({ mail }: { mail: TicketMail }) {
  switch (mail.status) {
    case 'accepted':
      return (
        <Cell label="Delivery" sub={mail.acceptedAt === null ? undefined : <ChicagoInstant at={mail.acceptedAt} short />}>
          <StatusTag tone="done" icon="check">
            Delivered
          </StatusTag>
        </Cell>
      );
    case 'failed':
      return (
        <Cell label="Delivery" sub={<span className="wrap-anywhere">{mail.serverReply ?? 'The mail server gave no reason.'}</span>}>
          <StatusTag tone="late" icon="circle-alert">
            Not delivered
          </StatusTag>
        </Cell>
      );
    case 'queued':
      return (
        <Cell label="Delivery" sub={mail.attempts === 0 ? undefined : `${mail.attempts} ${mail.attempts === 1 ? 'try' : 'tries'} so far`}>
          <StatusTag>On its way</StatusTag>
        </Cell>
      );
  }
}

/** Who was mailed what about this ticket, and how far it came; what failed can be sent again (D18). */
export function MailSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  if (page.mail === null || page.mail.length === 0) return null;
  const canResend = isOpenTo(page, 'resendNotice');
  return (
    <Section id="mail" title="E-mails about this ticket" aside={page.mail.length === 40 ? 'The newest 40 are shown.' : undefined}>
      <DataTable label="E-mails about this ticket, the newest first" tight stack>
        <TableHead columns={[{ label: 'E-mail' }, { label: 'To' }, { label: 'Delivery' }, { label: 'Act', hidden: true }]} />
        <TableBody>
          {page.mail.map((mail, i) => (
            <Row key={mail.messageId}>
              <RowHead sub={<ChicagoInstant at={mail.enqueuedAt} />}>{mail.subject}</RowHead>
              <Cell label="To" sub={<span className="wrap-anywhere">{mail.toAddress}</span>}>
                {mail.recipientName}
              </Cell>
              <Delivery mail={mail} />
              <Cell>
                {mail.isSentAgain && 'Sent again'}
                {mail.status === 'failed' && !mail.isSentAgain && canResend && (
                  <ActionForm action={resendAction.bind(null, page.ticketId, mail.messageId)} prefix={`mail-${i}`} label={`Send again: ${mail.subject}`}>
                    <FormKey commandKey={issueFormKey(actor, ticketPurpose('resendNotice', page.ticketId))} version={page.eventCount} />
                    <SubmitButton variant="secondary" size="small">
                      Send again
                    </SubmitButton>
                  </ActionForm>
                )}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </DataTable>
    </Section>
  );
}
