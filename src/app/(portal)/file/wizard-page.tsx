import type { ReactNode } from 'react';
import type { DraftView } from '@/server/queries/get-draft';
import { Columns } from '@/ui/columns';
import { Stepper } from '@/ui/stepper';
import { Wrap } from '@/ui/wrap';
import { DraftRail } from './draft-rail';
import { stepNumber, stepperSteps, type WizardStep } from './steps';

type WizardPageProps = {
  view: DraftView;
  step: WizardStep;
  title: string;
  children: ReactNode;
  /** What the page itself says stands not in the rail as well. */
  says?: 'window' | 'answers';
};

/** One page of the filing form: where one is, the question, and beside it the window and the draft so far. */
export function WizardPage({ view, step, title, children, says }: WizardPageProps) {
  return (
    <>
      <Wrap className="pt-8">
        <Stepper steps={stepperSteps(view.id)} current={stepNumber(step)} />
      </Wrap>
      <Wrap className="pt-8">
        <Columns side={<DraftRail view={view} hides={says} />}>
          <div>
            <h1>{title}</h1>
            <div className="mt-5">{children}</div>
          </div>
        </Columns>
      </Wrap>
    </>
  );
}
