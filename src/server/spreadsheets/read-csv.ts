import { CsvError, parse } from 'csv-parse/sync';
import type { Sheet, SheetRow } from '@/domain/tickets/claim-import';
import { decodeText } from './decode-text';
import { LIMITS, Refusal, TOO_MANY_CELLS, TOO_MANY_ROWS } from './limits';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** A cell may hold line breaks of its own, so there may be more of them than rows. */
const MOST_LINE_ENDS = LIMITS.rows * 5;

/** The sign that parts most cells of the first lines, whatever stands in quotation marks left out. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((sign) => head.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function countLineEnds(text: string): number {
  let ends = 0;
  for (let at = text.indexOf('\n'); at >= 0 && ends <= MOST_LINE_ENDS; at = text.indexOf('\n', at + 1)) ends += 1;
  return ends;
}

/** Excel's own first line, `sep=;`, names the separator and is no row. */
const TOLD = /^sep=(.)\r?\n/i;

function recordsOf(whole: string): string[][] {
  let rows = 0;
  let cells = 0;
  const text = whole.replace(TOLD, '');
  return parse(text, {
    delimiter: TOLD.exec(whole)?.[1] ?? separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 200_000,
    on_record: (record: string[]) => {
      rows += 1;
      cells += record.length;
      if (cells > LIMITS.cells) throw new Refusal(TOO_MANY_CELLS);
      if (rows > LIMITS.rows) throw new Refusal(TOO_MANY_ROWS);
      return record.slice(0, LIMITS.columns);
    },
  });
}

/** The rows of a CSV file, numbered as a spreadsheet shows them; throws a `Refusal` with the reason. */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  if (countLineEnds(text) > MOST_LINE_ENDS) throw new Refusal(TOO_MANY_ROWS);
  try {
    return { epoch: 1900, rows: recordsOf(text).map((cells, i): SheetRow => ({ rowNo: i + 1, cells })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? new Refusal('A quotation mark in this file is opened and never closed, so its cells cannot be told apart. Remove it, then import the file again.')
      : new Refusal('This file cannot be read as CSV. Save it again as CSV or as an Excel workbook (.xlsx).');
  }
}
