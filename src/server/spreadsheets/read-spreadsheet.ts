import type { Sheet } from '@/domain/tickets/claim-import';
import { err, ok, type Result } from '@/shared/result';
import { FILE_TOO_LARGE, LIMITS, Refusal } from './limits';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

async function read(bytes: Buffer): Promise<Sheet> {
  if (bytes.length === 0) throw new Refusal('This file is empty.');
  if (bytes.length > LIMITS.fileBytes) throw new Refusal(FILE_TOO_LARGE);
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  // What Office wrote before 2007, and what it wraps a workbook with a password in.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('This is an old Excel file (.xls), or one that needs a password to open. Save it as an Excel workbook (.xlsx) without a password, then import it again.');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new Refusal('This is a PDF. Import a CSV file or an Excel workbook (.xlsx).');
  return readCsv(bytes);
}

/**
 * The table in a file, which is told by its content, not by its name: CSV text or an Excel workbook. The error says in
 * words why it is not read. However large it says or hides to be, reading stops at `LIMITS`.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Result<Sheet, string>> {
  try {
    return ok(await read(bytes));
  } catch (error) {
    if (error instanceof Refusal) return err(error.message);
    throw error;
  }
}
