import type { Metadata } from 'next';
import { DEADLINE_RULES } from '@/domain/deadlines';
import { issueFormKey } from '@/server/auth/form-key';
import { requireActor } from '@/server/auth/require-actor';
import { Columns, SideColumn, SideSection } from '@/ui/columns';
import { ActionForm } from '@/ui/forms/action-form';
import { FormKey } from '@/ui/forms/form-key';
import { SubmitButton } from '@/ui/forms/submit-button';
import { Icon } from '@/ui/icon';
import { Stepper } from '@/ui/stepper';
import { Wrap } from '@/ui/wrap';
import { startAction } from './actions';
import { START_PURPOSE } from './draft-fields';
import { EligibilityFields } from './eligibility-fields';
import { stepperSteps } from './steps';

export const metadata: Metadata = { title: 'File a complaint: can you file?' };

const OPENS = DEADLINE_RULES['filing-opens'].arithmetic.days;
const CLOSES = DEADLINE_RULES['filing-closes'].arithmetic.days;
const NEEDED = ['The plan’s tracking number for your dispute', 'Claim numbers, dates of service and amounts', 'The members’ names and RINs', 'A person at your office whom the plan can call'];

/** The first page before there is a draft: looking at it creates nothing. */
export default async function StartPage() {
  const actor = await requireActor('provider');
  return (
    <>
      <Wrap className="pt-8">
        <Stepper steps={stepperSteps(null)} current={1} />
      </Wrap>
      <Wrap className="pt-8">
        <Columns side={<BeforeYouStart />}>
          <div>
            <h1>Can you file?</h1>
            <p className="text-lead mt-3 max-w-[42rem]">A complaint can be filed from day {OPENS} to day {CLOSES} after the plan received your dispute. Two questions show where you stand.</p>
            <ActionForm action={startAction} className="mt-8" label="Can you file?">
              <FormKey commandKey={issueFormKey(actor, START_PURPOSE)} />
              <EligibilityFields />
              <div className="mt-10">
                <SubmitButton size="large" pendingText="Checking…">
                  Check and start a draft
                </SubmitButton>
              </div>
            </ActionForm>
          </div>
        </Columns>
      </Wrap>
    </>
  );
}

function BeforeYouStart() {
  return (
    <SideColumn label="Before you start">
      <SideSection title="Have this at hand" first>
        <ul className="grid gap-2">
          {NEEDED.map((what) => (
            <li key={what} className="flex gap-2">
              <Icon name="check" className="mt-0.5 text-navy-soft" />
              {what}
            </li>
          ))}
        </ul>
      </SideSection>
      <SideSection title="You can stop at any time">
        <p>Each page is saved as a draft. Go on later, on any device. Nothing is sent before you say so at the end.</p>
      </SideSection>
    </SideColumn>
  );
}
