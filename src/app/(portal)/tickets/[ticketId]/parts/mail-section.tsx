import type { ReactNode } from 'react';
import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { TicketMail, TicketPage } from '@/server/queries/get-ticket-page';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { Disclosure } from '@/ui/disclosure';
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

/** Messages that stand open: the newest, and whatever is not delivered. */
const NEWEST = 5;

/** Who was mailed what about this ticket, and how far it came; what failed can be sent again (D18). */
export function MailSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  if (page.mail === null || page.mail.length === 0) return null;
  const open = page.mail.filter((mail, i) => i < NEWEST || mail.status === 'failed' || mail.status === 'queued');
  const folded = page.mail.filter((mail) => !open.includes(mail));
  return (
    <Section id="mail" title="E-mails about this ticket" aside={page.mail.length === 40 ? 'The newest 40 are shown.' : undefined}>
      <MailTable page={page} actor={actor} label="E-mails about this ticket, the newest first" mails={open} />
      {folded.length > 0 && (
        <Disclosure summary={folded.length === 1 ? '1 earlier e-mail' : `${folded.length} earlier e-mails`} className="mt-3" bodyClassName="border-l-0 p-0">
          <MailTable page={page} actor={actor} label="Earlier e-mails, the newest first" mails={folded} />
        </Disclosure>
      )}
    </Section>
  );
}

function MailTable({ page, actor, label, mails }: { page: TicketPage; actor: PersonActor; label: string; mails: readonly TicketMail[] }) {
  return (
    <DataTable label={label} tight stack>
      <TableHead columns={[{ label: 'E-mail' }, { label: 'To' }, { label: 'Delivery' }]} />
      <TableBody>
        {mails.map((mail) => (
          <Row key={mail.messageId}>
            <RowHead sub={<ChicagoInstant at={mail.enqueuedAt} />} className="whitespace-normal">{mail.subject}</RowHead>
            <Cell label="To" sub={<span className="wrap-anywhere">{mail.toAddress}</span>}>
              {mail.recipientName}
            </Cell>
            <Delivery mail={mail} act={canSendAgain(page, mail) && <div className="mt-2"><SendAgain page={page} actor={actor} mail={mail} prefix={`mail-${mail.messageId}`} label="Send again" /></div>} />
          </Row>
        ))}
      </TableBody>
    </DataTable>
  );
}
