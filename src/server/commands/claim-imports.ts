import type { PersonActor } from '@/domain/access/actor';
import { countRows, isReadyRow, judgeRows, type JudgedRow, type StagedRow, type StagedSheet } from '@/domain/tickets/claim-import';
import { MAX_CLAIM_LINES } from '@/domain/tickets/commands';
import { unkeepableIssues } from '@/domain/tickets/complaint-draft';
import { actOnRows, typeIntoRows, type ImportEdit } from '@/domain/tickets/edit-import';
import type { DomainError } from '@/shared/domain-error';
import { err, ok, type Result } from '@/shared/result';
import { asActor, type Scope } from '../db/as-actor';
import { findWaitingImports, lockClaimImport, stagedToJson, type StoredImport } from '../db/find-claim-imports';
import { findDraft, findDraftFacts, lockDraft, type StoredDraft } from '../db/find-draft';
import { idOfKey } from './id-of-key';
import { keepEdit, type NewerDraft } from './save-draft';

/** So many files may wait for one draft. */
const MOST_WAITING = 10;
const CHANGED: DomainError = { kind: 'conflict', reason: 'These lines were changed in another window or by a colleague. Load the page again to see them as they are now.' };

const shortName = (name: string) => (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').toWellFormed().trim().slice(-120) || 'Unnamed file';

/** Keeps the claim lines of a file beside a draft, right or wrong; nothing of them is in the complaint yet. Gives the import's id. */
export function stageClaimImport(actor: PersonActor, draftId: string, file: StagedSheet & { fileName: string; /** The same file sent by the same form waits once. */ key: string }, arrivedAt?: Date): Promise<Result<string>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, async ({ tx, now }) => {
    if ((await lockDraft(tx, actor, draftId)) === null) return err({ kind: 'not_found' });
    const waiting = await findWaitingImports(tx, draftId);
    const id = idOfKey(actor, `import:${draftId}:${file.key}`);
    if (waiting.some((other) => other.id === id)) return ok(id);
    if (waiting.length >= MOST_WAITING) return err({ kind: 'conflict', reason: `${MOST_WAITING} files wait for this complaint already. Add or discard one of them first.` });
    const { rows, unread, hadExample, fileName } = file;
    await tx.claimImport.createMany({
      data: [{ id, draftId, organizationId: actor.organizationId, createdById: actor.personId, fileName: shortName(fileName), rows: stagedToJson(rows), lineCount: rows.length, unread: unread.slice(0, 50), hadExample, version: 1, createdAt: now }],
    });
    return ok(id);
  }, arrivedAt);
}

async function keepRows({ tx }: Scope, { id, version }: StoredImport, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) await tx.claimImport.deleteMany({ where: { id } });
  else await tx.claimImport.updateMany({ where: { id }, data: { rows: stagedToJson(rows), version: version + 1 } });
}

async function judge(scope: Scope, actor: PersonActor, draft: StoredDraft, rows: readonly StagedRow[]): Promise<JudgedRow[]> {
  return judgeRows(rows, draft.draft, await findDraftFacts(scope, actor));
}

export type ImportEdited = { version: number; left: number };

/**
 * Keeps what was typed into waiting rows, then does what was pressed: take a mend, leave a row out, keep a double. An
 * import with no row left is gone.
 */
export function editClaimImport(actor: PersonActor, draftId: string, importId: string, edit: ImportEdit, seenVersion: number): Promise<Result<ImportEdited>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  const issues = edit.lines.flatMap(({ rowNo, claim }) => unkeepableIssues(claim).map((issue) => ({ ...issue, field: `lines.${rowNo}.${issue.field}` })));
  if (issues.length > 0) return Promise.resolve(err({ kind: 'invalid', issues }));
  return asActor(actor, async (scope): Promise<Result<ImportEdited>> => {
    const draft = await findDraft(scope.tx, actor, draftId);
    const waiting = draft === null ? null : await lockClaimImport(scope.tx, actor, draftId, importId);
    if (draft === null || waiting === null) return err({ kind: 'not_found' });
    if (waiting.version !== seenVersion) return err(CHANGED);
    const rows = actOnRows(await judge(scope, actor, draft, typeIntoRows(waiting.rows, edit.lines)), edit.act);
    await keepRows(scope, waiting, rows);
    return ok({ version: waiting.version + 1, left: rows.length });
  });
}

export type ImportAdded = { added: number; left: number };

/** What is added must be what was shown: the same rows, and as many ready ones as the button said. */
async function add(scope: Scope, actor: PersonActor, draft: StoredDraft, waiting: StoredImport, expected: number): Promise<Result<ImportAdded, DomainError | NewerDraft>> {
  const judged = await judge(scope, actor, draft, waiting.rows);
  const ready = judged.filter(isReadyRow);
  if (ready.length !== expected) return err({ kind: 'conflict', reason: `The complaint was changed since you opened this page: ${countRows(judged).ready.toLocaleString('en-US')} lines can be added now. Load the page again and check them.` });
  const total = draft.draft.claims.length + ready.length;
  if (total > MAX_CLAIM_LINES) return err({ kind: 'not_allowed', reason: `One complaint holds at most ${MAX_CLAIM_LINES.toLocaleString('en-US')} claim lines. With these it would have ${total.toLocaleString('en-US')}.` });
  const saved = await keepEdit(scope, draft, { step: 'claims', lines: ready.map((row) => ({ id: null, claim: textOf(row) })), removed: [] }, draft.version);
  if (!saved.ok) return saved;
  const added = new Set(ready.map((row) => row.rowNo));
  const left = waiting.rows.filter((row) => !added.has(row.rowNo));
  await keepRows(scope, waiting, left);
  return ok({ added: ready.length, left: left.length });
}

const textOf = ({ typed: { id: _id, savedIn: _savedIn, ...claim } }: JudgedRow): StagedRow['claim'] => claim;

/** "Add 212 claims": puts the ready rows of an import into the draft; what is wrong or a double goes on waiting. */
export function addClaimImport(actor: PersonActor, draftId: string, importId: string, options: { seenVersion: number; expected: number; arrivedAt?: Date }): Promise<Result<ImportAdded, DomainError | NewerDraft>> {
  if (actor.role !== 'provider') return Promise.resolve(err({ kind: 'not_found' }));
  return asActor(actor, async (scope): Promise<Result<ImportAdded, DomainError | NewerDraft>> => {
    const draft = await lockDraft(scope.tx, actor, draftId);
    const waiting = draft === null ? null : await lockClaimImport(scope.tx, actor, draftId, importId);
    if (draft === null || waiting === null) return err({ kind: 'not_found' });
    return waiting.version === options.seenVersion ? add(scope, actor, draft, waiting, options.expected) : err(CHANGED);
  }, options.arrivedAt);
}

/** The rows of a file that were not added are forgotten; the draft stays as it is. */
export async function discardClaimImport(actor: PersonActor, draftId: string, importId: string): Promise<Result<null>> {
  if (actor.role !== 'provider') return err({ kind: 'not_found' });
  return asActor(actor, async ({ tx }) => {
    const waiting = await lockClaimImport(tx, actor, draftId, importId);
    if (waiting === null) return err({ kind: 'not_found' });
    await tx.claimImport.deleteMany({ where: { id: waiting.id } });
    return ok(null);
  });
}
