import type { Metadata } from 'next';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { listPlansToAsk } from '@/server/queries/list-plans-to-ask';
import { AppLink } from '@/ui/app-link';
import { ActionForm } from '@/ui/forms/action-form';
import { DateField } from '@/ui/forms/date-field';
import { FormKey } from '@/ui/forms/form-key';
import { FormOutcome } from '@/ui/forms/form-outcome';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { TextField } from '@/ui/forms/text-field';
import { Breadcrumb } from '@/ui/frame/breadcrumb';
import { WrapWide } from '@/ui/wrap';
import { askPlanAction } from '../actions';
import { ASK_PURPOSE } from '../purposes';

export const metadata: Metadata = { title: 'Ask a plan' };

/** R29: a request about no ticket. */
export default async function NewRequestPage() {
  const actor = await requireActor('portal_team');
  const plans = await listPlansToAsk(actor);
  return (
    <WrapWide className="pt-6">
      <Breadcrumb trail={[{ href: '/requests', label: 'Requests' }]} current="Ask a plan" />
      <div className="max-w-[44rem] mt-3">
        <h1>Ask a plan</h1>
        <p className="text-lead mt-2">For a question or a request that belongs to no ticket. About a ticket, ask on the ticket itself. The plan is told by e-mail, without your words, and answers in the portal (R29).</p>
        <ActionForm action={askPlanAction} className="grid gap-6 mt-6" label="Ask a plan" placesOutcome>
          <FormOutcome />
          <FormKey commandKey={issueFormKey(actor, ASK_PURPOSE)} />
          <SelectField name="planCode" label="Plan" options={plans.map((p) => ({ value: p.code, label: p.name }))} emptyLabel="Choose a plan" />
          <TextField name="subject" label="About" hint="A few words. No member’s name or number." />
          <TextArea name="question" label="Request" rows={6} maxCharacters={5000} />
          <DateField name="answerOn" legend="Answer by" hint="Today or a later day." />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton>Send the request</SubmitButton>
            <AppLink className="inline-flex items-center min-h-11" href="/requests">
              Back without sending
            </AppLink>
          </div>
        </ActionForm>
      </div>
    </WrapWide>
  );
}
