import { describe, expect, it } from 'vitest';
import { claimOfRow, dateText, moneyText } from '@/domain/tickets/claim-cells';
import { CLAIM_COLUMNS, matchColumns, type SheetCell } from '@/domain/tickets/claim-columns';
import { countRows, doubleWords, judgeRows, stageSheet, type Sheet, type StagedRow } from '@/domain/tickets/claim-import';
import { CLAIM_FIELDS, type ClaimText } from '@/domain/tickets/complaint-draft';
import { actOnRows, readStagedRows, typeIntoRows } from '@/domain/tickets/edit-import';
import { buildClaimText, buildDraft, DRAFT_FACTS } from '../../factories/build-draft';

const HEADINGS = CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field].heading);
const GOOD: SheetCell[] = ['26-1', 'Ada R. Lindqvist', '000118420', '7/14/2026', '7/14/2026', '$1,240.00', '', '1,240.00', 'CO-16'];

const sheet = (...rows: SheetCell[][]): Sheet => ({ epoch: 1900, rows: rows.map((cells, i) => ({ rowNo: i + 1, cells })) });
function staged(table: Sheet): StagedRow[] {
  const result = stageSheet(table);
  if (!result.ok) throw new Error(result.error);
  return result.value.rows;
}
function refusal(table: Sheet): string {
  const result = stageSheet(table);
  return result.ok ? 'not refused' : result.error;
}
const row = (rowNo: number, change: Partial<ClaimText> = {}): StagedRow => ({ rowNo, keep: false, claim: buildClaimText({ claimNumber: `N-${rowNo}`, ...change }) });
const judged = (...rows: StagedRow[]) => judgeRows(rows, buildDraft(), DRAFT_FACTS);

