import type { Metadata } from 'next';
import { stepIssues } from '@/domain/tickets/check-draft';
import { issueFormKey } from '@/server/auth/form-key';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import type { FormState } from '@/ui/forms/form-state';
import { SubmitButton } from '@/ui/forms/submit-button';
import { AppLink } from '@/ui/app-link';
import { Disclosure } from '@/ui/disclosure';
import type { DraftView } from '@/server/queries/get-draft';
import { draftPurpose } from '../../draft-form';
import { EligibilityFields } from '../../eligibility-fields';
import { requireDraft } from '../../require-draft';
import { WizardPage } from '../../wizard-page';
import { saveEligibilityAction } from '../actions';
import { WindowAnswer } from './window-answer';

export const metadata: Metadata = { title: 'File a complaint: can you file?' };

type Props = { params: Promise<{ draftId: string }> };

export default async function EligibilityPage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  const commandKey = issueFormKey(actor, draftPurpose(view.id));
  const { outlook } = view;
  const isAnswered = outlook !== null && view.draft.hasNumber === 'yes';
  const form = <EligibilityForm view={view} commandKey={commandKey} isAnswered={isAnswered} />;
  if (!isAnswered)
    return (
      <WizardPage view={view} step="eligibility" title="Can you file?">
        {form}
      </WizardPage>
    );
  return (
    <WizardPage view={view} step="eligibility" title={ANSWERS[outlook.state]} says="window">
      <WindowAnswer view={view} outlook={outlook} commandKey={commandKey} />
      <Disclosure summary="Change the date or the number" className="mt-8" bodyClassName="pt-2">
        {form}
      </Disclosure>
    </WizardPage>
  );
}

const ANSWERS = { open: 'Yes, you can file', premature: 'Not yet: it is too early to file', untimely: 'The time to file has passed' };

/** What is wrong with the answers that were kept; shown at once, since a draft begins with them. */
function initialState({ draft, facts, version }: DraftView): FormState | undefined {
  const errors = draft.hasNumber === 'no' ? [] : stepIssues('eligibility', draft, facts);
  if (errors.length === 0) return undefined;
  return { status: 'error', title: 'The dates cannot be worked out yet', notes: ['What you typed is kept in your draft.'], errors, values: { hasNumber: draft.hasNumber }, version };
}

/** Once the answer stands above it, the one filled button is there: to go on. */
function EligibilityForm({ view, commandKey, isAnswered }: { view: DraftView; commandKey: string; isAnswered: boolean }) {
  return (
    // Another version is another form: it begins with what was kept and with what is wrong in it.
    <ActionForm key={view.version} action={saveEligibilityAction.bind(null, view.id)} initial={initialState(view)} label="Can you file?">
      <FormKey commandKey={commandKey} version={view.version} />
      <EligibilityFields draft={view.draft} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-8">
        <SubmitButton variant={isAnswered ? 'secondary' : 'primary'} name="intent" value="continue" pendingText="Checking…">
          Save and check
        </SubmitButton>
        <SubmitButton variant="secondary" name="intent" value="later" pendingText="Saving…">
          Save and finish later
        </SubmitButton>
      </div>
      {view.draft.hasNumber === 'no' && (
        <p className="mt-6">
          <AppLink href={`/file/${view.id}/no-number`}>The plan gave no number: what you can do</AppLink>
        </p>
      )}
    </ActionForm>
  );
}
