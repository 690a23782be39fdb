import { describe, expect, it } from 'vitest';
import { DEADLINE_RULES, RULE_IDS } from '@/domain/deadlines';
import { POLICY_DECISIONS } from '@/domain/policy/policy-decisions';
import { POLICY_PARTS, POLICY_RULES } from '@/domain/policy/policy-rules';
import { ACTIONS, transitionOf } from '@/domain/tickets/transitions';

const rules = new Map(POLICY_RULES.map((r) => [r.id, r]));
const decisions = new Map(POLICY_DECISIONS.map((d) => [d.id, d]));
const wordsOf = (id: string) => rules.get(id)?.text ?? decisions.get(id)?.answer ?? '';

describe('the policy page', () => {
  it('says every rule and every decision once, in order', () => {
    expect(POLICY_RULES.map((r) => r.id)).toEqual(Array.from({ length: 29 }, (_, i) => `R${i + 1}`));
    expect(POLICY_DECISIONS.map((d) => d.id)).toEqual(Array.from({ length: 21 }, (_, i) => `D${i + 1}`));
    expect(POLICY_PARTS.every((part) => part.rules.length > 0)).toBe(true);
  });

  it('has a place for whatever a deadline or an action cites', () => {
    const cited = [...RULE_IDS.map((id) => DEADLINE_RULES[id].source), ...ACTIONS.flatMap((a) => transitionOf(a).cites)];
    expect(cited.filter((id) => !rules.has(id) && !decisions.has(id))).toEqual([]);
  });

  it('has a place for whatever one of its own texts cites', () => {
    const texts = [...POLICY_RULES.flatMap((r) => [r.text, r.inPortal ?? '']), ...POLICY_DECISIONS.flatMap((d) => [d.answer, d.because ?? ''])];
    const cited = texts.flatMap((text) => text.match(/\b[RD]\d+\b/g) ?? []);
    expect(cited).toContain('D18');
    expect(cited.filter((id) => !rules.has(id) && !decisions.has(id))).toEqual([]);
  });

  it.each(RULE_IDS)('says for %s the same number of days as the table that works it out', (id) => {
    const { arithmetic, source } = DEADLINE_RULES[id];
    // R11 counts back from the end of the 30 days, and HFS's own week to decide is D7's; the rest say what is counted.
    const said: Partial<Record<typeof id, [string, string]>> = {
      'extension-request': ['D6', 'day 23'],
      'extension-decision': ['D7', '7 days'],
      'mco-response-extended': ['R11', '60 days in total'],
      'filing-opens': ['R4', 'day 30'],
      'filing-closes': ['R4', 'day 60'],
    };
    if (arithmetic.type === 'set_by_asker' || arithmetic.type === 'end_of_next_month') return expect(wordsOf(source)).not.toBe('');
    const [where, words] = said[id] ?? [source, `${arithmetic.days} ${arithmetic.type === 'business' ? 'business' : 'calendar'} days`];
    expect(wordsOf(where)).toContain(words);
    return expect(words).toContain(String(arithmetic.days));
  });

  it('has the fine and its notice’s days', () => {
    expect(wordsOf('R20')).toContain('$5,000.00');
    expect(wordsOf('R23')).toMatch(/April 30, July 31, October 31 or January 31/);
  });
});
