import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { getUndelivered, type MessageNote, type Undelivered } from '@/server/queries/get-undelivered';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { FactRows } from '@/ui/facts';
import { ActionForm } from '@/ui/forms/action-form';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { phoneHref } from '@/ui/phone-href';
import { Section } from '@/ui/section';
import { WrapWide } from '@/ui/wrap';
import { correctAddressAction, noteCallAction } from '../../actions';
import { addressPurpose, callPurpose } from '../../purposes';
import { SendAgain } from '../../send-again';
import { workHref } from '../../work-tabs';

type Props = { params: Promise<{ messageId: string }> };
type FormProps = { mail: Undelivered; keyOf: (purpose: string) => string };

export const metadata: Metadata = { title: 'Undelivered message' };

/** One message that did not arrive: whom it was for, why, and what the Portal Team can do. */
export default async function UndeliveredPage({ params }: Props) {
  const actor = await requireActor('portal_team');
  const mail = await getUndelivered(actor, (await params).messageId);
  if (mail === null) notFound();
  const keyOf = (purpose: string) => issueFormKey(actor, purpose);
  return (
    <WrapWide className="pt-6">
      <Breadcrumb trail={[{ href: workHref('undelivered'), label: 'Undelivered mail' }]} current="Message" />
      <PageTitle title={mail.subject} className="mt-3 wrap-anywhere" />
      {mail.holdsClosing && (
        <Notice tone="warn" title="The provider has not received the plan’s answer" className="mt-5">
          Until this notice arrives, or the contact opens the answer, the ticket cannot be closed as not contested, and the days to disagree have not begun (D18).
        </Notice>
      )}
      {mail.state !== 'waits' && (
        <Notice className="mt-5">{mail.state === 'sent_again' ? 'This message was sent again as a new one.' : 'Its reader was called. Nothing more is to be done.'}</Notice>
      )}
      <div className="grid gap-x-12 gap-y-8 mt-6 lg:grid-cols-2">
        <div>
          <Facts mail={mail} />
          {mail.notes.length > 0 && <Notes notes={mail.notes} />}
        </div>
        {mail.state === 'waits' && (
          <div>
            {mail.person?.isCorrectable === true && <AddressForm mail={mail} keyOf={keyOf} />}
            <Section id="again" title="Send it again" className="mt-8 first:mt-0">
              <p className="mt-2 mb-3 wrap-anywhere">
                To {mail.person?.address ?? mail.toAddress}, in the same words{mail.holdsClosing && ', with the days to disagree counted from its arrival'}.
              </p>
              <SendAgain mail={mail} keyOf={keyOf} />
            </Section>
            <CallForm mail={mail} keyOf={keyOf} />
          </div>
        )}
      </div>
    </WrapWide>
  );
}

function Facts({ mail }: { mail: Undelivered }) {
  const { person, ticket } = mail;
  return (
    <FactRows
      facts={[
        { label: 'To', value: mail.toName, note: person?.organization ?? undefined },
        { label: 'Address', value: <span className="wrap-anywhere">{mail.toAddress}</span>, note: person !== null && person.address !== mail.toAddress ? `Now ${person.address}` : undefined },
        ...(person === null ? [] : [{ label: 'Phone', value: person.phone === null ? 'Not known' : <a href={phoneHref(person.phone)}>{person.phone}</a> }]),
        ...(ticket === null ? [] : [{ label: 'Ticket', value: <AppLink href={`/tickets/${ticket.ticketId}`}>{ticket.number}</AppLink>, note: ticket.trackingNumber }]),
        { label: 'Written', value: <ChicagoInstant at={mail.enqueuedAt} /> },
        ...(mail.acceptedAt === null ? [] : [{ label: 'Taken by a mail server', value: <ChicagoInstant at={mail.acceptedAt} /> }]),
        { label: mail.bouncedAt === null ? 'Last tried' : 'Came back', value: <ChicagoInstant at={mail.bouncedAt ?? mail.lastAttemptAt ?? mail.enqueuedAt} /> },
        { label: 'What the mail server said', value: <span className="wrap-anywhere">{mail.serverReply ?? 'No answer was recorded.'}</span> },
      ]}
    />
  );
}

const NOTE_WORDS: Record<MessageNote['kind'], string> = { call: 'Called', address: 'Address corrected' };

function Notes({ notes }: { notes: readonly MessageNote[] }) {
  return (
    <Section id="notes" title="What was done" className="mt-8">
      <ul className="mt-2 grid gap-4">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="text-ink-soft">
              {NOTE_WORDS[note.kind]}, {note.byName}, <ChicagoInstant at={note.at} short />
            </p>
            <p className="whitespace-pre-wrap wrap-anywhere">{note.text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AddressForm({ mail, keyOf }: FormProps) {
  return (
    <Section id="address" title="Correct the address">
      <ActionForm action={correctAddressAction.bind(null, mail.messageId)} prefix="address" className="grid gap-4 mt-3" label="Correct the address">
        <FormKey commandKey={keyOf(addressPurpose(mail.messageId))} />
        <TextField name="address" label={`E-mail of ${mail.toName}`} hint="Ask the reader by phone. All mail from now on goes there, and it is the address to sign in with." type="email" autoComplete="off" defaultValue={mail.toAddress} />
        <div>
          <SubmitButton>Correct it and send again</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

function CallForm({ mail, keyOf }: FormProps) {
  return (
    <Section id="call" title="Note a call" className="mt-8">
      <ActionForm action={noteCallAction.bind(null, mail.messageId)} prefix="call" className="grid gap-4 mt-3" label="Note a call">
        <FormKey commandKey={keyOf(callPurpose(mail.messageId))} />
        <TextArea name="note" label="Whom did you reach, and what was said?" hint="The Portal Team and HFS Administration read it." rows={3} maxCharacters={1000} />
        {!mail.holdsClosing && <CheckboxField name="isDone" label="Nothing more is to be done about this message" />}
        <div>
          <SubmitButton variant="secondary">Keep the note</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
