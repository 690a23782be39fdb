import type { Metadata } from 'next';
import { CONTACT_WAYS } from '@/domain/tickets/request-inputs';
import { CONTACT_WAY_NAMES } from '@/domain/tickets/request-words';
import { DateField } from '@/ui/forms/date-field';
import { datePartsOf } from '@/ui/forms/date-input';
import { SelectField } from '@/ui/forms/select-field';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { formFiles } from '../../../../forms/form-files';
import { loadTicket, ticketTitle, type ActParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { logContactAction } from '../request-actions';

export function generateMetadata(props: ActParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Log a contact');
}

export default async function LogContactPage(props: ActParams) {
  const { page, actor } = await loadTicket(props);
  const files = await formFiles(actor, 'logContact', page.ticketId, `/tickets/${page.ticketId}/log-contact`, await props.searchParams);
  return (
    <ActPage page={page} actor={actor} action="logContact" title="Log a contact" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="logContact"
        run={logContactAction.bind(null, page.ticketId)}
        button="Save the contact"
        initial={files.initial}
        meaning={<p>Your plan, the Portal Team and HFS read the contact log. The provider does not.</p>}
      >
        <DateField name="on" legend="Day" defaultParts={datePartsOf(page.today)} />
        <TextField name="time" label="Time" hint="Such as 2:05 PM" autoComplete="off" inputClassName="max-w-48" />
        <SelectField name="how" label="How" emptyLabel="Choose" options={CONTACT_WAYS.map((way) => ({ value: way, label: CONTACT_WAY_NAMES[way] }))} className="max-w-64" />
        <TextField name="withWhom" label="With whom" defaultValue={page.facts.contact.name} autoComplete="off" />
        <TextArea name="said" label="What was said" rows={5} maxCharacters={5000} />
        <FilesField label="Files" hint="Such as a letter or an e-mail." optional files={files.field} />
      </ActForm>
    </ActPage>
  );
}
