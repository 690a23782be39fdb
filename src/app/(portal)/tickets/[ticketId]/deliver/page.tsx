import type { Metadata } from 'next';
import { isPast } from '@/domain/deadlines';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { CivilDate } from '@/ui/civil-date';
import { FieldSet } from '@/ui/forms/field-set';
import { FilesField } from '@/ui/forms/files-field';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { draftForm } from '../../../../forms/form-draft';
import { formFiles } from '../../../../forms/form-files';
import { loadTicket, ticketTitle, type ActParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { deliverAction } from '../review-actions';

export function generateMetadata(props: ActParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Information for HFS');
}

function Meaning({ page, other }: { page: TicketPage; other: string }) {
  const side = page.review?.sides.find((s) => s.party === (other === 'the provider' ? 'mco' : 'provider'));
  const due = side?.duty?.ended === null ? side.duty.due : null;
  return (
    <>
      <p>
        HFS decides this dispute, and its decision is final (R18). Write what HFS should know, with the facts and dates that matter, and name a person who knows the case (R16). HFS and {other} read it.
      </p>
      {due === null ? (
        <p>You have delivered already. What you send now is added to it.</p>
      ) : (
        <p>
          {isPast(page.today, due) ? 'It was due' : 'It is due'} <b><CivilDate date={due} /></b>. Later information is taken too, and marked late.
        </p>
      )}
    </>
  );
}

/** R16: a side tells HFS what it needs for its review, and whom it can call. */
export default async function DeliverPage(props: ActParams) {
  const { page, actor } = await loadTicket(props);
  const files = await formFiles(actor, 'deliverInformation', page.ticketId, `/tickets/${page.ticketId}/deliver`, await props.searchParams);
  const draft = await draftForm(actor, 'deliverInformation', page.ticketId, files.initial);
  const own = actor.role === 'provider';
  return (
    <ActPage page={page} actor={actor} action="deliverInformation" title="Information for HFS" hasActForm>
      <ActForm page={page} actor={actor} action="deliverInformation" run={deliverAction.bind(null, page.ticketId)} button="Send to HFS" initial={files.initial} draft={draft} meaning={<Meaning page={page} other={own ? 'the plan' : 'the provider'} />}>
        <TextArea name="statement" label="What HFS should know" hint="Go claim by claim where you can. Say where each fact stands in the records." rows={10} maxCharacters={10_000} />
        <FilesField label="Files" hint="The records that your statement speaks of." optional files={files.field} />
        <FieldSet legend="A person who knows the case" hint="HFS may call or write to this person." id="knowledgeable">
          <div className="grid sm:grid-cols-2 gap-3 mt-2">
            <TextField name="contactName" label="Name" lightLabel autoComplete="name" defaultValue={own ? page.facts.contact.name : actor.name} className="sm:col-span-2" />
            <TextField name="contactPhone" label="Phone" lightLabel type="tel" autoComplete="tel" defaultValue={own ? page.facts.contact.phone : (actor.phone ?? '')} />
            <TextField name="contactEmail" label="E-mail" lightLabel inputMode="email" autoComplete="email" defaultValue={own ? page.facts.contact.email : actor.email} />
          </div>
        </FieldSet>
      </ActForm>
    </ActPage>
  );
}
