import { notFound } from 'next/navigation';
import { fileFormatOf, fileResponse } from '@/app/downloads/file-response';
import { CLAIM_COLUMNS, ROW_HEADING, WRONG_HEADING } from '@/domain/tickets/claim-columns';
import type { JudgedRow } from '@/domain/tickets/claim-import';
import { CLAIM_FIELDS } from '@/domain/tickets/complaint-draft';
import { getClaimImport } from '@/server/queries/get-claim-import';
import type { SheetValue } from '@/server/spreadsheets/sheet-columns';
import { FORMAT } from '@/server/spreadsheets/xlsx-parts';
import { requireDraft } from '../../../../../../require-draft';
import { shownDate } from '../../../../line-fields';

type Context = { params: Promise<{ draftId: string; importId: string; format: string }> };

function cellsOf({ typed, issues, rowNo }: JudgedRow): SheetValue[] {
  const cells = CLAIM_FIELDS.map((field) => (field === 'serviceFrom' || field === 'serviceTo' ? shownDate(typed[field]) : typed[field]));
  return [...cells, String(rowNo), issues.map((issue) => issue.message).join(' ')];
}

async function* chunksOf(rows: readonly JudgedRow[]) {
  for (let at = 0; at < rows.length; at += 500) yield await Promise.resolve(rows.slice(at, at + 500).map(cellsOf));
}

/** Just the rows that need a fix, each with what is wrong: to mend in a spreadsheet and import again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { draftId, importId, format: text } = await params;
  const { actor, view } = await requireDraft(draftId);
  const found = await getClaimImport(actor, view, importId);
  const format = fileFormatOf(text);
  if (found === null || format === null) return notFound();
  const columns = [...CLAIM_FIELDS.map((field) => ({ heading: CLAIM_COLUMNS[field].heading, width: 18 })), { heading: ROW_HEADING, width: 18 }, { heading: WRONG_HEADING, width: 70 }];
  return fileResponse('claim-lines-to-fix', format, [{ name: 'Claims', format: FORMAT.text, columns, chunks: chunksOf(found.rows.filter((row) => row.state === 'fix')) }]);
}
