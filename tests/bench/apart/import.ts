import { stageSheet } from '@/domain/tickets/claim-import';
import { CLAIM_COLUMNS } from '@/domain/tickets/claim-columns';
import { CLAIM_FIELDS } from '@/domain/tickets/complaint-draft';
import { addClaimImport, stageClaimImport } from '@/server/commands/claim-imports';
import { startDraft } from '@/server/commands/start-draft';
import { disconnectDatabases } from '@/server/db/database';
import { actorOf } from '@/server/sandbox/cast/cast';
import { readSpreadsheet } from '@/server/spreadsheets/read-spreadsheet';
import { xlsxStream } from '@/server/spreadsheets/xlsx-stream';
import { claimCells, claimCsv } from '../../factories/claim-file';
import { Memory } from './memory';

const provider = actorOf('renata');

async function* inOneChunk(cells: string[][]) {
  yield await Promise.resolve(cells);
}

async function fileOf(lines: number, format: string): Promise<Buffer> {
  const cells = Array.from({ length: lines }, (_, i) => claimCells(i + 1));
  if (format === 'csv') return claimCsv(cells);
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxStream([{ name: 'Claims', columns: CLAIM_FIELDS.map((f) => ({ heading: CLAIM_COLUMNS[f].heading })), chunks: inOneChunk(cells) }])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What the page's own action and the button "Add 5,000 claims" do, on a new draft. */
async function importLines(file: Buffer, key: string): Promise<number> {
  const draft = await startDraft(provider, { key, eligibility: { receivedByMcoOn: '2026-10-20', hasNumber: 'yes' } });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  const sheet = await readSpreadsheet(file);
  const staged = sheet.ok ? stageSheet(sheet.value) : sheet;
  if (!staged.ok) throw new Error(staged.error);
  const kept = await stageClaimImport(provider, draft.value, { ...staged.value, fileName: 'lines', key });
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  const added = await addClaimImport(provider, draft.value, kept.value, { seenVersion: 1, expected: staged.value.rows.length });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return added.value.added;
}

const format = process.argv[2] ?? '';
const run = `bench-${format}-${process.pid}`;
// Once for whatever a first import loads.
await importLines(await fileOf(5, format), `${run}-first`);
const file = await fileOf(5000, format);
const memory = new Memory();
const started = performance.now();
const rows = await importLines(file, run);
const time = performance.now() - started;
console.log(JSON.stringify({ time, aboveIdle: memory.aboveIdle(), rows, bytes: file.length, atFirst: 0 }));
await disconnectDatabases();
