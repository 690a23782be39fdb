import type { Epoch } from '@/domain/tickets/claim-cells';
import type { SheetCell } from '@/domain/tickets/claim-columns';
import type { Sheet, SheetRow } from '@/domain/tickets/claim-import';
import { LIMITS, Refusal, TOO_MANY_CELLS, TOO_MANY_ROWS } from './limits';
import { parseXml } from './parse-xml';
import { damaged, openParts, textOfPart, type ZipParts } from './zip-parts';

type Workbook = { sheetPart: string; epoch: Epoch };

/** What the portal does not take, said before anything is unpacked. */
function refuseForeign({ parts }: ZipParts): void {
  const names = [...parts.keys()].map((name) => name.toLowerCase());
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/vbaproject\.bin$|^xl\/macrosheets\//)) throw new Refusal('This workbook holds macros, and the portal opens none. Save it as an Excel workbook without macros (.xlsx), then import it again.');
  if (has(/^xl\/externallinks\//)) throw new Refusal('This workbook takes values from another file, which the portal cannot see. Copy its cells and paste them as values into the template, then import that.');
  if (has(/^xl\/workbook\.bin$/)) throw new Refusal('This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx), then import it again.');
  if (has(/^mimetype$/)) throw new Refusal('This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as CSV, then import it again.');
  if (!has(/^xl\/workbook\.xml$/)) throw new Refusal('This file is neither a CSV text nor an Excel workbook (.xlsx).');
}

/** Where the first sheet that is not hidden lies, and how its dates count. */
async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const sheets: { id: string; hidden: boolean }[] = [];
  let epoch: Epoch = 1900;
  await parseXml(textOfPart(zip, 'xl/workbook.xml', LIMITS.partBytes), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epoch = 1904;
      if (tag === 'sheet') sheets.push({ id: attributes['r:id'] ?? Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '', hidden: /hidden/i.test(attributes.state ?? '') });
    },
  });
  const targets = new Map<string, string>();
  await parseXml(textOfPart(zip, 'xl/_rels/workbook.xml.rels', LIMITS.partBytes), {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const first = sheets.find((sheet) => !sheet.hidden);
  const sheetPart = first === undefined ? undefined : targets.get(first.id);
  if (sheetPart === undefined) throw damaged();
  return { sheetPart, epoch };
}

/** A text with what more comes to it, as far as a cell is read. */
const longer = (text: string, piece: string) => (text.length < LIMITS.characters ? text + piece.slice(0, LIMITS.characters - text.length) : text);

/** The texts that cells share; what is written above Asian signs to say how they are read is left out. */
async function readStrings(zip: ZipParts): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.parts.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let inText = false;
  let above = 0;
  await parseXml(textOfPart(zip, 'xl/sharedStrings.xml', LIMITS.stringsBytes), {
    open: (tag) => {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') above += 1;
      else if (tag === 't') inText = above === 0;
    },
    text: (piece) => {
      if (inText) text = longer(text, piece);
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') above -= 1;
      else if (tag === 'si' && strings.push(text) > LIMITS.strings) throw new Refusal(TOO_MANY_ROWS);
    },
  });
  return strings;
}

/** `BC12` stands in the 55th column, which is 54. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A row's own number, as long as it comes after the one before: rows are told apart by it. */
function rowNoOf(told: string | undefined, before: number): number {
  const number = Number(told);
  return Number.isSafeInteger(number) && number > before && number <= 9_999_999 ? number : before + 1;
}

function cellOf(type: string, text: string, strings: readonly string[]): SheetCell {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? null;
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    // A formula's text, an error such as #N/A, a text of the cell's own, a date in words.
    case 'str':
    case 'e':
    case 'inlineStr':
    case 'd':
      return text;
    default:
      return text === '' ? null : Number.isFinite(Number(text)) ? Number(text) : text;
  }
}

/** Reads rows as they are unpacked and stops at the first one too many. */
async function readRows(zip: ZipParts, part: string, strings: readonly string[]): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let row: SheetRow = { rowNo: 0, cells: [] };
  let seen = 0;
  let cells = 0;
  let at = -1;
  let type = '';
  let text = '';
  let inValue = false;
  await parseXml(textOfPart(zip, part, LIMITS.unpackedBytes), {
    open: (tag, attributes) => {
      if (tag === 'row') {
        seen += 1;
        if (seen > LIMITS.rows) throw new Refusal(TOO_MANY_ROWS);
        row = { rowNo: rowNoOf(attributes.r, row.rowNo), cells: [] };
        at = -1;
      } else if (tag === 'c') {
        cells += 1;
        if (cells > LIMITS.cells) throw new Refusal(TOO_MANY_CELLS);
        at = attributes.r === undefined ? at + 1 : columnOf(attributes.r);
        [type, text] = [attributes.t ?? 'n', ''];
      } else if (tag === 'v' || tag === 't') inValue = true;
    },
    text: (piece) => {
      if (inValue) text = longer(text, piece);
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'c' && at >= 0 && at < LIMITS.columns) row.cells[at] = cellOf(type, text, strings);
      else if (tag === 'row' && row.cells.length > 0) rows.push({ ...row, cells: Array.from(row.cells, (cell) => cell ?? null) });
    },
  });
  return rows;
}

/** The first visible sheet of an Excel workbook; throws a `Refusal` with the reason. */
export async function readXlsx(bytes: Buffer): Promise<Sheet> {
  const zip = await openParts(bytes);
  refuseForeign(zip);
  const { sheetPart, epoch } = await readWorkbook(zip);
  const strings = await readStrings(zip);
  return { epoch, rows: await readRows(zip, sheetPart, strings) };
}
