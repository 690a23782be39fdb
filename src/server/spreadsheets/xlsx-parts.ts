import { toDayNumber } from '@/shared/calendar-date';
import type { SheetColumn, SheetValue } from './sheet-columns';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Formats of cells by their place in `STYLES`: as it is, heading, text, date, money, wrapped text. */
export const FORMAT = { plain: 0, heading: 1, text: 2, date: 3, money: 4, wrapped: 5 } as const;

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="mm/dd/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${parts.join('')}</Types>`;
}

export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbookRelations(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

export function workbook(names: readonly string[]): string {
  // A sheet's name has at most 31 characters, and none of : \ / ? * [ ]
  const sheets = names.map((name, i) => `<sheet name="${xmlText(name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** The beginning of a sheet: its headings stay in sight, its columns are as wide as they are said to be. */
export function sheetStart(columns: readonly SheetColumn[], format: number): string {
  const cols = columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width ?? 16}" style="${format}" customWidth="1"/>`);
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}<cols>${cols.join('')}</cols><sheetData>${sheetRow(1, columns.map((c) => c.heading), FORMAT.heading)}`;
}

export const SHEET_END = '</sheetData></worksheet>';

/** "AB" for the 28th column, from 1. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** Of the columns that a list can have, once and not for each cell. */
const LETTERS = Array.from({ length: 52 }, (_, i) => columnLetters(i + 1));

function cell(value: SheetValue, at: string, format: number): string {
  if (value === null || value === '') return `<c r="${at}" s="${format}"/>`;
  if (typeof value === 'number') return `<c r="${at}" s="${format}"><v>${value}</v></c>`;
  if (typeof value === 'string') return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  // Excel counts from a day 0 that is 25,569 days before 1970.
  if ('date' in value) return value.date === null ? `<c r="${at}"/>` : `<c r="${at}" s="${FORMAT.date}"><v>${toDayNumber(value.date) + 25569}</v></c>`;
  return value.money === null ? `<c r="${at}"/>` : `<c r="${at}" s="${FORMAT.money}"><v>${(value.money / 100).toFixed(2)}</v></c>`;
}

/** Row `no`, from 1. A text is kept as a text, so nothing in it is ever calculated. NB: places may be left out, but some readers need them. */
export function sheetRow(no: number, values: readonly SheetValue[], format: number = FORMAT.plain): string {
  return `<row r="${no}">${values.map((value, i) => cell(value, `${LETTERS[i] ?? columnLetters(i + 1)}${no}`, format)).join('')}</row>`;
}
