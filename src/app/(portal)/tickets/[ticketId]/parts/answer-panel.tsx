import type { PersonActor } from '@/domain/access/actor';
import { parseCalendarDate } from '@/shared/calendar-date';
import { issueFormKey } from '@/server/auth/form-key';
import type { AnswerFormView, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { ActionForm } from '@/ui/forms/action-form';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { dateTextOf } from '@/ui/forms/date-input';
import { DateTextField } from '@/ui/forms/date-text-field';
import { fieldId } from '@/ui/forms/field-id';
import { FilesField } from '@/ui/forms/files-field';
import type { FormFiles } from '@/ui/forms/files-frame';
import { FieldSet } from '@/ui/forms/field-set';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { FormKey } from '@/ui/forms/form-key';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { PanelBody, PanelFoot } from '@/ui/panel';
import { SidePanel } from '@/ui/side-panel';
import { StillNeeded } from '@/ui/ticket/still-needed';
import { saveAnswerAction } from '../answer/actions';
import { formFiles } from '../../../../forms/form-files';
import { answerPurpose } from '../answer-purpose';
import { OutcomeRows } from './outcome-rows';

function dateText(typed: string): string {
  const day = parseCalendarDate(typed);
  return day.ok ? dateTextOf(day.value) : typed;
}

function Outcomes({ form, ticketId }: { form: AnswerFormView; ticketId: string }) {
  if (form.claimCount === 0) return null;
  if (form.claims !== null)
    return (
      <div>
        <h3 className="text-base font-semibold text-ink">Outcome for each claim</h3>
        <p className="text-ink-soft mb-2">Left empty, the amount is the disputed one for “Will pay” and 0.00 for “Upheld”.</p>
        <OutcomeRows claims={form.claims} outcomes={form.draft.outcomes} />
      </div>
    );
  const missing = form.needed.find((n) => n.field === 'outcomes');
  return (
    <div id={fieldId('outcomes')} tabIndex={-1}>
      <h3 className="text-base font-semibold text-ink">Outcome for each claim</h3>
      <p>{missing === undefined ? `All ${form.claimCount.toLocaleString('en-US')} claims have an outcome.` : `${missing.label} are still needed.`}</p>
      <p>
        <AppLink className="inline-flex items-center min-h-11" href={`/tickets/${ticketId}/answer/claims`}>
          Set the outcomes of the claims
        </AppLink>
        <span className="block text-ink-soft">Save what you typed here first.</span>
      </p>
    </div>
  );
}

function ResolvedBy({ form }: { form: AnswerFormView }) {
  return (
    <FieldSet legend="Resolved by" id="resolved-by">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)] mt-2">
        <DateTextField name="resolveOn" label="Date" lightLabel hint="MM/DD/YYYY" defaultValue={dateText(form.draft.resolveOn)} />
        <TextField name="noDateReason" label="Or not applicable, because" lightLabel hint="Only if no date applies" defaultValue={form.draft.noDateReason} />
      </div>
    </FieldSet>
  );
}

function DirectContact({ form }: { form: AnswerFormView }) {
  return (
    <FieldSet legend="Direct contact for the provider" id="direct-contact">
      <div className="grid sm:grid-cols-2 gap-3 mt-2">
        <TextField name="contactName" label="Name" lightLabel autoComplete="name" defaultValue={form.draft.contactName} className="sm:col-span-2" />
        <TextField name="contactPhone" label="Phone" lightLabel type="tel" autoComplete="tel" defaultValue={form.draft.contactPhone} />
        <TextField name="contactEmail" label="E-mail" lightLabel inputMode="email" autoComplete="email" defaultValue={form.draft.contactEmail} />
      </div>
    </FieldSet>
  );
}

function AnswerFields({ form, ticketId, files }: { form: AnswerFormView; ticketId: string; files: FormFiles }) {
  return (
    <div className="grid gap-6">
      <RadioChoices
        name="decision"
        legend="Your first decision on this dispute is"
        columns="phone"
        defaultValue={form.draft.decision}
        choices={[
          { value: 'upheld', label: 'Upheld', hint: 'It stays' },
          { value: 'overturned', label: 'Overturned', hint: 'It changes' },
        ]}
      />
      <TextArea name="plan" label="Plan to resolve it" hint="What you will do for each claim, and why. The provider reads these words." rows={6} maxCharacters={10_000} defaultValue={form.draft.plan} />
      <Outcomes form={form} ticketId={ticketId} />
      <FilesField label="Files" hint="Kept with your draft and sent with the answer." optional files={files} sendsIds={false} />
      <ResolvedBy form={form} />
      <DirectContact form={form} />
      {form.isPcf && (
        <CheckboxField
          card
          name="pcfAttested"
          defaultChecked={form.draft.pcfAttested !== ''}
          label="We vetted the issue in full in our internal process, and we accept HFS system screen prints as proof."
          hint="Patient Credit File tickets (R13)"
        />
      )}
    </div>
  );
}

const MOST_NAMED = 3;

/** Many claims without an outcome are one thing that is needed, which leads to the first of them. */
function shortened(needed: AnswerFormView['needed']): AnswerFormView['needed'] {
  const outcomes = needed.filter((n) => n.field.startsWith('outcomes.'));
  const [first] = outcomes;
  if (first === undefined || outcomes.length <= MOST_NAMED) return needed;
  return needed.flatMap((n) => (n === first ? [{ field: n.field, label: `The outcomes of ${outcomes.length} claims` }] : outcomes.includes(n) ? [] : [n]));
}

/** The plan's written answer: kept as a draft on the server, checked before it is sent (R12). */
export async function AnswerPanel({ page, actor, form, kept }: { page: TicketPage; actor: PersonActor; form: AnswerFormView; kept?: string }) {
  const files = await formFiles(actor, 'respond', page.ticketId, `/tickets/${page.ticketId}`, { kept });
  const note = form.saved === null ? 'Not saved yet' : <>Draft saved <ChicagoInstant at={form.saved.at} short /> by {form.saved.by}</>;
  return (
    <SidePanel id="answer-form" title="Your written answer" note={note} sticky>
      <ActionForm action={saveAnswerAction.bind(null, page.ticketId)} label="Your written answer" initial={files.initial} placesOutcome>
        <FormKey commandKey={issueFormKey(actor, answerPurpose(page.ticketId))} version={form.version} />
        <PanelBody>
          <FormOutcome className="mb-6" />
          <AnswerFields form={form} ticketId={page.ticketId} files={files.field} />
        </PanelBody>
        <PanelFoot>
          <StillNeeded needed={shortened(form.needed).map((n) => ({ label: n.label, href: `#${fieldId(n.field)}` }))} done={form.done || undefined} />
          <div className="flex flex-wrap gap-3 mt-5">
            <SubmitButton name="intent" value="check" pendingText="Checking…">
              Check and send
            </SubmitButton>
            <SubmitButton name="intent" value="save" variant="secondary" pendingText="Saving…">
              Save draft
            </SubmitButton>
          </div>
          <p className="text-ink-soft mt-3">Nothing is sent before you have checked it. The answer counts only when it is complete (R12). {page.facts.contact.name} is then told by e-mail.</p>
        </PanelFoot>
      </ActionForm>
    </SidePanel>
  );
}
