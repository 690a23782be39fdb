import { z } from 'zod';
import type { JudgedRow, StagedRow } from './claim-import';
import { CLAIM_FIELDS, type ClaimField, type ClaimText } from './complaint-draft';

/** What one press on the preview of an import asks, beside keeping what was typed into its rows. */
export type ImportAct =
  | { type: 'save' }
  /** Takes the suggested mend of one cell, or of every cell that has one. */
  | { type: 'use'; rowNo: number; field: ClaimField }
  | { type: 'use-all' }
  | { type: 'leave-out'; rowNo: number }
  | { type: 'leave-out-doubles' }
  /** The row looks like a double and is none. */
  | { type: 'keep'; rowNo: number }
  | { type: 'keep-doubles' };

export type ImportEdit = { lines: readonly { rowNo: number; claim: ClaimText }[]; act: ImportAct };

const typed = z.string().catch('');
const stored = z.array(
  z.object({
    rowNo: z.number().int().positive(),
    keep: z.boolean().catch(false),
    claim: z.object(Object.fromEntries(CLAIM_FIELDS.map((f) => [f, typed])) as Record<ClaimField, typeof typed>),
  }),
);

/** The waiting rows of an import from its row. */
export function readStagedRows(data: unknown): StagedRow[] {
  return stored.parse(data);
}

/** The rows with what was typed into some of them; a row that was left out since stays out. */
export function typeIntoRows(rows: readonly StagedRow[], lines: ImportEdit['lines']): StagedRow[] {
  const sent = new Map(lines.map((line) => [line.rowNo, line.claim]));
  return rows.map((row) => {
    const claim = sent.get(row.rowNo);
    return claim === undefined ? row : { ...row, claim };
  });
}

function withMends(judged: readonly JudgedRow[], wanted: (row: JudgedRow, field: ClaimField) => boolean): StagedRow[] {
  return judged.map((row) => {
    const change: Partial<ClaimText> = {};
    for (const mend of row.mends) if (wanted(row, mend.field)) change[mend.field] = mend.value;
    return stagedOf(row, change);
  });
}

function stagedOf({ rowNo, typed: { id: _id, savedIn: _savedIn, ...claim }, keep }: JudgedRow, change: Partial<ClaimText> = {}): StagedRow {
  return { rowNo, keep, claim: { ...claim, ...change } };
}

/** The rows after one press, judged as they stood before it. */
export function actOnRows(judged: readonly JudgedRow[], act: ImportAct): StagedRow[] {
  const all = () => judged.map((row) => stagedOf(row));
  switch (act.type) {
    case 'save':
      return all();
    case 'use':
      return withMends(judged, (row, field) => row.rowNo === act.rowNo && field === act.field);
    case 'use-all':
      return withMends(judged, () => true);
    case 'leave-out':
      return all().filter((row) => row.rowNo !== act.rowNo);
    case 'leave-out-doubles':
      return judged.filter((row) => row.state !== 'double').map((row) => stagedOf(row));
    case 'keep':
      return all().map((row) => (row.rowNo === act.rowNo ? { ...row, keep: true } : row));
    case 'keep-doubles':
      return judged.map((row) => ({ ...stagedOf(row), keep: row.keep || row.state === 'double' }));
  }
}
