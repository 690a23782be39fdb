import type { Metadata } from 'next';
import { issueFormKey } from '@/server/auth/form-key';
import type { DraftReport, DraftView } from '@/server/queries/get-draft';
import { AppLink } from '@/ui/app-link';
import { ButtonLink } from '@/ui/button';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { ActionForm } from '@/ui/forms/action-form';
import { DateField } from '@/ui/forms/date-field';
import { FormKey } from '@/ui/forms/form-key';
import { SelectField } from '@/ui/forms/select-field';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Notice } from '@/ui/notice';
import { draftPurpose } from '../../draft-form';
import { planOptions } from '../../plan-options';
import { requireDraft } from '../../require-draft';
import { stepHref } from '../../steps';
import { WizardPage } from '../../wizard-page';
import { reportNoNumberAction } from '../actions';

export const metadata: Metadata = { title: 'File a complaint: the plan gave no number' };

type Props = { params: Promise<{ draftId: string }> };

/** D19: without the plan's number a complaint cannot be filed; the Portal Team can be told, and the draft stays. */
export default async function NoNumberPage({ params }: Props) {
  const { actor, view } = await requireDraft((await params).draftId);
  return (
    <WizardPage view={view} step="eligibility" title="The plan gave no tracking number">
      <p className="text-lead max-w-[42rem]">
        A plan must give every dispute a tracking number, and the dispute counts as received on the day of that number (R3). Without it the complaint cannot be filed yet. Ask the
        plan for the number once more; your draft stays here.
      </p>
      {view.report === null ? <TellForm view={view} commandKey={issueFormKey(actor, draftPurpose(view.id))} /> : <Told report={view.report} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 mt-10">
        <ButtonLink variant="secondary" href={stepHref(view.id, 'eligibility')}>
          The plan gave the number now
        </ButtonLink>
        <AppLink className="inline-flex items-center min-h-11 px-2" href="/my-tickets">
          Keep the draft for later
        </AppLink>
      </div>
    </WizardPage>
  );
}

function TellForm({ view, commandKey }: { view: DraftView; commandKey: string }) {
  const { reference, today } = view.facts;
  return (
    <section className="mt-8" aria-labelledby="tell">
      <h2 id="tell">Tell the Portal Team</h2>
      <p className="mt-2 max-w-[42rem]">The Portal Team asks the plan about it, and it counts against the plan. Nothing about a member is sent.</p>
      <ActionForm action={reportNoNumberAction.bind(null, view.id)} className="grid gap-6 mt-5" labelledBy="tell">
        <FormKey commandKey={commandKey} version={view.version} />
        <SelectField name="planCode" label="Which plan?" options={planOptions(reference, today)} emptyLabel="Choose" defaultValue={view.draft.planCode} className="max-w-[28rem]" />
        <DateField name="askedOn" legend="On which day did you give the plan your dispute?" hint="Example: 10 20 2026" />
        <div>
          <SubmitButton pendingText="Telling…">Tell the Portal Team</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

function Told({ report }: { report: DraftReport }) {
  return (
    <Notice tone="success" title="The Portal Team was told" className="mt-8 max-w-[44rem]">
      {report.reportedByName} told it on <ChicagoInstant at={report.reportedAt} />: {report.planName} gave no number for the dispute of <CivilDate date={report.askedOn} />. It
      counts against the plan. When the plan gives the number, go on with this draft.
    </Notice>
  );
}
