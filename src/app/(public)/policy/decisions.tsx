import { POLICY_DECISIONS } from '@/domain/policy/policy-decisions';
import { Section } from '@/ui/section';
import { CitedText } from './cited-text';
import { Entries, Entry } from './entries';

/** D1 to D21: what was decided where the policy is open, and why. */
export function Decisions() {
  return (
    <Section id="decisions" title="What was decided where the policy is open">
      <p className="mb-4 max-w-[44rem] text-lead">The policy leaves some points open. This is how each one is decided.</p>
      <Entries>
        {POLICY_DECISIONS.map((decision) => (
          <Entry key={decision.id} id={decision.id} title={decision.question}>
            <CitedText>{decision.answer}</CitedText>
            {decision.because && <p className="mt-1 text-ink-soft">{decision.because}</p>}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
