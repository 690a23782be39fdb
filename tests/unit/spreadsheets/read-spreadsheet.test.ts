import { describe, expect, it } from 'vitest';
import type { SheetCell } from '@/domain/tickets/claim-columns';
import type { Sheet } from '@/domain/tickets/claim-import';
import { readSpreadsheet } from '@/server/spreadsheets/read-spreadsheet';
import { buildXlsx, buildZip, MAIN, WORKBOOK } from '../../factories/build-xlsx';

async function sheetOf(bytes: Buffer): Promise<Sheet> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
const cellsOf = async (bytes: Buffer): Promise<SheetCell[][]> => (await sheetOf(bytes)).rows.map((row) => row.cells);

async function refusal(bytes: Buffer): Promise<{ words: string; ms: number }> {
  const start = performance.now();
  const read = await readSpreadsheet(bytes);
  return { words: read.ok ? 'not refused' : read.error, ms: performance.now() - start };
}

const TEXT = 'Claim,Member\nA-1,Núñez “Ada”\n';
const utf16 = (text: string, mark: boolean, bigEndian = false) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const windows1252 = Buffer.from([...Buffer.from('Claim,Member\nA-1,N'), 0xfa, 0xf1, ...Buffer.from('ez '), 0x93, ...Buffer.from('Ada'), 0x94, 0x0a]);

describe('CSV', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', utf16(TEXT, true)],
    ['UTF-16, the other way around', utf16(TEXT, true, true)],
    ['UTF-16 without its mark', utf16(TEXT, false)],
    ['Windows-1252', windows1252],
    ['semicolons', Buffer.from(TEXT.replaceAll(',', ';'))],
    ['tabs', Buffer.from(TEXT.replaceAll(',', '\t'))],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ['a line that names the separator', Buffer.from(`sep=;\r\n${TEXT.replaceAll(',', ';')}`)],
  ])('in %s is read', async (_what, bytes) => {
    expect((await cellsOf(bytes)).filter((cells) => cells.length > 1)).toEqual([['Claim', 'Member'], ['A-1', 'Núñez “Ada”']]);
  });

  it('keeps line breaks, quotation marks and separators within a cell, and numbers rows as a spreadsheet does', async () => {
    const { rows } = await sheetOf(Buffer.from('a,b\n\n"first\nsecond","say ""hi"", then go"\n'));
    expect(rows).toContainEqual({ rowNo: 3, cells: ['first\nsecond', 'say "hi", then go'] });
  });

  it('takes money with commas in quotation marks from a file with semicolons elsewhere', async () => {
    expect(await cellsOf(Buffer.from('a,b,c\n"1;2","3;4",5\n'))).toEqual([['a', 'b', 'c'], ['1;2', '3;4', '5']]);
  });
});

