import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { ContactChangeView, ContactChoice, TicketPage } from '@/server/queries/get-ticket-page';
import { SideSection } from '@/ui/columns';
import { ActionForm } from '@/ui/forms/action-form';
import { FormDisclosure } from '@/ui/forms/form-disclosure';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { phoneHref } from '@/ui/phone-href';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { changeContactAction } from '../request-actions';

/** `Ada Lind`, `Ada Lind or Jo Bay`. */
function anyOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** R7: whom to ask, for a colleague of the contact. */
export function HowToBecomeContact({ change }: { change: ContactChangeView }) {
  return (
    <>
      To become the contact, ask {change.admins.length > 0 && <>{anyOf(change.admins)}, who administers your organization here, or </>}the Portal Team at{' '}
      <a href={phoneHref(change.portalTeamPhone)} className="whitespace-nowrap">
        {change.portalTeamPhone}
      </a>
      .
    </>
  );
}

/** Whom to name, and how the plan reaches that person. */
export function ContactFields({ people, me }: { people: readonly ContactChoice[]; me: string | null }) {
  return (
    <>
      <SelectField
        name="contactId"
        label="New contact"
        emptyLabel="Choose"
        options={people.map((p) => ({ value: p.personId, label: p.personId === me ? `Me, ${p.name}` : p.name }))}
        hint={me === null ? 'A person of the organization that filed it.' : 'A person of your organization who can sign in here.'}
      />
      <TextField name="contactPhone" label="Phone" type="tel" hint="Left empty, the number of the person’s account is used." optional />
    </>
  );
}

/** R7: an administrator of the filing organization names the contact; its other people read whom to ask. */
export function ContactChange({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const change = page.contactChange;
  if (change === null) return null;
  const { contact } = page.facts;
  return (
    <SideSection title="Provider contact">
      <div id="contact-change" className="grid gap-2">
        <p>
          <b>{page.facts.isContact ? 'You are the contact.' : contact.name}</b>
        </p>
        {!page.facts.isContact && <p>Only {contact.name} can accept the answer, say that it is resolved, or withdraw the ticket (R7).</p>}
        {change.people === null ? (
          <p>
            <HowToBecomeContact change={change} />
          </p>
        ) : (
          <ActionForm action={changeContactAction.bind(null, page.ticketId)} prefix="contact" label="Change the contact" className="print:hidden">
            <FormDisclosure summary="Change the contact" bodyClassName="grid gap-4">
              <FormKey commandKey={issueFormKey(actor, ticketPurpose('changeProviderContact', page.ticketId))} version={page.eventCount} />
              <ContactFields people={change.people} me={actor.personId} />
              <p className="text-ink-soft">{page.facts.status === 'submitted' ? 'The new contact is told by e-mail.' : 'The plan and the new contact are told by e-mail.'}</p>
              <div>
                <SubmitButton variant="secondary">Change the contact</SubmitButton>
              </div>
            </FormDisclosure>
          </ActionForm>
        )}
      </div>
    </SideSection>
  );
}
