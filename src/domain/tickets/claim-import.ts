import { cents, formatCents, parseCents } from '@/shared/cents';
import { parseCalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';
import { claimOfRow, isBlankRow, type Epoch } from './claim-cells';
import { CLAIM_COLUMNS, EXAMPLE_CLAIM, isHeadingRow, matchColumns, type ColumnProblem, type SheetCell } from './claim-columns';
import { checkLines, isReady, type CheckedLine, type DraftFacts } from './check-draft';
import { MAX_CLAIM_LINES, type ClaimLineInput } from './commands';
import { CLAIM_FIELDS, isBlankClaim, type ClaimField, type ClaimText, type ComplaintDraft } from './complaint-draft';

/** A table as a file holds it: its rows with the number that a spreadsheet shows beside each. */
export type SheetRow = { rowNo: number; cells: SheetCell[] };
export type Sheet = { rows: SheetRow[]; epoch: Epoch };

/** A row that waits to be added to a draft; `keep` says that it is no double although it looks like one. */
export type StagedRow = { rowNo: number; claim: ClaimText; keep: boolean };
export type StagedSheet = { rows: StagedRow[]; /** Headings that were not read. */ unread: string[]; /** The template's example was left out. */ hadExample: boolean };

/** What 5,000 lines have whose every field is as long as one may be; many cells of a workbook share one text. */
const MOST_CHARACTERS = 6_000_000;

/** A title and a few lines about the file may stand above the headings. */
const MOST_ABOVE = 20;

function columnWords({ missing, doubled }: ColumnProblem): string {
  const [double] = doubled;
  if (double !== undefined) return `Two columns of this file could be “${CLAIM_COLUMNS[double.field].heading}”: one of them is named “${double.heading.trim().slice(0, 60)}”. Rename or remove one, then import it again.`;
  const names = missing.map((field) => `“${CLAIM_COLUMNS[field].heading}”`);
  return `This file has no column named ${names.join(', ')}. Name the columns in the first row as the template does, then import it again.`;
}

function charactersOf(rows: readonly StagedRow[]): number {
  return rows.reduce((sum, { claim }) => CLAIM_FIELDS.reduce((n, field) => n + claim[field].length, sum), 0);
}

/**
 * The claim lines of a table, each as it is typed, right or wrong; or in words why the table cannot be read: no heading
 * row, a column missing or twice, no line, more lines or far more text than a complaint holds.
 */
export function stageSheet({ rows, epoch }: Sheet): Result<StagedSheet, string> {
  const filled = rows.filter((row) => !isBlankRow(row.cells));
  if (filled.length === 0) return err('This file is empty: it has no row with anything in it.');
  const at = filled.slice(0, MOST_ABOVE).findIndex((row) => isHeadingRow(row.cells));
  const headings = filled[at];
  if (headings === undefined) return err('No row of this file names the columns. Name them in the first row as the template does: Claim number, Member name, RIN and so on.');
  const matched = matchColumns(headings.cells);
  if (!matched.ok) return err(columnWords(matched.error));
  const claims = filled.slice(at + 1).map(({ rowNo, cells }): StagedRow => ({ rowNo, claim: claimOfRow(cells, matched.value, epoch), keep: false }));
  const lines = claims.filter(({ claim }) => !isBlankClaim(claim) && !EXAMPLE_CLAIM.test(claim.claimNumber));
  if (lines.length === 0) return err('This file names the columns, but has no claim line under them.');
  if (lines.length > MAX_CLAIM_LINES) return err(`This file has ${lines.length.toLocaleString('en-US')} claim lines. One complaint holds at most ${MAX_CLAIM_LINES.toLocaleString('en-US')}.`);
  if (charactersOf(lines) > MOST_CHARACTERS) return err('The cells of this file hold far more text than claim lines do. Copy the claim lines into the template, then import it again.');
  return ok({ rows: lines, unread: matched.value.unread, hadExample: claims.some(({ claim }) => EXAMPLE_CLAIM.test(claim.claimNumber)) });
}

/** What a wrong cell most likely should say. */
export type Mend = { field: ClaimField; value: string; /** "A zero at the start is often lost in a spreadsheet." */ why: string };
/** What a row repeats: an earlier row of the file, or a line that the complaint has already. */
export type Double = { of: 'row' | 'line'; number: number };
export type JudgedRow = CheckedLine & { rowNo: number; keep: boolean; state: 'ready' | 'fix' | 'double'; double: Double | null; mends: Mend[] };

function mendRin(typed: string): Mend[] {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{5,8}$/.test(digits) ? [{ field: 'rin', value: digits.padStart(9, '0'), why: 'A zero at the start of a RIN is often lost in a spreadsheet.' }] : [];
}

/** The day and the month the other way around, where only that is a date. */
function mendDate(field: 'serviceFrom' | 'serviceTo', claim: ClaimText): Mend[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(claim[field]) ?? [];
  const turned = `${year}-${day}-${month}`;
  if (Number(month) > 12 && parseCalendarDate(turned).ok) return [{ field, value: turned, why: 'The day stands before the month.' }];
  return field === 'serviceTo' && claim.serviceTo === '' && parseCalendarDate(claim.serviceFrom).ok ? [{ field, value: claim.serviceFrom, why: 'A service of one day ends on the day on which it begins.' }] : [];
}

function mendMoney(field: 'billedCents' | 'paidCents' | 'disputedCents', claim: ClaimText): Mend[] {
  const typed = claim[field];
  const european = /^\$?\s*(\d{1,3}(?:[. ]\d{3})*|\d+),(\d{2})$/.exec(typed);
  if (european !== null) return [{ field, value: `${(european[1] ?? '').replace(/[. ]/g, '')}.${european[2]}`, why: 'A comma stands where the point before the cents belongs.' }];
  if (/^[-\u2010-\u2015]$/.test(typed)) return [{ field, value: '0.00', why: 'A spreadsheet shows zero as a dash.' }];
  if (field !== 'disputedCents' || typed !== '') return [];
  const [billed, paid] = [parseCents(claim.billedCents), parseCents(claim.paidCents || '0')];
  return billed.ok && paid.ok && paid.value <= billed.value
    ? [{ field, value: formatCents(cents(billed.value - paid.value)).slice(1), why: 'This is what was billed less what was paid.' }]
    : [];
}

function mendOf(field: string, claim: ClaimText): Mend[] {
  switch (field) {
    case 'rin':
      return mendRin(claim.rin);
    case 'serviceFrom':
    case 'serviceTo':
      return mendDate(field, claim);
    case 'billedCents':
    case 'paidCents':
    case 'disputedCents':
      return mendMoney(field, claim);
    default:
      return [];
  }
}

/** Excel's short form of a long number: its other digits are gone for good. */
const SHORTENED = /^\d(?:\.\d+)?e\+?\d+$/i;
const SHORTENED_ISSUE = 'The spreadsheet has shortened this number, and its other digits are lost. Enter it in full, and keep the column as text.';

function issuesOf(line: CheckedLine): CheckedLine['issues'] {
  const shortened = (['claimNumber', 'rin'] as const).filter((field) => SHORTENED.test(line.typed[field]));
  return [...line.issues.filter((i) => !shortened.some((field) => field === i.field)), ...shortened.map((field) => ({ field, message: SHORTENED_ISSUE }))];
}

/** Two lines with this in common are one claim line twice; other amounts make another service of the same claim. */
function sameness(claim: ClaimLineInput): string {
  return [claim.claimNumber.toLowerCase(), claim.rin, claim.serviceFrom, claim.serviceTo, claim.billedCents].join('|');
}

/**
 * Each waiting row as its draft would take it now: ready, to fix (which cell, why, what was most likely meant), or a
 * double of an earlier row or of a line that the complaint has.
 */
export function judgeRows(rows: readonly StagedRow[], draft: ComplaintDraft, facts: DraftFacts): JudgedRow[] {
  const seen = new Map<string, Double>(checkLines(draft, facts).filter(isReady).map((line) => [sameness(line.claim), { of: 'line', number: line.place }]));
  const lines = checkLines({ ...draft, claims: rows.map((row) => ({ ...row.claim, id: row.rowNo, savedIn: 0 })) }, facts);
  return lines.map((line, i): JudgedRow => {
    const { rowNo = line.id, keep = false } = rows[i] ?? {};
    const issues = issuesOf(line);
    const mends = issues.flatMap((issue) => mendOf(issue.field, line.typed));
    if (line.claim === null || issues.length > 0) return { ...line, claim: null, issues, rowNo, keep, state: 'fix', double: null, mends };
    const key = sameness(line.claim);
    const double = seen.get(key) ?? null;
    if (double === null) seen.set(key, { of: 'row', number: rowNo });
    return { ...line, issues, rowNo, keep, state: double !== null && !keep ? 'double' : 'ready', double, mends };
  });
}

/** "same as row 14 of the file", "same as line 3 of this complaint". */
export function doubleWords({ of, number }: Double): string {
  return of === 'row' ? `same as row ${number} of the file` : `same as line ${number} of this complaint`;
}

export type ImportCounts = Record<JudgedRow['state'], number>;

/** How many rows are ready, to fix, and doubles. */
export function countRows(rows: readonly JudgedRow[]): ImportCounts {
  const count = (state: JudgedRow['state']) => rows.filter((row) => row.state === state).length;
  return { ready: count('ready'), fix: count('fix'), double: count('double') };
}

/** A row that can be added as it stands. */
export function isReadyRow(row: JudgedRow): row is JudgedRow & { claim: ClaimLineInput } {
  return row.state === 'ready' && row.claim !== null;
}
