import type { Metadata } from 'next';
import { DateField } from '@/ui/forms/date-field';
import { datePartsOf } from '@/ui/forms/date-input';
import { NineDigitsCheck } from '@/ui/forms/nine-digits-check';
import { SelectField } from '@/ui/forms/select-field';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { getReference } from '@/server/queries/get-reference';
import { correctAction } from '../actions';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Correct');
}

const optionOf = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });

export default async function CorrectPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const reference = await getReference(actor);
  const { facts } = page;
  // The plan can only be changed while nobody has the ticket.
  const plans = facts.status === 'submitted' ? reference.plans : reference.plans.filter((p) => p.code === facts.planCode);
  return (
    <ActPage page={page} actor={actor} action="correct" title="Correct the ticket" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="correct"
        run={correctAction.bind(null, page.ticketId)}
        button="Save the correction"
        meaning={<p>Change what is wrong. What it replaced, and your reason, stay in the history. {facts.status === 'submitted' ? `${facts.contact.name} is` : `${facts.contact.name} and the plan are`} told by e-mail.</p>}
      >
        <SelectField name="planCode" label="Health plan" options={plans.map(optionOf)} defaultValue={facts.planCode} hint={facts.status === 'submitted' ? undefined : 'The plan has this ticket already, so it stays.'} />
        <SelectField name="programCode" label="Program" options={reference.programs.map(optionOf)} defaultValue={facts.programCode} />
        <SelectField name="issueTypeCode" label="Issue" options={reference.issueTypes.map(optionOf)} defaultValue={facts.issueTypeCode} />
        <TextField name="trackingNumber" label="The plan’s tracking number" autoComplete="off" defaultValue={page.trackingNumber} />
        <NineDigitsCheck stored={page.trackingNumber} />
        <DateField name="receivedByMcoOn" legend="Day on which the plan received the dispute" defaultParts={datePartsOf(facts.receivedByMcoOn)} />
        <TextArea name="reason" label="Why is it corrected?" rows={3} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
