import type { Metadata } from 'next';
import { issueFormKey } from '@/server/auth/form-key';
import type { DraftView } from '@/server/queries/get-draft';
import { ActionForm } from '@/ui/forms/action-form';
import { CheckboxField } from '@/ui/forms/checkbox-field';
import { FormKey } from '@/ui/forms/form-key';
import { NineDigitsCheck } from '@/ui/forms/nine-digits-check';
import { RadioChoices } from '@/ui/forms/radio-choices';
import { SelectField } from '@/ui/forms/select-field';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { Notice } from '@/ui/notice';
import { draftPurpose } from '../../draft-form';
import { planOptions } from '../../plan-options';
import { requireDraft } from '../../require-draft';
import { SaveButtons } from '../../save-buttons';
import { stepHref } from '../../steps';
import { WizardPage } from '../../wizard-page';
import { saveStepAction } from '../actions';
import { ForWhom } from './for-whom';

export const metadata: Metadata = { title: 'File a complaint: the dispute' };

type Props = { params: Promise<{ draftId: string }> };

export default async function DisputePage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  return (
    <WizardPage view={view} step="dispute" title="What is the dispute about?">
      {view.facts.organizations.length === 0 && (
        <Notice tone="warn" title="No provider has given you access yet" className="mb-6">
          You file for your clients. Ask a client to give your organization access; then it can be chosen here.
        </Notice>
      )}
      <ActionForm action={saveStepAction.bind(null, 'dispute', view.id)} label="The dispute">
        <FormKey commandKey={issueFormKey(actor, draftPurpose(view.id))} version={view.version} />
        <div className="grid gap-12">
          <PlanFields view={view} />
          <ForWhom view={view} />
          <CaseFields view={view} />
        </div>
        <SaveButtons back={{ href: stepHref(view.id, 'eligibility'), label: 'Back to the dates' }} />
      </ActionForm>
    </WizardPage>
  );
}

function PlanFields({ view: { draft, facts } }: { view: DraftView }) {
  const { reference, today } = facts;
  return (
    <section aria-labelledby="the-plan" className="grid gap-6">
      <h2 id="the-plan">The plan and its number</h2>
      <div className="grid gap-6 sm:grid-cols-2 items-end">
        <SelectField name="planCode" label="Health plan" options={planOptions(reference, today)} emptyLabel="Choose" defaultValue={draft.planCode} />
        <SelectField
          name="programCode"
          label="Program"
          options={reference.programs.map((p) => ({ value: p.code, label: p.name }))}
          emptyLabel="Choose"
          defaultValue={draft.programCode}
        />
      </div>
      <TextField
        name="trackingNumber"
        label="The plan’s tracking number for the dispute"
        hint="Letters, digits and . _ / - only, at most 40. Never a RIN or a Social Security number."
        autoComplete="off"
        spellCheck={false}
        defaultValue={draft.trackingNumber}
        inputClassName="max-w-[24rem]"
      />
      <NineDigitsCheck stored={draft.trackingNumber} defaultChecked={draft.trackingNumberConfirmed === 'on'} />
      <RadioChoices
        name="grounds"
        legend="Why are you filing?"
        choices={[
          { value: 'disagrees', label: 'We disagree with the plan’s answer', hint: 'The plan decided our dispute, and we think it is wrong.' },
          { value: 'no_timely_response', label: 'The plan did not answer in time', hint: 'Our dispute has had no answer.' },
        ]}
        columns={2}
        defaultValue={draft.grounds}
      />
    </section>
  );
}

function CaseFields({ view: { draft, facts } }: { view: DraftView }) {
  return (
    <section aria-labelledby="the-case" className="grid gap-6">
      <h2 id="the-case">What it is about</h2>
      <SelectField
        name="issueTypeCode"
        label="Kind of issue"
        options={facts.reference.issueTypes.map((t) => ({ value: t.code, label: t.name }))}
        emptyLabel="Choose"
        defaultValue={draft.issueTypeCode}
        className="max-w-[28rem]"
      />
      <TextArea
        name="whatHappened"
        label="What happened?"
        hint="In your own words: what the plan did, when, and why you think it is wrong."
        rows={7}
        maxCharacters={5000}
        defaultValue={draft.whatHappened}
      />
      <TextArea name="desiredOutcome" label="What do you ask the plan to do?" rows={3} maxCharacters={2000} defaultValue={draft.desiredOutcome} />
      <CheckboxField
        card
        name="isUrgent"
        label={<b>Mark as urgent</b>}
        hint="The Portal Team and the plan see the mark. It moves no due date: the plan still has its full time to answer (R8). When a member’s health is in danger, call the plan now."
        defaultChecked={draft.isUrgent === 'on'}
      />
    </section>
  );
}
