import type { Metadata } from 'next';
import { planName } from '@/domain/tickets/reference';
import { issueFormKey } from '@/server/auth/form-key';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { Facts } from '@/ui/facts';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Wrap } from '@/ui/wrap';
import { draftPurpose } from '../../draft-form';
import { requireDraft } from '../../require-draft';
import { discardAction } from '../actions';

export const metadata: Metadata = { title: 'Delete this draft' };

type Props = { params: Promise<{ draftId: string }> };

/** `discardDraft` is asked about once: nothing brings the draft back. */
export default async function DeletePage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  const { draft, facts } = view;
  const what = [
    { label: 'Plan', value: draft.planCode && planName(facts.reference, draft.planCode) },
    { label: 'Its tracking number', value: draft.trackingNumber.trim() },
    { label: 'Claim lines', value: draft.claims.length > 0 ? draft.claims.length.toLocaleString('en-US') : '' },
  ].filter((fact) => fact.value !== '');
  return (
    <Wrap className="pt-8">
      <h1>Delete this draft?</h1>
      <p className="text-lead mt-3 max-w-[42rem]">Everything in it is deleted, for your colleagues too. It cannot be brought back. Nothing was sent from it.</p>
      <div className="mt-5 max-w-[30rem]">
        <Facts facts={[...what, { label: 'Last saved', value: <ChicagoInstant at={view.savedAt} /> }]} />
      </div>
      <ActionForm action={discardAction.bind(null, view.id)} className="mt-8" label="Delete this draft">
        <FormKey commandKey={issueFormKey(actor, draftPurpose(view.id))} version={view.version} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <SubmitButton pendingText="Deleting…">Delete the draft</SubmitButton>
          <AppLink className="inline-flex items-center min-h-11 px-2" href={`/file/${view.id}`}>
            Keep it
          </AppLink>
        </div>
      </ActionForm>
    </Wrap>
  );
}
