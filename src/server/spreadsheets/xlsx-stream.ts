import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { SheetTable } from './sheet-columns';
import { contentTypes, FORMAT, ROOT_RELATIONS, SHEET_END, sheetRow, sheetStart, STYLES, workbook, workbookRelations } from './xlsx-parts';

export type WorkbookSheet = SheetTable & { /** How its cells are kept: as they are, all as text, or wrapped for reading. */ format?: (typeof FORMAT)['plain' | 'text' | 'wrapped'] };

/** Rows that go to the packer in one piece: large pieces stay in memory until all of it is cleared. */
const PIECE = 50;

async function* sheetXml({ columns, chunks, format = FORMAT.plain }: WorkbookSheet): AsyncGenerator<string> {
  yield sheetStart(columns, format);
  let no = 1;
  for await (const rows of chunks)
    for (let i = 0; i < rows.length; i += PIECE) yield rows.slice(i, i + PIECE).map((row) => sheetRow((no += 1), row, format)).join('');
  yield SHEET_END;
}

/** An Excel workbook, packed while its rows are read: it is never whole in memory. */
export async function* xlsxStream(sheets: readonly WorkbookSheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const add = (text: string, name: string) => zip.addBuffer(Buffer.from(text), name);
  const pages = sheets.map((sheet) => Readable.from(sheetXml(sheet), { objectMode: false, highWaterMark: 65_536 }));
  const out = zip.outputStream;
  // A reader of rows that fails must fail the file, not leave it waiting for more.
  const fail = (error: Error) => out.emit('error', error);
  add(contentTypes(sheets.length), '[Content_Types].xml');
  add(ROOT_RELATIONS, '_rels/.rels');
  add(workbook(sheets.map((sheet) => sheet.name)), 'xl/workbook.xml');
  add(workbookRelations(sheets.length), 'xl/_rels/workbook.xml.rels');
  add(STYLES, 'xl/styles.xml');
  pages.forEach((page, i) => zip.addReadStream(page.on('error', fail), `xl/worksheets/sheet${i + 1}.xml`));
  zip.on('error', fail);
  zip.end();
  try {
    for await (const chunk of out) yield chunk as unknown as Uint8Array;
  } finally {
    // Whoever stops reading stops the reading of rows, too.
    for (const page of pages) page.destroy();
  }
}
