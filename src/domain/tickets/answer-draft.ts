import { z } from 'zod';
import { formatCents } from '@/shared/cents';
import { OUTCOMES } from './commands';
import { unkeepableIssues } from './complaint-draft';
import type { FieldIssue } from '@/shared/domain-error';
import type { ClaimLine, ClaimOutcome } from './ticket';

const ANSWER_FIELDS = ['decision', 'plan', 'resolveOn', 'noDateReason', 'contactName', 'contactPhone', 'contactEmail', 'pcfAttested'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** What was typed for one claim line; `lineNo` says which. */
export type AnswerOutcome = { lineNo: number; outcome: string; amountCents: string };
/** A plan's answer as far as it was typed, right or wrong; `respond` judges it when it is sent (R12). */
export type AnswerDraft = Record<AnswerField, string> & { outcomes: AnswerOutcome[] };

const typed = z.string().catch('');
const storedOutcome = z.object({ lineNo: z.coerce.number().int().positive(), outcome: typed, amountCents: typed });
const stored = z.object({
  decision: typed, plan: typed, resolveOn: typed, noDateReason: typed, contactName: typed, contactPhone: typed, contactEmail: typed, pcfAttested: typed,
  outcomes: z.array(storedOutcome).catch([]),
});

/** A draft from its row or its form; what is missing or of another kind counts as not filled in. */
export function readAnswerDraft(data: unknown): AnswerDraft {
  return stored.parse(typeof data === 'object' && data !== null ? data : {});
}

const strictForm = z.strictObject({ ...stored.shape, outcomes: z.array(z.strictObject({ lineNo: z.unknown(), outcome: z.unknown(), amountCents: z.unknown() })).optional() });

/** Does a form hold a field that no answer has? */
export function hasForeignField(form: Record<string, unknown>): boolean {
  const parsed = strictForm.safeParse(form);
  return !parsed.success && parsed.error.issues.some((issue) => issue.code === 'unrecognized_keys');
}

/** What cannot even be kept in a draft: NUL, half of a pair, texts beyond all measure. */
export function unkeepableAnswer(draft: AnswerDraft): FieldIssue[] {
  const { outcomes, ...fields } = draft;
  return [...unkeepableIssues(fields), ...outcomes.flatMap((o) => unkeepableIssues({ [`outcomes.${o.lineNo - 1}.outcome`]: o.outcome, [`outcomes.${o.lineNo - 1}.amountCents`]: o.amountCents }))];
}

export function isOutcome(text: string): text is ClaimOutcome {
  return OUTCOMES.some((o) => o === text);
}

/** An amount as a form shows it: `1,846.00`. */
export function amountText(cents: ClaimLine['disputedCents']): string {
  return formatCents(cents).slice(1);
}

/** Has the line an outcome and an amount? */
export function isSettled(o: AnswerOutcome | undefined): boolean {
  return o !== undefined && isOutcome(o.outcome) && o.amountCents.trim() !== '';
}

/** Fills in what an outcome leaves no doubt about: paid means the amount in dispute, upheld means nothing. */
export function withPlainAmount(outcome: AnswerOutcome, claim: Pick<ClaimLine, 'disputedCents'> | undefined): AnswerOutcome {
  if (outcome.amountCents.trim() !== '') return outcome;
  if (outcome.outcome === 'upheld') return { ...outcome, amountCents: '0.00' };
  return outcome.outcome === 'will_pay' && claim !== undefined ? { ...outcome, amountCents: amountText(claim.disputedCents) } : outcome;
}

/** Puts newly typed outcomes over the earlier ones of the same lines; a line left empty is forgotten. */
export function mergeOutcomes(before: readonly AnswerOutcome[], changed: readonly AnswerOutcome[]): AnswerOutcome[] {
  const byLine = new Map(before.map((o) => [o.lineNo, o]));
  for (const o of changed) {
    if (o.outcome === '' && o.amountCents.trim() === '') byLine.delete(o.lineNo);
    else byLine.set(o.lineNo, o);
  }
  return [...byLine.values()].sort((a, b) => a.lineNo - b.lineNo);
}

const FIELD_WORDS: Record<AnswerField, string> = {
  decision: 'the decision', plan: 'the plan', resolveOn: 'the date', noDateReason: 'why no date applies', contactName: 'the contact’s name',
  contactPhone: 'the contact’s phone', contactEmail: 'the contact’s e-mail', pcfAttested: 'the attestation',
};

/** In which fields two drafts differ, in words; for a save over a newer draft. */
export function draftDifferences(a: AnswerDraft, b: AnswerDraft): string[] {
  const fields = ANSWER_FIELDS.filter((f) => a[f].trim() !== b[f].trim()).map((f) => FIELD_WORDS[f]);
  const same = JSON.stringify(mergeOutcomes([], a.outcomes)) === JSON.stringify(mergeOutcomes([], b.outcomes));
  return same ? fields : [...fields, 'the outcomes of claims'];
}

/** The answer's form as `respond` takes it: every line of the ticket in order, so that an issue names its line. */
export function answerInput(draft: AnswerDraft, ticketId: string, lineNos: readonly number[]): Record<string, unknown> {
  const given = new Map(draft.outcomes.map((o) => [o.lineNo, o]));
  const { outcomes: _outcomes, ...fields } = draft;
  return { ...fields, ticketId, outcomes: lineNos.map((lineNo) => given.get(lineNo) ?? { lineNo, outcome: '', amountCents: '' }) };
}

export type AnswerNeed = { field: string; label: string };
type NeedFacts = { isPcf: boolean; claims: readonly Pick<ClaimLine, 'lineNo' | 'claimNumber'>[]; claimCount: number };

function outcomeNeeds(draft: AnswerDraft, { claims, claimCount }: NeedFacts): AnswerNeed[] {
  const given = new Map(draft.outcomes.map((o) => [o.lineNo, o]));
  if (claims.length === claimCount)
    return claims.flatMap((c) => {
      const outcome = given.get(c.lineNo);
      if (isSettled(outcome)) return [];
      const field = `outcomes.${c.lineNo - 1}.${outcome !== undefined && isOutcome(outcome.outcome) ? 'amountCents' : 'outcome'}`;
      return [{ field, label: `The ${field.endsWith('amountCents') ? 'amount' : 'outcome'} of claim ${c.claimNumber}` }];
    });
  const missing = claimCount - draft.outcomes.filter(isSettled).length;
  return missing === 0 ? [] : [{ field: 'outcomes', label: `The outcomes of ${missing.toLocaleString('en-US')} of ${claimCount.toLocaleString('en-US')} claims` }];
}

/** R12, R13: what the answer still lacks, and what it has, as the form's end says it. */
export function answerNeeds(draft: AnswerDraft, facts: NeedFacts): { needed: AnswerNeed[]; done: string } {
  const parts: { field: AnswerField; label: string; short: string; has: boolean }[] = [
    { field: 'decision', label: 'Upheld or Overturned', short: 'decision', has: draft.decision !== '' },
    { field: 'plan', label: 'The plan to resolve it', short: 'plan', has: draft.plan.trim() !== '' },
    { field: 'resolveOn', label: 'The date by which it is resolved, or why none applies', short: 'date', has: draft.resolveOn !== '' || draft.noDateReason.trim() !== '' },
    { field: 'contactName', label: 'The contact’s name', short: 'contact name', has: draft.contactName.trim() !== '' },
    { field: 'contactPhone', label: 'The contact’s phone', short: 'phone', has: draft.contactPhone.trim() !== '' },
    { field: 'contactEmail', label: 'The contact’s e-mail', short: 'e-mail', has: draft.contactEmail.trim() !== '' },
    ...(facts.isPcf ? [{ field: 'pcfAttested' as const, label: 'The attestation for a PCF ticket', short: 'attestation', has: draft.pcfAttested !== '' }] : []),
  ];
  const outcomes = outcomeNeeds(draft, facts);
  const missing = parts.filter((p) => !p.has).map(({ field, label }) => ({ field, label }));
  const [decisionAndPlan, rest] = [missing.filter((m) => m.field === 'decision' || m.field === 'plan'), missing.filter((m) => m.field !== 'decision' && m.field !== 'plan')];
  const done = [...parts.filter((p) => p.has).map((p) => p.short), ...(outcomes.length === 0 && facts.claimCount > 0 ? ['outcomes'] : [])];
  return { needed: [...decisionAndPlan, ...outcomes, ...rest], done: done.join(', ') };
}
