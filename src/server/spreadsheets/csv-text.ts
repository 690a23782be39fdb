import { stringify } from 'csv-stringify/sync';

/** Tells a spreadsheet that the text is UTF-8; without it Excel shows names with accents wrong. */
export const CSV_START = '\ufeff';

/**
 * Rows as CSV: the one way in which the portal writes any. A cell that a spreadsheet would calculate (`=`, `+`, `-`, `@`
 * and what looks like them) gets an apostrophe before it, so what one person typed never runs at another's. NB: a line
 * break of any kind is put in quotation marks, or what stands behind it would begin a row of its own.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => [...row]), { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' });
}
