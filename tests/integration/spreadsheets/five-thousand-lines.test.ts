import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM_COLUMNS } from '@/domain/tickets/claim-columns';
import { stageSheet } from '@/domain/tickets/claim-import';
import { submissionOf } from '@/domain/tickets/check-draft';
import { CLAIM_FIELDS, STEP_FIELDS } from '@/domain/tickets/complaint-draft';
import { addClaimImport, stageClaimImport } from '@/server/commands/claim-imports';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { saveAnswerDraft } from '@/server/commands/save-answer-draft';
import { saveDraft } from '@/server/commands/save-draft';
import { sendAnswer } from '@/server/commands/send-answer';
import { startDraft } from '@/server/commands/start-draft';
import { getAnswerCheck } from '@/server/queries/get-answer-check';
import { getClaimImport } from '@/server/queries/get-claim-import';
import { getDraft } from '@/server/queries/get-draft';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { readSpreadsheet } from '@/server/spreadsheets/read-spreadsheet';
import { xlsxStream } from '@/server/spreadsheets/xlsx-stream';
import { claimCells, claimCsv } from '../../factories/claim-file';
import { buildClaimText, buildDraft } from '../../factories/build-draft';
import { buildXlsx } from '../../factories/build-xlsx';
import { givenCast, type Cast } from '../../scenarios/people';
import { ANSWER, at, command, done } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'claim-files-'));
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});
afterAll(() => rmSync(folder, { recursive: true }));

const NOON = at('2026-11-24', '12:00');
const LINES = Array.from({ length: 5000 }, (_, i) => claimCells(i + 1));

async function* inChunks() {
  yield await Promise.resolve(LINES);
}

async function workbook(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxStream([{ name: 'Claims', columns: CLAIM_FIELDS.map((f) => ({ heading: CLAIM_COLUMNS[f].heading })), chunks: inChunks() }])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Took = { ms: number; aboveIdle: number; lines: number; refused: string | null };

async function readApart(name: string, bytes: Buffer): Promise<Took> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'read-in-process.ts'), file]);
  return JSON.parse(stdout) as Took;
}

describe('a file', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['lines.csv', () => claimCsv(LINES)],
    ['lines.xlsx', workbook],
  ])('%s of 5,000 lines is read in 5 seconds and 250 MB above the idle process', async (name, make) => {
    const took = await readApart(name, await make());
    expect(took).toMatchObject({ lines: 5000, refused: null });
    expect(took.ms).toBeLessThan(5000);
    expect(took.aboveIdle).toBeLessThan(250_000_000);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['bomb.xlsx', () => buildXlsx('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(200_000_000, '<row/>') }), /far more than 5,000/],
    // What a parser holds until the next tag, or until a tag ends, is many times as large as it is packed.
    ['nested.xlsx', () => buildXlsx(Buffer.alloc(60_000_000, '<a>').toString()), /damaged/],
    ['nested-texts.xlsx', () => buildXlsx('', { 'xl/sharedStrings.xml': Buffer.alloc(15_900_000, '<a>') }), /damaged/],
    ['one-text.xlsx', () => buildXlsx(`<row><c><v>${'&amp;'.repeat(12_000_000)}`), /damaged/],
    ['one-tag.xlsx', () => buildXlsx(`<row${Array.from({ length: 3_000_000 }, (_, i) => ` a${i.toString(36)}=""`).join('')}/>`), /damaged/],
    ['long-texts.xlsx', () => buildXlsx('', { 'xl/sharedStrings.xml': `<sst>${'<si><t>x</t></si>'.repeat(900_000)}</sst>` }), /more than 20,000 rows/],
    ['full.xlsx', () => buildXlsx(`<row>${'<c><v>1</v></c>'.repeat(190)}</row>`.repeat(19_900)), /far more cells/],
    ['rows.xlsx', () => buildXlsx('<row/>'.repeat(1_000_000)), /more than 20,000 rows/],
    ['rows.csv', () => Buffer.from(',\n'.repeat(1_000_000)), /more than 20,000 rows/],
    ['wide.csv', () => Buffer.from(`${','.repeat(7_900)}\n`.repeat(1000)), /far more cells/],
  ])('%s is refused within 2 seconds and 250 MB', async (name, make, message) => {
    const took = await readApart(name, await make());
    expect(took.refused).toMatch(message);
    expect(took.ms).toBeLessThan(2000);
    expect(took.aboveIdle).toBeLessThan(250_000_000);
  });
});

