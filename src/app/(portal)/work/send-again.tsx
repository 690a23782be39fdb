import { ticketPurpose } from '@/app/forms/run-ticket-form';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { resendMessageAction, resendNoticeAction } from './actions';
import { resendPurpose } from './purposes';

type SendAgainProps = { mail: { messageId: string; ticket: { ticketId: string } | null; toName: string; subject: string }; keyOf: (purpose: string) => string };

/** Sends a message once more, to its reader's address of now. */
export function SendAgain({ mail, keyOf }: SendAgainProps) {
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
