import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@/domain/tickets/commands';
import { rulingDraft } from '@/domain/tickets/ruling-draft';
import { rulingLines } from '@/domain/tickets/ruling-lines';
import { cents } from '@/shared/cents';
import { formObject } from '@/app/forms/form-object';
import { buildClaim } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const claims = [1, 2, 3, 4, 5].map((lineNo) => buildClaim({ lineNo, claimNumber: `26-${lineNo}`, billedCents: cents(100_000), disputedCents: cents(80_000) }));
const line = (lineNo: number, ruling: string, amountCents = '') => ({ lineNo: String(lineNo), ruling, amountCents });

function linesOf(change: Record<string, unknown>) {
  const { input } = buildCommand('decide', change);
  const lines = rulingLines(claims, input as CommandInput<'decide'>);
  if (!lines.ok) throw new Error(JSON.stringify(lines.error));
  return lines.value;
}

/** What the form holds after the return, and what it comes to when it is sent as it stands. */
function again(change: Record<string, unknown>, hasRows = true) {
  const ruling = change.ruling as 'for_provider' | 'for_mco' | 'in_part';
  const lines = linesOf(change);
  const draft = rulingDraft({ ruling, reasons: 'r', lines }, hasRows ? claims : null);
  const sent = new FormData();
  for (const { lineNo } of hasRows ? claims : []) {
    sent.append(`lines.${lineNo - 1}.lineNo`, String(lineNo));
    for (const name of ['ruling', 'amountCents']) sent.append(`lines.${lineNo - 1}.${name}`, draft[`lines.${lineNo - 1}.${name}`] ?? '');
  }
  for (const name of ['ruling', 'reasons', 'providerLines', 'otherLines']) sent.append(name, draft[name] ?? '');
  return { draft, lines, sent: linesOf(formObject(sent)) };
}

describe('a decision that was returned, as its form holds it (R18)', () => {
  it.each([
    ['as a whole', { ruling: 'for_mco' }, {}],
    ['as a whole, one line by another amount', { ruling: 'for_provider', lines: [line(2, 'for_provider', '500')] }, { 'lines.1.ruling': 'for_provider', 'lines.1.amountCents': '500.00' }],
    [
      'in part',
      { ruling: 'in_part', lines: [line(1, 'for_provider'), line(2, 'in_part', '1.05'), line(3, 'for_mco'), line(4, 'in_part', '800'), line(5, 'for_provider', '7')] },
      { 'lines.0.ruling': 'for_provider', 'lines.1.ruling': 'in_part', 'lines.1.amountCents': '1.05', 'lines.2.ruling': 'for_mco', 'lines.3.ruling': 'in_part', 'lines.3.amountCents': '800.00', 'lines.4.ruling': 'for_provider', 'lines.4.amountCents': '7.00' },
    ],
  ])('%s: sent as it stands, it comes to the same', (_name, change, fields) => {
    const { draft, lines, sent } = again(change);
    expect(draft).toEqual({ ruling: change.ruling, reasons: 'r', ...fields });
    expect(sent).toEqual(lines);
  });

  it('names the lines by number where they have no rows', () => {
    const { draft, lines, sent } = again({ ruling: 'in_part', providerLines: '1, 3-5', otherLines: 'for_mco' }, false);
    expect(draft).toEqual({ ruling: 'in_part', reasons: 'r', providerLines: '1, 3-5', otherLines: 'for_mco' });
    expect(sent).toEqual(lines);
  });
});
