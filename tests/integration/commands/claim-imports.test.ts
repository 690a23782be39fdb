import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import type { StagedRow } from '@/domain/tickets/claim-import';
import type { ClaimText } from '@/domain/tickets/complaint-draft';
import { addClaimImport, discardClaimImport, editClaimImport, stageClaimImport } from '@/server/commands/claim-imports';
import { discardDraft } from '@/server/commands/discard-draft';
import { saveDraft } from '@/server/commands/save-draft';
import { startDraft } from '@/server/commands/start-draft';
import { asActor } from '@/server/db/as-actor';
import { getClaimImport, type ImportView } from '@/server/queries/get-claim-import';
import { getDraft } from '@/server/queries/get-draft';
import { buildClaimText } from '../../factories/build-draft';
import { givenCast, type Cast } from '../../scenarios/people';
import { at } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const NOON = at('2026-11-24', '12:00');

async function givenDraft(actor: PersonActor = cast.provider): Promise<string> {
  const draft = await startDraft(actor, { eligibility: { receivedByMcoOn: '2026-10-20', hasNumber: 'yes' } }, NOON);
  if (!draft.ok) throw new Error(draft.error.kind);
  return draft.value;
}

const row = (rowNo: number, change: Partial<ClaimText> = {}): StagedRow => ({ rowNo, keep: false, claim: buildClaimText({ claimNumber: `N-${rowNo}`, ...change }) });

async function givenImport(draftId: string, rows: StagedRow[], actor: PersonActor = cast.provider): Promise<string> {
  const staged = await stageClaimImport(actor, draftId, { rows, unread: [], hadExample: false, fileName: 'C:\\files\\claims.csv', key: randomUUID() }, NOON);
  if (!staged.ok) throw new Error(staged.error.kind);
  return staged.value;
}

async function seen(draftId: string, importId: string, actor: PersonActor = cast.provider): Promise<ImportView | null> {
  const view = await getDraft(actor, draftId);
  return view === null ? null : getClaimImport(actor, view, importId);
}

const linesOf = async (draftId: string) => (await getDraft(cast.provider, draftId))?.draft.claims.map((c) => c.claimNumber);
const count = async (importId: string) => Number((await db.owner.query<{ n: string }>('SELECT count(*) AS n FROM claim_imports WHERE id = $1', [importId])).rows[0]?.n);

