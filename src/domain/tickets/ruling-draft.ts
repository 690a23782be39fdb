import type { Cents } from '@/shared/cents';
import type { EventData } from './events';
import type { FormDraft } from './form-draft';
import type { RulingLine } from './review-events';

type Ruling = EventData<'HfsDecided'>;
type FormLine = { lineNo: number; disputedCents: Cents };

/** Line numbers in order as people write them: `1-40, 57`. */
function lineNumbers(lines: readonly RulingLine[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const { lineNo } of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === lineNo) last.to = lineNo;
    else runs.push({ from: lineNo, to: lineNo });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

/** What a line comes to where its amount is left empty (`lineOf` of the decision); null where none may be. */
function usualCents({ lineNo, ruling }: RulingLine, formLines: readonly FormLine[]): number | null {
  if (ruling === 'in_part') return null;
  return ruling === 'for_mco' ? 0 : (formLines.find((line) => line.lineNo === lineNo)?.disputedCents ?? null);
}

/** A line with its own choice; one that is as the decision as a whole says needs none. */
function lineFields(line: RulingLine, whole: Ruling['ruling'], formLines: readonly FormLine[]): FormDraft {
  const field = `lines.${line.lineNo - 1}`;
  const isUsual = line.amountCents === usualCents(line, formLines);
  if (isUsual) return line.ruling === whole ? {} : { [`${field}.ruling`]: line.ruling };
  return { [`${field}.ruling`]: line.ruling, [`${field}.amountCents`]: (line.amountCents / 100).toFixed(2) };
}

/**
 * R18: a decision as its form would hold it, for whoever gives it anew after it was returned. `formLines` are the claims
 * that have their own row in the form; null where they are named by number instead.
 */
export function rulingDraft({ ruling, reasons, lines }: Ruling, formLines: readonly FormLine[] | null): FormDraft {
  if (formLines !== null) return { ruling, reasons, ...Object.fromEntries(lines.flatMap((line) => Object.entries(lineFields(line, ruling, formLines)))) };
  if (ruling !== 'in_part') return { ruling, reasons };
  return { ruling, reasons, providerLines: lineNumbers(lines.filter((line) => line.ruling === 'for_provider')), otherLines: 'for_mco' };
}
