import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { PresentationPreview, TicketPage } from '@/server/queries/get-ticket-page';
import { CivilDate } from '@/ui/civil-date';
import { Facts } from '@/ui/facts';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Notice } from '@/ui/notice';
import { TurnBody } from '@/ui/ticket/turn-strip';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { presentAction } from '../actions';
import { offerOf } from './ticket-words';
import { WhyDue } from './why';

/** R6: the plan's primary staff are told; all its staff where it has named none. */
function toldWords({ staff }: PresentationPreview): { names: string; note: string } {
  const primary = staff.filter((s) => s.isPrimary);
  const told = primary.length > 0 ? primary : staff;
  return { names: told.map((s) => s.name).join(', ') || 'Nobody', note: primary.length > 0 ? 'primary staff (R6)' : staff.length > 0 ? 'all staff: the plan has named nobody as primary (R6)' : 'nobody at this plan can sign in' };
}

/** R5: present it, with the dates that follow and who is told; it cannot be taken back. */
export function PresentPart({ page, actor, preview }: { page: TicketPage; actor: PersonActor; preview: PresentationPreview }) {
  const offer = offerOf(page, 'present');
  if (offer === undefined) return null;
  if (offer.refused !== null)
    return (
      <TurnBody className="sm:p-5">
        <Notice tone="warn" title="It cannot be presented">
          {offer.refused}
        </Notice>
      </TurnBody>
    );
  const told = toldWords(preview);
  return (
    <TurnBody className="sm:p-5">
      <h2 className="text-h3">Present it to {page.facts.planName}</h2>
      <p className="mt-1">Presented today, these dates follow. It cannot be taken back.</p>
      <Facts
        className="sm:grid-cols-3 mt-4"
        facts={[
          { label: 'Plan’s answer due', value: preview.answer === null ? 'Beyond the holiday table' : <CivilDate date={preview.answer.due} />, note: preview.answer === null ? undefined : <WhyDue due={preview.answer} today={page.today} /> },
          { label: 'Told at the plan', value: told.names, note: told.note },
          { label: 'Told at the provider', value: page.facts.contact.name },
        ]}
      />
      <ActionForm action={presentAction.bind(null, page.ticketId)} prefix="present" label="Present the ticket" className="mt-5">
        <FormKey commandKey={issueFormKey(actor, ticketPurpose('present', page.ticketId))} version={page.eventCount} />
        {preview.answer !== null && <input type="hidden" name="shownDueOn" value={preview.answer.due} />}
        <SubmitButton pendingText="Presenting…">{`Present to ${page.facts.planShortName}`}</SubmitButton>
      </ActionForm>
    </TurnBody>
  );
}