describe('lines of a file', () => {
  it('wait beside the draft until they are added; what is wrong or a double goes on waiting', async () => {
    const draftId = await givenDraft();
    const importId = await givenImport(draftId, [row(2), row(3, { rin: '118420' }), row(4), row(5, { claimNumber: 'N-4' })]);
    expect(await seen(draftId, importId)).toMatchObject({ fileName: 'claims.csv', lineCount: 4, counts: { ready: 2, fix: 1, double: 1 } });
    expect(await linesOf(draftId)).toEqual([]);
    expect(await addClaimImport(cast.provider, draftId, importId, { seenVersion: 1, expected: 2, arrivedAt: NOON })).toEqual({ ok: true, value: { added: 2, left: 2 } });
    expect(await linesOf(draftId)).toEqual(['N-2', 'N-4']);
    // The double of a row of the file is now a double of a line of the complaint.
    expect((await seen(draftId, importId))?.rows.map((r) => [r.rowNo, r.state, r.double])).toEqual([[3, 'fix', null], [5, 'double', { of: 'line', number: 2 }]]);
  });

  it('are mended in place, and the last one added ends the import', async () => {
    const draftId = await givenDraft();
    const importId = await givenImport(draftId, [row(2, { rin: '118420' }), row(3, { memberName: '' })]);
    const typed = { rowNo: 3, claim: buildClaimText({ claimNumber: 'N-3', memberName: 'Ada' }) };
    expect(await editClaimImport(cast.colleague, draftId, importId, { lines: [typed], act: { type: 'use', rowNo: 2, field: 'rin' } }, 1)).toEqual({ ok: true, value: { version: 2, left: 2 } });
    expect((await seen(draftId, importId))?.counts).toEqual({ ready: 2, fix: 0, double: 0 });
    expect(await addClaimImport(cast.provider, draftId, importId, { seenVersion: 2, expected: 2 })).toMatchObject({ ok: true, value: { added: 2, left: 0 } });
    expect(await count(importId)).toBe(0);
  });

  it('sent twice by one form wait once; pressed twice they are added once', async () => {
    const draftId = await givenDraft();
    const file = { rows: [row(2)], unread: [], hadExample: false, fileName: 'a.csv', key: randomUUID() };
    const both = await Promise.all([stageClaimImport(cast.provider, draftId, file, NOON), stageClaimImport(cast.provider, draftId, file, NOON)]);
    expect(both[0]).toEqual(both[1]);
    const importId = both[0].ok ? both[0].value : '';
    const presses = await Promise.all([1, 2].map(() => addClaimImport(cast.provider, draftId, importId, { seenVersion: 1, expected: 1 })));
    expect(presses.filter((p) => p.ok)).toHaveLength(1);
    expect(await linesOf(draftId)).toEqual(['N-2']);
  });

  it('are not added when they are not what was shown', async () => {
    const draftId = await givenDraft();
    const importId = await givenImport(draftId, [row(2), row(3)]);
    await saveDraft(cast.colleague, draftId, { step: 'claims', lines: [{ id: null, claim: buildClaimText({ claimNumber: 'N-2' }) }], removed: [] }, { seenVersion: 1 });
    expect(await addClaimImport(cast.provider, draftId, importId, { seenVersion: 1, expected: 2 })).toMatchObject({ error: { kind: 'conflict', reason: expect.stringMatching(/1 lines can be added now/) } });
    await editClaimImport(cast.provider, draftId, importId, { lines: [], act: { type: 'leave-out', rowNo: 3 } }, 1);
    expect(await addClaimImport(cast.provider, draftId, importId, { seenVersion: 1, expected: 0 })).toMatchObject({ error: { kind: 'conflict' } });
    expect(await editClaimImport(cast.provider, draftId, importId, { lines: [], act: { type: 'use-all' } }, 1)).toMatchObject({ error: { kind: 'conflict' } });
    expect(await linesOf(draftId)).toEqual(['N-2']);
  });

  it('that no text has are not kept', async () => {
    const draftId = await givenDraft();
    const importId = await givenImport(draftId, [row(2)]);
    expect(await editClaimImport(cast.provider, draftId, importId, { lines: [{ rowNo: 2, claim: buildClaimText({ memberName: 'a\u0000' }) }], act: { type: 'save' } }, 1)).toMatchObject({ error: { kind: 'invalid', issues: [{ field: 'lines.2.memberName' }] } });
  });

  it('wait for at most ten files, and go with the file or the draft', async () => {
    const draftId = await givenDraft();
    const ids = [];
    for (let i = 0; i < 10; i += 1) ids.push(await givenImport(draftId, [row(2)]));
    expect(await stageClaimImport(cast.provider, draftId, { rows: [row(2)], unread: [], hadExample: false, fileName: 'x', key: 'x' })).toMatchObject({ error: { kind: 'conflict' } });
    expect((await getDraft(cast.provider, draftId))?.imports).toHaveLength(10);
    expect(await discardClaimImport(cast.colleague, draftId, ids[0] ?? '')).toEqual({ ok: true, value: null });
    expect(await count(ids[0] ?? '')).toBe(0);
    await discardDraft(cast.provider, draftId);
    expect(await count(ids[1] ?? '')).toBe(0);
  });

  it('do not exist for anybody else', async () => {
    const draftId = await givenDraft();
    const importId = await givenImport(draftId, [row(2)]);
    const theirs = await givenDraft(cast.otherProvider);
    for (const stranger of [cast.otherProvider, cast.mco, cast.team, cast.administration]) {
      const file = { rows: [row(2)], unread: [], hadExample: false, fileName: 'x', key: 'x' };
      expect(await stageClaimImport(stranger, draftId, file)).toMatchObject({ error: { kind: 'not_found' } });
      for (const id of [draftId, theirs]) {
        expect(await editClaimImport(stranger, id, importId, { lines: [], act: { type: 'save' } }, 1)).toMatchObject({ error: { kind: 'not_found' } });
        expect(await addClaimImport(stranger, id, importId, { seenVersion: 1, expected: 1 })).toMatchObject({ error: { kind: 'not_found' } });
        expect(await discardClaimImport(stranger, id, importId)).toMatchObject({ error: { kind: 'not_found' } });
      }
      // Row-level security alone shows none, either.
      expect(await asActor(stranger, ({ tx }) => tx.claimImport.count())).toBe(0);
    }
    expect(await seen(theirs, importId, cast.otherProvider)).toBeNull();
    expect(await seen(draftId, 'x')).toBeNull();
    expect(await seen(draftId, importId)).not.toBeNull();
  });
});
