import { describe, expect, it } from 'vitest';
import { DEADLINE_RULES, RULE_IDS } from '@/domain/deadlines';
import { POLICY_DECISIONS } from '@/domain/policy/policy-decisions';
import { POLICY_RULES } from '@/domain/policy/policy-rules';
import { ACTIONS, transitionOf } from '@/domain/tickets/transitions';

const rules = new Set(POLICY_RULES.map((r) => r.id));
const decisions = new Set(POLICY_DECISIONS.map((d) => d.id));

describe('the policy page', () => {
  it('says every rule and every decision once, in order', () => {
    expect(POLICY_RULES.map((r) => r.id)).toEqual(Array.from({ length: 29 }, (_, i) => `R${i + 1}`));
    expect(POLICY_DECISIONS.map((d) => d.id)).toEqual(Array.from({ length: 21 }, (_, i) => `D${i + 1}`));
  });

  it('has a place for whatever a deadline or an action cites', () => {
    const cited = [...RULE_IDS.map((id) => DEADLINE_RULES[id].source), ...ACTIONS.flatMap((a) => transitionOf(a).cites)];
    expect(cited.filter((id) => !rules.has(id) && !decisions.has(id))).toEqual([]);
  });
});
