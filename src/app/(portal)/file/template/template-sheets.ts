import { CLAIM_COLUMNS } from '@/domain/tickets/claim-columns';
import { CLAIM_FIELDS } from '@/domain/tickets/complaint-draft';
import type { SheetValue } from '@/server/spreadsheets/sheet-columns';
import { FORMAT } from '@/server/spreadsheets/xlsx-parts';
import type { WorkbookSheet } from '@/server/spreadsheets/xlsx-stream';

async function* oneChunk(rows: readonly SheetValue[][]) {
  yield await Promise.resolve(rows);
}

const WIDTHS: Partial<Record<(typeof CLAIM_FIELDS)[number], number>> = { memberName: 28, serviceFrom: 20, serviceTo: 20 };

/** The table to fill in with one example, and a sheet that explains each column. */
export function templateSheets(): [WorkbookSheet, WorkbookSheet] {
  const columns = CLAIM_FIELDS.map((field) => ({ heading: CLAIM_COLUMNS[field].heading, width: WIDTHS[field] ?? 16 }));
  // All cells are text: a number would lose its zeros at the start.
  const claims: WorkbookSheet = { name: 'Claims', format: FORMAT.text, columns, chunks: oneChunk([CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field].example)]) };
  const explained = CLAIM_FIELDS.map((field) => [CLAIM_COLUMNS[field].heading, CLAIM_COLUMNS[field].required ? 'Yes' : 'No', CLAIM_COLUMNS[field].explains]);
  const about: WorkbookSheet = {
    name: 'About the columns',
    format: FORMAT.wrapped,
    columns: [{ heading: 'Column', width: 22 }, { heading: 'Needed', width: 10 }, { heading: 'What to enter', width: 80 }],
    chunks: oneChunk([
      ...explained,
      ['', '', 'The columns may stand in any order, and more columns may stand beside them. Dates and dollars may be typed as you usually do: 7/14/2026, $1,240.00.'],
      ['', '', 'The line whose claim number begins with EXAMPLE shows how a line looks; it is not imported. One complaint holds at most 5,000 lines.'],
    ]),
  };
  return [claims, about];
}
