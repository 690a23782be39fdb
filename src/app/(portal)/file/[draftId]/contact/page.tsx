import type { Metadata } from 'next';
import { issueFormKey } from '@/server/auth/form-key';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { TextField } from '@/ui/forms/text-field';
import { Notice } from '@/ui/notice';
import { draftPurpose } from '../../draft-form';
import { requireDraft } from '../../require-draft';
import { SaveButtons } from '../../save-buttons';
import { stepHref } from '../../steps';
import { WizardPage } from '../../wizard-page';
import { saveStepAction } from '../actions';

export const metadata: Metadata = { title: 'File a complaint: contact' };

type Props = { params: Promise<{ draftId: string }> };

export default async function ContactPage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  const { draft, facts } = view;
  const isNew = draft.savedIn.contact === 0;
  return (
    <WizardPage view={view} step="contact" title="Whom should the plan contact?">
      <ActionForm action={saveStepAction.bind(null, 'contact', view.id)} label="Contact">
        <FormKey commandKey={issueFormKey(actor, draftPurpose(view.id))} version={view.version} />
        <p className="text-lead max-w-[42rem]">The plan talks to this person directly, by phone or e-mail.</p>
        <Notice title="Why this matters" className="mt-5 max-w-[42rem]">
          Only this person can agree with the plan’s answer, say that the complaint is resolved, or withdraw it (R7). Everybody at your organization can read the ticket and say
          that you disagree.
        </Notice>
        <div className="grid gap-6 mt-8">
          <SelectField
            name="contactId"
            label="Contact person"
            options={facts.people.map((p) => ({ value: p.id, label: p.id === actor.personId ? `${p.name} (me)` : p.name }))}
            emptyLabel="Choose"
            defaultValue={isNew ? actor.personId : draft.contactId}
            className="max-w-[28rem]"
          />
          <TextField
            name="contactPhone"
            label="Phone"
            hint="With area code. An extension may follow: ext. 12."
            type="tel"
            autoComplete="tel"
            defaultValue={isNew ? (actor.phone ?? '') : draft.contactPhone}
            inputClassName="max-w-[20rem]"
          />
        </div>
        <SaveButtons back={{ href: stepHref(view.id, 'files'), label: 'Back to the files' }} />
      </ActionForm>
    </WizardPage>
  );
}
