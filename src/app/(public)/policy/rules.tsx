import { DEADLINE_RULES, RULE_IDS } from '@/domain/deadlines';
import { POLICY_PARTS, type PolicyRule } from '@/domain/policy/policy-rules';
import { AppLink } from '@/ui/app-link';
import { Section } from '@/ui/section';
import { calculatorHref } from './calculator-href';
import { CitedText } from './cited-text';
import { Entries, Entry } from './entries';
import { FineEmail } from './fine-email';

/** R1 to R29 in plain words, by the stages of a dispute, with what the portal does for each. */
export function Rules() {
  return (
    <Section id="rules" title="The rules in plain words">
      <div className="grid gap-8">
        {POLICY_PARTS.map((part) => (
          <div key={part.title}>
            <h3 className="mb-2">{part.title}</h3>
            <Entries>
              {part.rules.map((rule) => (
                <Entry key={rule.id} id={rule.id} title={rule.about}>
                  <CitedText>{rule.text}</CitedText>
                  {rule.inPortal && (
                    <p className="mt-1 text-ink-soft">
                      In the portal: <CitedText>{rule.inPortal}</CitedText>
                    </p>
                  )}
                  <Dates rule={rule} />
                  {rule.id === 'R21' && <FineEmail />}
                </Entry>
              ))}
            </Entries>
          </div>
        ))}
      </div>
    </Section>
  );
}

/** The deadlines that a rule sets, each with its place in the calculator. */
function Dates({ rule }: { rule: PolicyRule }) {
  const ids = RULE_IDS.filter((id) => DEADLINE_RULES[id].source === rule.id && DEADLINE_RULES[id].arithmetic.type !== 'set_by_asker');
  if (ids.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5">
      {ids.map((id) => (
        <li key={id}>
          <AppLink className="inline-flex min-h-8 items-center" href={calculatorHref(id)}>
            Work out: {DEADLINE_RULES[id].label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