describe('dates as people type them', () => {
  it.each<[SheetCell, string]>([
    ['7/14/2026', '2026-07-14'],
    ['07-14-2026', '2026-07-14'],
    ['7.14.26', '2026-07-14'],
    ['2026-07-14', '2026-07-14'],
    ['2026/7/4', '2026-07-04'],
    ['20260714', '2026-07-14'],
    [20260714, '2026-07-14'],
    ['2026-07-14T00:00:00.000Z', '2026-07-14'],
    ['7/14/2026 12:00:00 AM', '2026-07-14'],
    ['Jul 14, 2026', '2026-07-14'],
    ['Tuesday, July 14, 2026', '2026-07-14'],
    ['14-Jul-26', '2026-07-14'],
    ['14 July 2026', '2026-07-14'],
    [46217, '2026-07-14'],
    [46217.75, '2026-07-14'],
    ['46217', '2026-07-14'],
    ['\u00a07/14/2026 ', '2026-07-14'],
    ['2/30/2026', '2026-02-30'],
    ['25/12/2025', '2025-25-12'],
    ['soon', 'soon'],
    ['', ''],
    [null, ''],
    [-3, '-3'],
  ])('%j is %s', (cell, text) => {
    expect(dateText(cell)).toBe(text);
  });

  it.each(['T'.repeat(1000), `7${' '.repeat(998)}7`])('what is far longer than any is none, and said at once', (text) => {
    const began = performance.now();
    for (let i = 0; i < 10_000; i += 1) expect(dateText(text) === text).toBe(true);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('counts the days of an old Mac’s workbook from 1904', () => {
    expect(dateText(44755, 1904)).toBe('2026-07-14');
  });
});

describe('money as people type it', () => {
  it.each<[SheetCell, string]>([
    ['$1,240.00', '$1,240.00'],
    ['$ 1,240.00', '$1,240.00'],
    ['USD 1,240.00', '1,240.00'],
    ['1240 USD', '1240'],
    [1240, '1240.00'],
    [1240.1000000000001, '1240.10'],
    [0.1 + 0.2, '0.30'],
    [12.345, '12.345'],
    [-5, '-5.00'],
    ['$ -', '0.00'],
    ['1240,00', '1240,00'],
    ['none', 'none'],
    [null, ''],
  ])('%j is %s', (cell, text) => {
    expect(moneyText(cell)).toBe(text);
  });
});

describe('columns', () => {
  it('are known by name in any order and case, with others beside them', () => {
    const matched = matchColumns(['Notes', 'DISPUTED amount', 'billed', 'Provider', 'Recipient ID #', 'patient name', 'Claim #', 'DOS From', 'dos to', 'CARC']);
    expect(matched).toEqual({ ok: true, value: { fields: [null, 'disputedCents', 'billedCents', null, 'rin', 'memberName', 'claimNumber', 'serviceFrom', 'serviceTo', 'denialCode'], unread: ['Notes', 'Provider'] } });
  });

  it('every heading and alias names one field alone', () => {
    const names = CLAIM_FIELDS.flatMap((field) => [...new Set([CLAIM_COLUMNS[field].heading.toLowerCase().replace(/[^a-z]/g, ''), ...CLAIM_COLUMNS[field].aliases])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('without a last day a claim is for one day', () => {
    const plan = matchColumns(['Claim number', 'Member name', 'RIN', 'Date of service', 'Billed', 'Disputed']);
    if (!plan.ok) throw new Error('not matched');
    expect(claimOfRow(['26-1', 'Ada', 1, '7/14/2026', 5, 5], plan.value, 1900)).toMatchObject({ serviceFrom: '2026-07-14', serviceTo: '2026-07-14', rin: '1', billedCents: '5.00' });
  });

  it('an apostrophe that keeps a spreadsheet from calculating is not part of the text', () => {
    const plan = matchColumns(HEADINGS);
    if (!plan.ok) throw new Error('not matched');
    expect(claimOfRow(["'=cmd", "O'Brien", "'000118420"], plan.value, 1900)).toMatchObject({ claimNumber: '=cmd', memberName: "O'Brien", rin: '000118420' });
  });
});

describe('a table', () => {
  it('is read from its headings on, without blank rows and the template’s example', () => {
    const example = CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field].example);
    const result = stageSheet(sheet(['Claims of October'], [null, ''], HEADINGS, example, GOOD, ['', ' ', null], GOOD));
    expect(result).toMatchObject({ ok: true, value: { hadExample: true, rows: [{ rowNo: 5 }, { rowNo: 7 }] } });
  });

  it.each<[string, Sheet, RegExp]>([
    ['without a row', sheet(), /empty/],
    ['of blank rows', sheet([''], [null, ' ']), /empty/],
    ['without headings', sheet(GOOD, GOOD), /No row of this file names the columns/],
    ['of headings alone', sheet(HEADINGS), /no claim line under them/],
    ['without a column that is needed', sheet(HEADINGS.filter((h) => h !== 'Billed' && h !== 'RIN'), GOOD), /no column named “RIN”, “Billed”/],
    ['with a column twice', sheet([...HEADINGS, 'Amount billed'], GOOD), /Two columns of this file could be “Billed”/],
    ['whose cells share one long text', sheet(HEADINGS, ...Array.from({ length: 5000 }, () => GOOD.map(() => 'x'.repeat(200)))), /far more text than claim lines do/],
    ['of 5,001 lines', sheet(HEADINGS, ...Array.from({ length: 5001 }, () => GOOD)), /5,001 claim lines\. One complaint holds at most 5,000/],
  ])('%s is refused in words', (_what, table, message) => {
    expect(refusal(table)).toMatch(message);
  });

  it('of 5,000 lines is taken', () => {
    expect(staged(sheet(HEADINGS, ...Array.from({ length: 5000 }, () => GOOD)))).toHaveLength(5000);
  });
});

describe('a row', () => {
  it('that is right is ready', () => {
    expect(judged(...staged(sheet(HEADINGS, GOOD)))).toMatchObject([{ state: 'ready', rowNo: 2, claim: { claimNumber: '26-1', billedCents: 124000, serviceFrom: '2026-07-14' } }]);
  });

  it.each<[string, Partial<ClaimText>, string, RegExp, string | null]>([
    ['a RIN that lost its zeros', { rin: '118420' }, 'rin', /9 digits/, '000118420'],
    ['a RIN that nobody can guess', { rin: 'A123' }, 'rin', /9 digits/, null],
    ['the day before the month', { serviceFrom: '2026-25-06', serviceTo: '2026-07-14' }, 'serviceFrom', /no month 25/, '2026-06-25'],
    ['no last day', { serviceTo: '' }, 'serviceTo', /last day of service/, '2026-07-14'],
    ['days in the wrong order', { serviceFrom: '2026-07-20' }, 'serviceTo', /before the first day/, null],
    ['a comma before the cents', { billedCents: '1.240,00', disputedCents: '1,240.00' }, 'billedCents', /not written as dollars/, '1240.00'],
    ['a dash, as accounting formats show zero', { paidCents: '-' }, 'paidCents', /less than zero/, '0.00'],
    ['no disputed amount', { billedCents: '100.00', paidCents: '40.00', disputedCents: '' }, 'disputedCents', /amount in dispute/, '60.00'],
    ['more in dispute than was billed', { billedCents: '10.00', disputedCents: '20.00' }, 'disputedCents', /more than the amount billed/, null],
    ['a claim number that the spreadsheet has shortened', { claimNumber: '2.60188E+11' }, 'claimNumber', /shortened this number/, null],
    ['a day in the future', { serviceFrom: '2026-12-01', serviceTo: '2026-12-01' }, 'serviceFrom', /in the future/, null],
  ])('%s: said at its cell, with what was most likely meant', (_what, change, field, message, mend) => {
    const [found] = judged(row(2, change));
    expect(found?.state).toBe('fix');
    expect(found?.issues.find((i) => i.field === field)?.message).toMatch(message);
    expect(found?.mends.find((m) => m.field === field)?.value ?? null).toBe(mend);
  });

  it('that repeats an earlier row or a line of the complaint is marked, another amount of the same claim is not', () => {
    const rows = judged(row(2, { claimNumber: 'A' }), row(3, { claimNumber: 'a ' }), row(4, { claimNumber: 'A', billedCents: '99', disputedCents: '9' }), row(5, { claimNumber: '26-0188417' }));
    expect(rows.map((r) => [r.state, r.double && doubleWords(r.double)])).toEqual([
      ['ready', null],
      ['double', 'same as row 2 of the file'],
      ['ready', null],
      ['double', 'same as line 1 of this complaint'],
    ]);
    expect(countRows(rows)).toEqual({ ready: 2, fix: 0, double: 2 });
  });
});

describe('mending', () => {
  const rows = () => judged(row(2, { rin: '118420' }), row(3, { rin: '118421', serviceTo: '' }), row(4, { claimNumber: 'A' }), row(5, { claimNumber: 'A' }));
  const states = (after: StagedRow[]) => judged(...after).map((r) => `${r.rowNo} ${r.state}`);

  it('one cell, or every cell that has a suggestion', () => {
    expect(states(actOnRows(rows(), { type: 'use', rowNo: 3, field: 'rin' }))).toEqual(['2 fix', '3 fix', '4 ready', '5 double']);
    expect(states(actOnRows(rows(), { type: 'use-all' }))).toEqual(['2 ready', '3 ready', '4 ready', '5 double']);
  });

  it('leaves rows and doubles out, or keeps them', () => {
    expect(states(actOnRows(rows(), { type: 'leave-out', rowNo: 4 }))).toEqual(['2 fix', '3 fix', '5 ready']);
    expect(states(actOnRows(rows(), { type: 'leave-out-doubles' }))).toEqual(['2 fix', '3 fix', '4 ready']);
    expect(states(actOnRows(rows(), { type: 'keep', rowNo: 5 }))).toEqual(['2 fix', '3 fix', '4 ready', '5 ready']);
    expect(states(actOnRows(rows(), { type: 'keep-doubles' }))).toEqual(['2 fix', '3 fix', '4 ready', '5 ready']);
  });

  it('what is typed replaces the row, and survives the way through the database', () => {
    const typed = typeIntoRows([row(2), row(3)], [{ rowNo: 3, claim: buildClaimText({ claimNumber: 'typed' }) }, { rowNo: 9, claim: buildClaimText() }]);
    expect(readStagedRows(JSON.parse(JSON.stringify(typed))).map((r) => r.claim.claimNumber)).toEqual(['N-2', 'typed']);
    expect(actOnRows(judged(...typed), { type: 'save' })).toEqual(typed);
  });
});
