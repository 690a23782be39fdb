import type { PersonActor } from '@/domain/access/actor';
import { issueFormKey } from '@/server/auth/form-key';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { SideSection } from '@/ui/columns';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { ticketPurpose } from '../../../../forms/run-ticket-form';
import { assignAction } from '../actions';

/** Who has the ticket in hand within the reader's own organization, and a way to hand it on. */
export function AssignSection({ page, actor, first }: { page: TicketPage; actor: PersonActor; first?: boolean }) {
  const assignee = actor.role === 'mco' ? page.facts.planAssignee : page.facts.stateAssignee;
  if (page.colleagues === null)
    return assignee === null ? null : (
      <SideSection title="Assigned to" first={first}>
        <p className="font-semibold">{assignee.name}</p>
      </SideSection>
    );
  const others = page.colleagues.filter((p) => p.personId !== actor.personId);
  const options = [{ value: actor.personId, label: `Me (${actor.name})` }, ...others.map((p) => ({ value: p.personId, label: p.name }))];
  return (
    <SideSection title="Assigned to" first={first}>
      <p className="font-semibold">{assignee === null ? 'Nobody yet' : assignee.personId === actor.personId ? 'You' : assignee.name}</p>
      <ActionForm action={assignAction.bind(null, page.ticketId)} id="assign-ticket" prefix="assign" label="Assign the ticket" className="mt-2">
        <FormKey commandKey={issueFormKey(actor, ticketPurpose('assign', page.ticketId))} version={page.eventCount} />
        <div className="flex flex-wrap items-end gap-2">
          <SelectField name="assigneeId" label="Assign to" lightLabel small options={options} emptyLabel="Nobody" defaultValue={assignee?.personId ?? ''} className="grow min-w-40" />
          <SubmitButton variant="secondary" size="small">
            Assign
          </SubmitButton>
        </div>
      </ActionForm>
    </SideSection>
  );
}

/** "Assigned to you", beside the title. */
export function assignedWords(page: TicketPage, actor: PersonActor): string | null {
  const assignee = actor.role === 'mco' ? page.facts.planAssignee : page.facts.stateAssignee;
  if (assignee === null) return null;
  return assignee.personId === actor.personId ? 'Assigned to you' : `Assigned to ${assignee.name}`;
}
