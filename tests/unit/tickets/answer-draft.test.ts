import { describe, expect, it } from 'vitest';
import { answerInput, answerNeeds, draftDifferences, hasForeignField, mergeOutcomes, readAnswerDraft, unkeepableAnswer, withPlainAmount } from '@/domain/tickets/answer-draft';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { cents } from '@/shared/cents';

const CLAIMS = [{ lineNo: 1, claimNumber: '26-1' }, { lineNo: 2, claimNumber: '26-2' }];
const FULL = readAnswerDraft({
  decision: 'upheld', plan: 'We keep it.', resolveOn: '2026-12-11', contactName: 'Simone Tran', contactPhone: '(312) 555-0119', contactEmail: 's@c.example',
  outcomes: [{ lineNo: '1', outcome: 'upheld', amountCents: '0.00' }, { lineNo: 2, outcome: 'will_pay', amountCents: '10.00' }],
});
const facts = { isPcf: false, claims: CLAIMS, claimCount: 2 };

describe('a plan’s answer as it is typed', () => {
  it('reads whatever a row or a form holds', () => {
    expect(readAnswerDraft(null).outcomes).toEqual([]);
    expect(readAnswerDraft({ plan: 5, outcomes: 'none' })).toMatchObject({ plan: '', outcomes: [] });
    expect(FULL.outcomes.map((o) => o.lineNo)).toEqual([1, 2]);
  });

  it('says what is still needed, by the field', () => {
    expect(answerNeeds(FULL, facts)).toEqual({ needed: [], done: 'decision, plan, date, contact name, phone, e-mail, outcomes' });
    const { needed } = answerNeeds({ ...FULL, plan: ' ', contactEmail: '', outcomes: [{ lineNo: 1, outcome: 'upheld', amountCents: '' }] }, facts);
    expect(needed.map((n) => n.field)).toEqual(['plan', 'outcomes.0.amountCents', 'outcomes.1.outcome', 'contactEmail']);
    expect(answerNeeds(FULL, { ...facts, isPcf: true }).needed.map((n) => n.field)).toEqual(['pcfAttested']);
  });

  it('takes a reason in place of a date', () => {
    expect(answerNeeds({ ...FULL, resolveOn: '', noDateReason: 'Nothing to pay' }, facts).needed).toEqual([]);
  });

  it('tells many lines as one', () => {
    expect(answerNeeds(FULL, { isPcf: false, claims: [], claimCount: 5000 }).needed).toEqual([{ field: 'outcomes', label: 'The outcomes of 4,998 of 5,000 claims' }]);
  });

  it('fills in an amount only where the outcome leaves no doubt', () => {
    const claim = { disputedCents: cents(124_000) };
    expect(withPlainAmount({ lineNo: 1, outcome: 'will_pay', amountCents: ' ' }, claim).amountCents).toBe('1,240.00');
    expect(withPlainAmount({ lineNo: 1, outcome: 'upheld', amountCents: '' }, claim).amountCents).toBe('0.00');
    expect(withPlainAmount({ lineNo: 1, outcome: 'will_pay_in_part', amountCents: '' }, claim).amountCents).toBe('');
    expect(withPlainAmount({ lineNo: 1, outcome: 'will_pay', amountCents: '7' }, claim).amountCents).toBe('7');
  });

  it('puts new outcomes over old ones and forgets an emptied line', () => {
    const merged = mergeOutcomes(FULL.outcomes, [{ lineNo: 2, outcome: '', amountCents: '' }, { lineNo: 3, outcome: 'upheld', amountCents: '0' }]);
    expect(merged.map((o) => o.lineNo)).toEqual([1, 3]);
  });

  it('says in what two drafts differ', () => {
    expect(draftDifferences(FULL, FULL)).toEqual([]);
    expect(draftDifferences(FULL, { ...FULL, plan: 'Other', outcomes: [] })).toEqual(['the plan', 'the outcomes of claims']);
  });

  it('gives `respond` every line in order, so that an issue names its line', () => {
    const input = answerInput({ ...FULL, outcomes: [] }, '00000000-0000-4000-8000-000000000001', [1, 2]);
    const parsed = COMMAND_INPUTS.respond.safeParse(input);
    expect(parsed.success ? [] : parsed.error.issues.map((i) => i.path.join('.'))).toContain('outcomes.1.outcome');
    expect(COMMAND_INPUTS.respond.safeParse(answerInput(FULL, '00000000-0000-4000-8000-000000000001', [1, 2])).success).toBe(true);
  });

  it('knows a field that no answer has, and text that cannot be kept', () => {
    expect(hasForeignField({ plan: 'x', outcomes: [{ lineNo: '1', outcome: '', amountCents: '' }] })).toBe(false);
    expect(hasForeignField({ plan: 'x', role: 'administration' })).toBe(true);
    expect(hasForeignField({ outcomes: [{ lineNo: '1', outcome: '', amountCents: '', billedCents: '1' }] })).toBe(true);
    expect(unkeepableAnswer({ ...FULL, plan: '\u0000' }).map((i) => i.field)).toEqual(['plan']);
  });
});
