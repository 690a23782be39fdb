import type { Metadata } from 'next';
import { getReference } from '@/server/queries/get-reference';
import { SelectField } from '@/ui/forms/select-field';
import { TextArea } from '@/ui/forms/text-area';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { transferAction } from '../move-actions';
import { ActForm, ActPage } from '../parts/act-page';
import { ByDate, WhyFollowing } from '../parts/following-date';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Transfer');
}

export default async function TransferPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const { plans, planPrograms } = await getReference(actor);
  const { facts } = page;
  const options = plans
    .filter((plan) => plan.code !== facts.planCode && planPrograms.some((p) => p.planCode === plan.code && p.programCode === facts.programCode))
    .map((plan) => ({ value: plan.code, label: plan.name }));
  return (
    <ActPage page={page} actor={actor} action="transfer" title="Transfer to another plan" hasActForm>
      <ActForm
        page={page}
        actor={actor}
        action="transfer"
        run={transferAction.bind(null, page.ticketId)}
        button="Transfer the ticket"
        meaning={
          <>
            <p>
              {facts.planName} no longer sees this ticket and owes nothing for it: its dates stop, and a fine that was proposed is void. What it and the provider wrote to each other stays between them and the State.
            </p>
            <p>
              You then have 10 business days to present it to the right plan<ByDate page={page} of="transfer" /> (R5). Its own time to answer begins on the day you present it. Both plans and {facts.contact.name} are told by e-mail.
            </p>
            <WhyFollowing page={page} of="transfer" />
          </>
        }
      >
        <SelectField name="planCode" label="The right plan" hint={`Plans that have or had ${facts.program}.`} options={options} emptyLabel="Choose a plan" />
        <TextArea name="reason" label="Why is it transferred?" hint="The right plan and the provider can read this." rows={3} maxCharacters={2000} />
      </ActForm>
    </ActPage>
  );
}
