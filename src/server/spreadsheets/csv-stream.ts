import { CSV_START, csvText } from './csv-text';
import type { SheetTable, SheetValue } from './sheet-columns';

/** Dates as `2026-11-30` and dollars as `1240.00`: what every program reads the same way. */
function cellText(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if ('date' in value) return value.date ?? '';
  return value.money === null ? '' : (value.money / 100).toFixed(2);
}

/** A list as CSV, written as its rows are read. */
export async function* csvStream({ columns, chunks }: SheetTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(CSV_START + csvText([columns.map((c) => c.heading)]));
  for await (const rows of chunks) if (rows.length > 0) yield encoder.encode(csvText(rows.map((row) => row.map(cellText))));
}