/** A draft in which all but the claims is right. */
async function givenDispute(): Promise<string> {
  const started = await startDraft(cast.provider, { eligibility: { receivedByMcoOn: '2026-10-20', hasNumber: 'yes' } }, NOON);
  if (!started.ok) throw new Error(started.error.kind);
  const whole = buildDraft({ organizationId: cast.provider.organizationId });
  const dispute = Object.fromEntries(STEP_FIELDS.dispute.map((f) => [f, whole[f]]));
  await saveDraft(cast.provider, started.value, { step: 'dispute', fields: dispute }, { seenVersion: 1, arrivedAt: NOON });
  await saveDraft(cast.provider, started.value, { step: 'contact', fields: { contactId: cast.provider.personId, contactPhone: '(217) 555-0101' } }, { seenVersion: 2, arrivedAt: NOON });
  return started.value;
}

async function timed<T>(what: string, most: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(Math.round(performance.now() - start), `${what}, in ms`).toBeLessThan(most);
  return result;
}

describe('5,000 lines', () => {
  it('go from the file into the complaint, to the plan and back, page by page', async () => {
    const draftId = await givenDispute();
    const importId = await timed('import', 5000, async () => {
      const read = await readSpreadsheet(claimCsv(LINES));
      const staged = read.ok ? stageSheet(read.value) : read;
      if (!staged.ok) throw new Error(staged.error);
      const kept = await stageClaimImport(cast.provider, draftId, { ...staged.value, fileName: 'lines.csv', key: 'k' }, NOON);
      return kept.ok ? kept.value : '';
    });
    const view = await timed('preview', 3000, async () => {
      const draft = await getDraft(cast.provider, draftId);
      if (draft === null) throw new Error('no draft');
      return getClaimImport(cast.provider, draft, importId);
    });
    expect(view?.counts).toEqual({ ready: 5000, fix: 0, double: 0 });
    const added = await timed('add', 5000, () => addClaimImport(cast.provider, draftId, importId, { seenVersion: 1, expected: 5000, arrivedAt: NOON }));
    expect(added).toEqual({ ok: true, value: { added: 5000, left: 0 } });
    const more = await stageClaimImport(cast.provider, draftId, { rows: [{ rowNo: 2, keep: false, claim: buildClaimText({ claimNumber: 'X' }) }], unread: [], hadExample: false, fileName: 'x', key: 'x' }, NOON);
    expect(await addClaimImport(cast.provider, draftId, more.ok ? more.value : '', { seenVersion: 1, expected: 1 })).toMatchObject({ error: { kind: 'not_allowed', reason: expect.stringMatching(/at most 5,000/) } });

    const found = await getDraft(cast.provider, draftId);
    if (found === null) throw new Error('no draft');
    const submit = command('submit', draftId, { ...submissionOf(found.draft, found.facts), usedInternalProcess: 'on', outsideWindowConfirmed: '' });
    expect(await timed('submit', 8000, () => runTicketCommand(cast.provider, submit, { arrivedAt: NOON, key: 'submit', seenSeq: found.version }))).toMatchObject({ ok: true });
    const page = await timed('ticket page', 2000, () => getTicketPage(cast.provider, draftId, { claimsFrom: 4951 }));
    expect(page?.claims).toMatchObject({ count: 5000, from: 4951, totals: { disputedCents: 620_000_000 } });
    expect(page?.claims?.lines).toHaveLength(50);

    await done(cast.team, command('present', draftId), { arrivedAt: NOON });
    expect(await timed('outcomes', 3000, () => saveAnswerDraft(cast.mco, draftId, { setAll: { outcome: 'will_pay', replace: false } }, { seenVersion: 0, arrivedAt: NOON }))).toMatchObject({ ok: true });
    const { outcomes: _outcomes, ...fields } = ANSWER;
    await saveAnswerDraft(cast.mco, draftId, { fields }, { seenVersion: 1, arrivedAt: NOON });
    const check = await timed('check of the answer', 3000, () => getAnswerCheck(cast.mco, draftId));
    expect(check).toMatchObject({ issues: [], hasClaimPages: true, counts: { will_pay: 5000, missing: 0 } });
    expect(await timed('answer', 8000, () => sendAnswer(cast.mco, draftId, { version: 2, fileIds: [] }, { arrivedAt: NOON, key: 'answer' }))).toMatchObject({ ok: true, value: { outcome: 'sent' } });
  }, 60_000);
});
