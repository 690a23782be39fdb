import { describe, expect, it } from 'vitest';
import { templateSheets } from '@/app/(portal)/file/template/template-sheets';
import { stageSheet } from '@/domain/tickets/claim-import';
import { csvStream } from '@/server/spreadsheets/csv-stream';
import { csvText } from '@/server/spreadsheets/csv-text';
import { readSpreadsheet } from '@/server/spreadsheets/read-spreadsheet';
import type { SheetTable, SheetValue } from '@/server/spreadsheets/sheet-columns';
import { xlsxStream } from '@/server/spreadsheets/xlsx-stream';
import { calendarDate } from '@/shared/calendar-date';
import { cents } from '@/shared/cents';

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function* chunksOf(...chunks: SheetValue[][][]) {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const table = (...rows: SheetValue[][]): SheetTable => ({ name: 'List', columns: [{ heading: 'A' }, { heading: 'B' }, { heading: 'C' }, { heading: 'D' }], chunks: chunksOf(rows.slice(0, 1), [], rows.slice(1)) });
const ROWS: SheetValue[][] = [['=1+1', { date: calendarDate('2026-07-14') }, { money: cents(124010) }, 3], ['Núñez, “Ada”\n& <Bob>', { date: null }, { money: null }, null]];

describe('CSV that the portal writes', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', '=HYPERLINK("http://x","y")'])('%j cannot run in a spreadsheet', (text) => {
    expect(csvText([[text]]).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it.each(['see below\n=1+1', 'see below\r=1+1', '\n@SUM(A1)', 'see below\r\n-1'])('what stands behind a line break begins no cell of its own: %j', async (text) => {
    expect(csvText([['A', text, 'B']])).toBe(`A,"${text}",B\r\n`);
    expect(await readSpreadsheet(Buffer.from(csvText([['A', text, 'B']])))).toMatchObject({ value: { rows: [{ cells: ['A', text, 'B'] }] } });
  });

  it('leaves everything else as it is', () => {
    expect(csvText([['26-1', 'O’Brien', 'a,b', 'say "hi"', "it's", '1=2']])).toBe('26-1,O’Brien,"a,b","say ""hi""",it\'s,1=2\r\n');
  });

  it('is a list with dates and dollars as every program reads them, marked as UTF-8', async () => {
    const text = (await bytesOf(csvStream(table(...ROWS)))).toString();
    expect(text).toBe("\ufeffA,B,C,D\r\n'=1+1,2026-07-14,1240.10,3\r\n\"Núñez, “Ada”\n& <Bob>\",,,\r\n");
  });
});

describe('a workbook that the portal writes', () => {
  it('keeps texts as texts, dates as dates, dollars as numbers', async () => {
    const read = await readSpreadsheet(await bytesOf(xlsxStream([table(...ROWS)])));
    expect(read).toMatchObject({ ok: true, value: { rows: [{ cells: ['A', 'B', 'C', 'D'] }, { cells: ['=1+1', 46217, 1240.1, 3] }, { cells: ['Núñez, “Ada”\n& <Bob>', null, null, null] }] } });
  });

  it('fails as a whole when its rows cannot be read to the end, and ends their reading when nobody takes it', async () => {
    async function* broken(): AsyncGenerator<SheetValue[][]> {
      yield await Promise.resolve([['a']]);
      throw new Error('the database is gone');
    }
    await expect(bytesOf(xlsxStream([{ name: 'L', columns: [{ heading: 'A' }], chunks: broken() }]))).rejects.toThrow('the database is gone');
    let ended = false;
    async function* endless(): AsyncGenerator<SheetValue[][]> {
      try {
        for (;;) yield await Promise.resolve(Array.from({ length: 1000 }, () => [String(Math.random())]));
      } finally {
        ended = true;
      }
    }
    const stream = xlsxStream([{ name: 'L', columns: [{ heading: 'A' }], chunks: endless() }]);
    for (let bytes = 0; bytes < 200_000; ) bytes += (await stream.next()).value?.length ?? 0;
    await stream.return(undefined);
    await expect.poll(() => ended).toBe(true);
  });
});

describe('the template', () => {
  it.each(['csv', 'xlsx'] as const)('as %s holds nothing but its example, and a filled one is imported', async (format) => {
    const [claims, about] = templateSheets();
    const bytes = await bytesOf(format === 'csv' ? csvStream(claims) : xlsxStream([claims, about]));
    const read = await readSpreadsheet(bytes);
    if (!read.ok) throw new Error(read.error);
    expect(stageSheet(read.value)).toMatchObject({ ok: false, error: expect.stringMatching(/no claim line/) });
    const filled = { ...read.value, rows: [...read.value.rows, { rowNo: 3, cells: ['26-1', 'Ada', '000118420', '7/14/2026', '7/14/2026', '5', '', '5', ''] }] };
    expect(stageSheet(filled)).toMatchObject({ ok: true, value: { hadExample: true, unread: [], rows: [{ rowNo: 3, claim: { claimNumber: '26-1' } }] } });
  });
});
