import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@/domain/tickets/commands';
import { readLineNumbers, rulingLines } from '@/domain/tickets/ruling-lines';
import { cents } from '@/shared/cents';
import { buildClaim } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const claims = [1, 2, 3, 4].map((lineNo) => buildClaim({ lineNo, claimNumber: `26-${lineNo}`, billedCents: cents(100_000), disputedCents: cents(80_000) }));

/** What the form comes to: per line `number: for whom, dollars`, or what it lacks. */
function outcome(change: Record<string, unknown>): string[] {
  const { input } = buildCommand('decide', change);
  const lines = rulingLines(claims, input as CommandInput<'decide'>);
  if (lines.ok) return lines.value.map((l) => `${l.lineNo}: ${l.ruling}, ${l.amountCents / 100}`);
  return lines.error.kind === 'invalid' ? lines.error.issues.map((i) => `${i.field}: ${i.message}`) : [lines.error.kind];
}
const line = (lineNo: number, ruling: string, amountCents = '') => ({ lineNo: String(lineNo), ruling, amountCents });

describe('HFS’s decision on each claim line (R17)', () => {
  it('as a whole decides every line, by the amount in dispute or by nothing', () => {
    expect(outcome({ ruling: 'for_provider' })).toEqual(['1: for_provider, 800', '2: for_provider, 800', '3: for_provider, 800', '4: for_provider, 800']);
    expect(outcome({ ruling: 'for_mco' })[3]).toBe('4: for_mco, 0');
    expect(outcome({ ruling: 'for_provider', lines: [line(1, 'for_provider', '500')] })[0]).toBe('1: for_provider, 500');
  });

  it('as a whole for one side lets no line say otherwise', () => {
    expect(outcome({ ruling: 'for_mco', lines: [line(1, ''), line(2, 'for_provider')] })).toEqual(['lines.1.ruling: You decided for one side as a whole. Choose “In part” above, or clear this choice.']);
  });

  it('in part needs a decision for each line, or one for all the others', () => {
    const some = [line(1, 'for_provider'), line(2, 'in_part', '300'), line(3, ''), line(4, '')];
    expect(outcome({ ruling: 'in_part', lines: some })).toEqual(['lines.2.ruling: Choose for whom claim 26-3 is decided.', 'lines.3.ruling: Choose for whom claim 26-4 is decided.']);
    expect(outcome({ ruling: 'in_part', lines: some, otherLines: 'for_mco' })).toEqual(['1: for_provider, 800', '2: in_part, 300', '3: for_mco, 0', '4: for_mco, 0']);
    expect(outcome({ ruling: 'in_part' })).toEqual(['otherLines: Choose for whom the other claims are decided.']);
  });

  it('names the line whose amount does not fit', () => {
    expect(outcome({ ruling: 'in_part', lines: [line(1, 'in_part'), line(2, 'for_mco', '1'), line(3, 'for_provider', '1000.01'), line(4, 'for_mco')] })).toEqual([
      'lines.0.amountCents: Enter what the plan is to pay for claim 26-1.',
      'lines.1.amountCents: Claim 26-2 is decided for the plan, so its amount is 0.00.',
      'lines.2.amountCents: This is more than claim 26-3 billed.',
    ]);
  });

  it('of many lines is given by their numbers', () => {
    expect(outcome({ ruling: 'in_part', providerLines: '1, 3-4', otherLines: 'for_mco' })).toEqual(['1: for_provider, 800', '2: for_mco, 0', '3: for_provider, 800', '4: for_provider, 800']);
    expect(outcome({ ruling: 'in_part', providerLines: '1-5', otherLines: 'for_mco' })).toEqual(['providerLines: Write line numbers from 1 to 4, such as 1-40, 57.']);
  });

  it('refuses lines that the ticket does not have', () => {
    expect(outcome({ ruling: 'in_part', lines: [line(9, 'for_mco')] })).toEqual(['lines: The claims of this form are not those of the ticket. Load the page again.']);
  });
});

describe('line numbers as people write them', () => {
  it.each([['1-3, 7', [1, 2, 3, 7]], ['2; 4 – 5', null], ['2;4–5', [2, 4, 5]], ['3-1', null], ['0', null], ['11', null], ['a', null], ['', []]])('%s', (text, expected) => {
    const numbers = readLineNumbers(text, 10);
    expect(numbers === null ? null : [...numbers]).toEqual(expected);
  });
});
