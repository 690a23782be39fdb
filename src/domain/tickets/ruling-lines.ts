import { err, ok, type Result } from '@/shared/result';
import type { CommandInput } from './commands';
import type { RulingLine } from './review-events';
import type { RulingLineInput } from './review-inputs';
import type { ClaimLine } from './ticket';

type Issue = { field: string; message: string };
type RulingInput = CommandInput<'decide'>;

/** Line numbers as people write them, `1-40, 57`, as a set; null where they cannot be read. */
export function readLineNumbers(text: string, last: number): ReadonlySet<number> | null {
  const numbers = new Set<number>();
  for (const part of text.split(/[,;\s]+/).filter((p) => p !== '')) {
    const [, from = '', to = from] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part) ?? [];
    const [first, end] = [Number(from), Number(to)];
    if (from === '' || first < 1 || end < first || end > last) return null;
    for (let n = first; n <= end; n++) numbers.add(n);
  }
  return numbers;
}

/** The decision on a line; an amount that is left empty is the disputed one, or nothing for the plan. */
function lineOf(claim: ClaimLine, given: RulingLineInput & { i: number }): RulingLine | Issue {
  const field = `lines.${given.i}.amountCents`;
  const { ruling, amountCents } = given;
  switch (ruling) {
    case null:
      return { field: `lines.${given.i}.ruling`, message: `Choose for whom claim ${claim.claimNumber} is decided.` };
    case 'for_mco':
      return amountCents !== null && amountCents !== 0 ? { field, message: `Claim ${claim.claimNumber} is decided for the plan, so its amount is 0.00.` } : { lineNo: claim.lineNo, ruling, amountCents: 0 };
    case 'for_provider':
    case 'in_part': {
      if (ruling === 'in_part' && amountCents === null) return { field, message: `Enter what the plan is to pay for claim ${claim.claimNumber}.` };
      const amount = amountCents ?? claim.disputedCents;
      return amount > claim.billedCents ? { field, message: `This is more than claim ${claim.claimNumber} billed.` } : { lineNo: claim.lineNo, ruling, amountCents: amount };
    }
  }
}

/** As a whole for one side: then every line is, and none may say otherwise. */
function wholeLines(claims: readonly ClaimLine[], input: RulingInput, ruling: 'for_provider' | 'for_mco'): Result<RulingLine[]> {
  const other = input.lines.findIndex((l) => l.ruling !== null && l.ruling !== ruling);
  if (other >= 0) return err({ kind: 'invalid', issues: [{ field: `lines.${other}.ruling`, message: 'You decided for one side as a whole. Choose “In part” above, or clear this choice.' }] });
  return linesOf(claims, { ...input, lines: input.lines.filter((l) => l.ruling !== null), providerLines: null, otherLines: ruling });
}

function linesOf(claims: readonly ClaimLine[], input: RulingInput): Result<RulingLine[]> {
  const given = new Map(input.lines.map((l, i) => [l.lineNo, { ...l, i }]));
  const named = input.providerLines === null ? new Set<number>() : readLineNumbers(input.providerLines, claims.length);
  if (named === null) return err({ kind: 'invalid', issues: [{ field: 'providerLines', message: `Write line numbers from 1 to ${claims.length}, such as 1-40, 57.` }] });
  if (input.lines.some((l) => !claims.some((c) => c.lineNo === l.lineNo)) || given.size !== input.lines.length)
    return err({ kind: 'invalid', issues: [{ field: 'lines', message: 'The claims of this form are not those of the ticket. Load the page again.' }] });
  const rest = claims.filter((c) => !named.has(c.lineNo) && (given.get(c.lineNo)?.ruling ?? null) === null);
  if (input.otherLines === null && rest.length > 0 && input.lines.length === 0)
    return err({ kind: 'invalid', issues: [{ field: 'otherLines', message: 'Choose for whom the other claims are decided.' }] });
  const lines = claims.map((claim, i) => {
    const own = given.get(claim.lineNo) ?? { lineNo: claim.lineNo, ruling: null, amountCents: null, i };
    return lineOf(claim, { ...own, ruling: own.ruling ?? (named.has(claim.lineNo) ? 'for_provider' : input.otherLines) });
  });
  const issues = lines.filter((l): l is Issue => 'field' in l);
  return issues.length > 0 ? err({ kind: 'invalid', issues }) : ok(lines.filter((l): l is RulingLine => 'lineNo' in l));
}

/** R17: HFS's decision on every claim line; “in part” needs one for each, or one for all that are not named. */
export function rulingLines(claims: readonly ClaimLine[], input: RulingInput): Result<RulingLine[]> {
  if (claims.length === 0) return input.lines.length === 0 ? ok([]) : linesOf(claims, input);
  return input.ruling === 'in_part' ? linesOf(claims, input) : wholeLines(claims, input, input.ruling);
}