describe('a workbook', () => {
  const shared = (...texts: string[]) => ({ 'xl/sharedStrings.xml': `<sst ${MAIN}>${texts.map((t) => `<si>${t}</si>`).join('')}</sst>` });

  it('gives texts, numbers, formulas’ results, gaps and rows by their own numbers', async () => {
    const rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>46217</v></c><c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="str"><f>A2</f><v>x</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><r><t>a</t></r><r><t> &amp; b</t></r></is></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#N/A</v></c></row>';
    const bytes = await buildXlsx(rows, shared('<t>Ada</t><rPh sb="0" eb="1"><t>above</t></rPh>'));
    expect((await sheetOf(bytes)).rows).toEqual([
      { rowNo: 2, cells: ['Ada', null, 46217, 2, 'x'] },
      { rowNo: 4, cells: ['a & b', 'TRUE', '#N/A'] },
    ]);
  });

  it('passes over a hidden first sheet, reads prefixed tags, and knows a date count of 1904', async () => {
    const workbook = WORKBOOK.replace('<sheets>', '<workbookPr date1904="1"/><sheets><sheet name="H" sheetId="2" state="veryHidden" r:id="rId9"/>');
    const bytes = await buildXlsx('', { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c><x:c><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>` });
    expect(await sheetOf(bytes)).toEqual({ epoch: 1904, rows: [{ rowNo: 1, cells: [7, 8] }] });
  });

  it('gives no more of a text than a field takes, though hundreds of cells share one of megabytes', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`;
    const text = `<sst ${MAIN}><si><t>${'Claim number '.repeat(1_000_000)}</t></si></sst>`;
    const cells = (await cellsOf(await buildXlsx(`${row.repeat(20)}<row><c t="inlineStr"><is><t>${'long '.repeat(100_000)}</t></is></c></row>`, { 'xl/sharedStrings.xml': text }))).flat();
    expect(cells).toHaveLength(4001);
    expect(Math.max(...cells.map((cell) => String(cell).length))).toBe(1000);
  });

  it('whose rows claim the same number keeps them apart', async () => {
    expect((await sheetOf(await buildXlsx('<row r="5"><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row><row r="2"><c><v>3</v></c></row>'))).rows.map((r) => r.rowNo)).toEqual([5, 6, 7]);
  });
});

describe('what is refused, in words and within two seconds', () => {
  const cases: [string, () => Promise<Buffer> | Buffer, RegExp][] = [
    ['a file of no bytes', () => Buffer.alloc(0), /empty/],
    ['a file of 8 MB and one byte', () => Buffer.alloc(8_000_001, 'a'), /more than 8 MB/],
    ['a million empty lines', () => Buffer.from('\n'.repeat(1_000_000)), /more than 20,000 rows/],
    ['800,000 rows of empty cells', () => Buffer.from(',,,,,,,,\n'.repeat(800_000)), /more than 20,000 rows/],
    ['a quotation mark that is never closed', () => Buffer.from('a,b\n"x,y\n1,2\n'), /never closed/],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0]), /neither a CSV text nor an Excel workbook/],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), /PDF/],
    ['an old workbook, or one with a password', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /password/],
    ['a workbook with macros', () => buildXlsx('', { 'xl/vbaProject.bin': 'x' }), /holds macros/],
    ['a workbook that takes values from another file', () => buildXlsx('', { 'xl/externalLinks/externalLink1.xml': '<x/>' }), /from another file/],
    ['a binary workbook', () => buildZip({ 'xl/workbook.bin': 'x' }), /\.xlsb/],
    ['an OpenDocument sheet', () => buildZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), /OpenDocument/],
    ['an archive that is no workbook', () => buildZip({ 'a.txt': 'x' }), /neither a CSV text nor an Excel workbook/],
    ['a cut workbook', async () => (await buildXlsx('<row><c><v>1</v></c></row>')).subarray(0, 300), /damaged/],
    ['XML that ends early', () => buildXlsx('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }), /damaged/],
    ['XML with entities of its own', () => buildXlsx('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>' }), /damaged/],
    ['a million empty rows', () => buildXlsx('<row/>'.repeat(1_000_000)), /more than 20,000 rows/],
    ['a zip bomb', () => buildXlsx('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(150_000_000, '<row/>') }), /far more than 5,000/],
    ['a bomb among the texts', () => buildXlsx('', { 'xl/sharedStrings.xml': Buffer.alloc(40_000_000, '<si/>') }), /far more than 5,000/],
    ['two thousand parts', () => buildZip(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`p${i}`, '']))), /far more than 5,000/],
  ];

  it.each(cases)('%s', async (_what, make, message) => {
    const { words, ms } = await refusal(await make());
    expect(words).toMatch(message);
    expect(ms).toBeLessThan(2000);
  });

  it('a bomb that lies about its size', async () => {
    const bytes = await buildXlsx('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(100_000_000, ' ') });
    // The size stands in the directory, behind the name's signature 22 bytes on; here it says 1,000.
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 22;
    expect(bytes.readUInt32LE(at)).toBe(100_000_000);
    bytes.writeUInt32LE(1000, at);
    const { words, ms } = await refusal(bytes);
    expect(words).toMatch(/damaged/);
    expect(ms).toBeLessThan(2000);
  });
});
