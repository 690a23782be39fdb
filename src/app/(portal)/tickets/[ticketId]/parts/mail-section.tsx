import type { ReactNode } from 'react';
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

/** D18: sends a message that could not be delivered once more. */
export function SendAgain({ page, actor, mail, prefix, label, main }: { page: TicketPage; actor: PersonActor; mail: TicketMail; prefix: string; label: string; main?: boolean }) {
  return (
    <ActionForm action={resendAction.bind(null, page.ticketId, mail.messageId)} prefix={prefix} label={`${label}: ${mail.subject}`}>
      <FormKey commandKey={issueFormKey(actor, ticketPurpose('resendNotice', page.ticketId))} version={page.eventCount} />
      <SubmitButton variant={main ? 'primary' : 'secondary'} size={main ? 'normal' : 'small'}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

export function canSendAgain(page: TicketPage, mail: TicketMail): boolean {
  return mail.status === 'failed' && !mail.isSentAgain && isOpenTo(page, 'resendNotice');
}

function Delivery({ mail, act }: { mail: TicketMail; act: ReactNode }) {
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
        <Cell label="Delivery" className="whitespace-normal">
          <StatusTag tone="late" icon="circle-alert">
            Not delivered
          </StatusTag>
          <span className="block text-ink-soft wrap-anywhere">{mail.serverReply ?? 'The mail server gave no reason.'}</span>
          {mail.isSentAgain ? <span className="block">Sent again</span> : act}
        </Cell>
      );
    case 'queued':
      return (
        <Cell label="Delivery" sub={mail.attempts === 0 ? undefined : `${mail.attempts} ${mail.attempts === 1 ? 'try' : 'tries'} so far`}>
          <StatusTag>On its way</StatusTag>
        </Cell>
      );
    case 'dropped':
      return (
        <Cell label="Delivery" sub="It was done before the reminder went out.">
          <StatusTag>Not sent</StatusTag>
        </Cell>
      );
  }
}

/** Who was mailed what about this ticket, and how far it came; what failed can be sent again (D18). */
export function MailSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  if (page.mail === null || page.mail.length === 0) return null;
  return (
    <Section id="mail" title="E-mails about this ticket" aside={page.mail.length === 40 ? 'The newest 40 are shown.' : undefined}>
      <DataTable label="E-mails about this ticket, the newest first" tight stack>
        <TableHead columns={[{ label: 'E-mail' }, { label: 'To' }, { label: 'Delivery' }]} />
        <TableBody>
          {page.mail.map((mail, i) => (
            <Row key={mail.messageId}>
              <RowHead sub={<ChicagoInstant at={mail.enqueuedAt} />} className="whitespace-normal">{mail.subject}</RowHead>
              <Cell label="To" sub={<span className="wrap-anywhere">{mail.toAddress}</span>}>
                {mail.recipientName}
              </Cell>
              <Delivery mail={mail} act={canSendAgain(page, mail) && <div className="mt-2"><SendAgain page={page} actor={actor} mail={mail} prefix={`mail-${i}`} label="Send again" /></div>} />
            </Row>
          ))}
        </TableBody>
      </DataTable>
    </Section>
  );
}
