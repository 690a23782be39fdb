import { AppLink } from './app-link';
import { Icon } from './icon';
import { joinClasses } from './join-classes';

export type StepperStep = { label: string; /** A step that can be gone back to. */ href?: string };

/** Where one is in a wizard: a bar over each step's name; on a phone "Step 3 of 6: Claims". `current` counts from 1. */
export function Stepper({ steps, current }: { steps: readonly StepperStep[]; current: number }) {
  return (
    <nav aria-label="Progress" className="print:hidden">
      <ol className="grid grid-flow-col auto-cols-fr gap-1 max-md:hidden">
        {steps.map((step, index) => (
          <StepName key={step.label} step={step} number={index + 1} current={current} />
        ))}
      </ol>
      <div className="md:hidden">
        <p className="font-bold text-navy">
          Step {current} of {steps.length}: {steps[current - 1]?.label}
        </p>
        <div aria-hidden="true" className="grid grid-flow-col auto-cols-fr gap-1 mt-2">
          {steps.map((step, index) => (
            <span key={step.label} className={joinClasses('h-1.5 forced-colors:border', index + 1 < current ? 'bg-navy-soft' : index + 1 === current ? 'bg-action' : 'bg-line')} />
          ))}
        </div>
      </div>
    </nav>
  );
}

function StepName({ step, number, current }: { step: StepperStep; number: number; current: number }) {
  const isDone = number < current;
  const isNow = number === current;
  const look = isDone ? 'border-navy-soft text-ink' : isNow ? 'border-action text-navy font-bold' : 'border-line text-ink-soft';
  return (
    <li className={joinClasses('border-t-[6px] pt-2 leading-[1.3]', look)} aria-current={isNow ? 'step' : undefined}>
      {isDone && <Icon name="check" className="text-navy-soft mr-1" />}
      <span className="sr-only">Step {number}: </span>
      {isDone && step.href ? (
        <AppLink className="text-inherit" href={step.href}>
          {step.label}
        </AppLink>
      ) : (
        step.label
      )}
      {isDone && <span className="sr-only">, done</span>}
    </li>
  );
}
