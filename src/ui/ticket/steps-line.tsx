import type { ReactNode } from 'react';
import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';

/** `end`: the last step, reached: nothing follows. */
export type StepState = 'done' | 'now' | 'later' | 'end';
export type Step = { label: string; /** "Thu Oct 15", "by Tue Dec 1", "only if you ask" */ when?: ReactNode; state: StepState };

// Written out, since classes are found by their whole name and a style attribute would break the content policy.
const COLUMNS: Record<number, string> = { 2: '[--n:2]', 3: '[--n:3]', 4: '[--n:4]', 5: '[--n:5]', 6: '[--n:6]', 7: '[--n:7]', 8: '[--n:8]' };

const SPOKEN: Record<StepState, string> = { done: ', done', now: ', now', later: ', later', end: ', reached' };

/** Where the ticket stands. On a phone the line stays and only the current step is spelled out. */
export function StepsLine({ steps, className }: { steps: readonly Step[]; className?: string }) {
  return (
    <section className={className} aria-label="Where it stands">
      <ol className={joinClasses('steps', COLUMNS[steps.length])}>
        {steps.map((step, index) => (
          <li key={step.label} className={step.state} aria-current={step.state === 'now' || step.state === 'end' ? 'step' : undefined}>
            <span className="node" aria-hidden="true">
              {step.state === 'done' || step.state === 'end' ? <Icon name="check" /> : index + 1}
            </span>
            <span className="txt">
              <b>
                {step.state === 'now' && <span className="short">{`Step ${index + 1} of ${steps.length}: `}</span>}
                {step.label}
                <span className="sr-only">{SPOKEN[step.state]}</span>
              </b>
              <span className="when">{step.when}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
