/** What a file of claim lines may be at most; whatever is more is refused before it is read. */
export const LIMITS = {
  /** 5,000 lines are about 1 MB. */
  fileBytes: 8_000_000,
  /** Rows that are looked at, empty ones included. */
  rows: 20_000,
  columns: 200,
  cells: 500_000,
  /** Of one cell; a field of a claim takes at most 120, and a text that many cells share would be read for each of them. */
  characters: 1000,
  /** Of a workbook, unpacked: 5,000 lines are about 5 MB. */
  unpackedBytes: 64_000_000,
  stringsBytes: 16_000_000,
  strings: 200_000,
  partBytes: 1_000_000,
  /** Of tags one in another; a workbook's are ten deep at most. */
  depth: 100,
  /** Of one tag; a workbook's own has twenty at most. */
  attributes: 200,
  /** Characters from one tag to the next. A cell holds at most 32,767, and of more the first are read. */
  betweenTags: 16_000_000,
  parts: 1000,
} as const;

export const FILE_TOO_LARGE = `This file has more than ${LIMITS.fileBytes / 1_000_000} MB, far more than 5,000 claim lines need. Copy the claim lines into the template, then import it.`;

export const TOO_MANY_ROWS = `This file has more than ${LIMITS.rows.toLocaleString('en-US')} rows, empty ones included. Copy the claim lines into the template, then import it again.`;

export const TOO_MANY_CELLS = 'This file has far more cells than 5,000 claim lines need. Copy the claim lines into the template, then import it again.';

/** Carries why a file is not read out of the parser that found it. */
export class Refusal extends Error {}
