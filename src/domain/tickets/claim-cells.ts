import { fromDayNumber, LAST_DAY_NUMBER } from '@/shared/calendar-date';
import type { ColumnPlan, SheetCell } from './claim-columns';
import { EMPTY_CLAIM, type ClaimField, type ClaimText } from './complaint-draft';

/** From which day a spreadsheet counts its dates: Excel's usual count, or that of old Macs. */
export type Epoch = 1900 | 1904;

/** Longer than any field takes; what follows is of no use to whoever mends it. */
const MOST_CHARACTERS = 1000;

/** Days since 1970-01-01 of the day 0 of each count; the first counts a February 29, 1900 that never was. */
const DAY_ZERO: Record<Epoch, number> = { 1900: -25569, 1904: -24107 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What a cell says as a text: what no text has is left out, the apostrophe that keeps Excel from calculating, too. */
function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  return String(cell)
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200b\u202f]/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\d])/, '');
}

/** The civil date of a spreadsheet's count of days; null where the number is no date. */
function dateOfSerial(serial: number, epoch: Epoch): string | null {
  const dayNumber = Math.floor(serial) + DAY_ZERO[epoch];
  return serial < 1 || !Number.isFinite(serial) || dayNumber > LAST_DAY_NUMBER ? null : fromDayNumber(dayNumber);
}

const pad = (n: string) => n.padStart(2, '0');
/** A year of two digits is of this century: the portal takes disputes of 2020 and later. */
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

function namedMonth(day: string, month: string, year: string, typed: string): string {
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return at < 0 ? typed : `${fullYear(year)}-${pad(String(at + 1))}-${pad(day)}`;
}

/** Longer than any way to say a day and a time, such as "Wednesday, September 30, 2026 12:00:00 AM". */
const LONGEST_DATE = 60;

function dateOfText(text: string, epoch: Epoch): string {
  if (text.length > LONGEST_DATE) return text;
  const typed = text.replace(/[T ]+\d{1,2}:\d{2}.*$/, '').trim();
  const usual = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(typed);
  if (usual !== null) return `${fullYear(usual[3] ?? '')}-${pad(usual[1] ?? '')}-${pad(usual[2] ?? '')}`;
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(typed);
  if (yearFirst !== null) return `${yearFirst[1]}-${pad(yearFirst[2] ?? '')}-${pad(yearFirst[3] ?? '')}`;
  const words = /^(?:[a-z]{3,9},? +)?([a-z]{3,9})\.? +(\d{1,2}),? +(\d{4}|\d{2})$/i.exec(typed);
  if (words !== null) return namedMonth(words[2] ?? '', words[1] ?? '', words[3] ?? '', typed);
  const dayFirst = /^(\d{1,2})[ \-/]([a-z]{3,9})\.?[ \-/,]+(\d{4}|\d{2})$/i.exec(typed);
  if (dayFirst !== null) return namedMonth(dayFirst[1] ?? '', dayFirst[2] ?? '', dayFirst[3] ?? '', typed);
  // A date that lost its format on the way into a text file.
  return /^[2-6]\d{4}(?:\.\d+)?$/.test(typed) ? (dateOfSerial(Number(typed), epoch) ?? typed) : typed;
}

/** A date as people type or spreadsheets keep it, as `YYYY-MM-DD`; what is none stays as it was typed. */
export function dateText(cell: SheetCell, epoch: Epoch = 1900): string {
  if (typeof cell === 'number' && cell < 19_000_000) return dateOfSerial(cell, epoch) ?? String(cell);
  return dateOfText(textOf(cell), epoch);
}

/** Dollars as `parseCents` reads them; what is no amount stays as it was typed. */
export function moneyText(cell: SheetCell): string {
  if (typeof cell === 'number') {
    const cents = Math.round(cell * 100);
    // A spreadsheet calculates in binary: 1,240.10 may be 1240.1000000000001.
    return Number.isSafeInteger(cents) && Math.abs(cell * 100 - cents) < 1e-4 ? (cents / 100).toFixed(2) : String(cell);
  }
  const typed = textOf(cell).replace(/\s+/g, ' ').replace(/^(?:USD|US\$)\s*/i, '').replace(/\s*(?:USD|US\$)$/i, '');
  // How Excel's accounting format writes zero.
  return /^\$ ?[-\u2012-\u2015]$/.test(typed) ? '0.00' : typed.replace(/^\$ +/, '$');
}

function fieldText(field: ClaimField, cell: SheetCell, epoch: Epoch): string {
  switch (field) {
    case 'serviceFrom':
    case 'serviceTo':
      return dateText(cell, epoch);
    case 'billedCents':
    case 'paidCents':
    case 'disputedCents':
      return moneyText(cell);
    case 'claimNumber':
    case 'memberName':
    case 'rin':
    case 'denialCode':
      return textOf(cell);
  }
}

/** A row's cells as a claim line is typed; without a column for it the last day of service is the first. */
export function claimOfRow(cells: readonly SheetCell[], { fields }: ColumnPlan, epoch: Epoch): ClaimText {
  const claim: ClaimText = { ...EMPTY_CLAIM };
  fields.forEach((field, i) => {
    if (field !== null) claim[field] = fieldText(field, cells[i] ?? null, epoch);
  });
  return fields.includes('serviceTo') ? claim : { ...claim, serviceTo: claim.serviceFrom };
}

/** Does a row hold anything at all? */
export function isBlankRow(cells: readonly SheetCell[]): boolean {
  return cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
}
