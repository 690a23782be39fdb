import type { Prisma } from '@generated/prisma/client';
import type { PersonActor } from '@/domain/access/actor';
import type { StagedRow } from '@/domain/tickets/claim-import';
import { readStagedRows } from '@/domain/tickets/edit-import';
import { isId } from './find-draft';
import type { Tx } from './database';

/** Claim lines of a file that wait to be added to a draft. */
export type StoredImport = { id: string; draftId: string; fileName: string; rows: StagedRow[]; /** How many the file had. */ lineCount: number; unread: string[]; hadExample: boolean; version: number; createdAt: Date };
/** The same as a line of a list. */
export type WaitingImport = { id: string; fileName: string; lines: number; createdAt: Date };

/** An import of one of the actor's drafts; null when it does not exist for the actor. */
export async function findClaimImport(tx: Tx, actor: PersonActor, draftId: string, importId: string): Promise<StoredImport | null> {
  if (!isId(draftId) || !isId(importId)) return null;
  const row = await tx.claimImport.findFirst({ where: { id: importId, draftId, organizationId: actor.organizationId } });
  if (row === null) return null;
  const { id, fileName, lineCount, unread, hadExample, version, createdAt } = row;
  return { id, draftId, fileName, rows: readStagedRows(row.rows), lineCount, unread, hadExample, version, createdAt };
}

/** The same, kept from everybody else's writing until the transaction ends. */
export async function lockClaimImport(tx: Tx, actor: PersonActor, draftId: string, importId: string): Promise<StoredImport | null> {
  if (!isId(draftId) || !isId(importId)) return null;
  await tx.$queryRaw`SELECT id FROM claim_imports WHERE id = ${importId}::uuid AND organization_id = ${actor.organizationId}::uuid FOR UPDATE`;
  return findClaimImport(tx, actor, draftId, importId);
}

/** What waits for a draft, without its rows, the oldest first. */
export async function findWaitingImports(tx: Tx, draftId: string): Promise<WaitingImport[]> {
  return tx.$queryRaw<WaitingImport[]>`
    SELECT id, file_name AS "fileName", jsonb_array_length(rows) AS lines, created_at AS "createdAt" FROM claim_imports
    WHERE draft_id = ${draftId}::uuid ORDER BY created_at, id LIMIT 20`;
}

/** The rows as their column takes them. */
export function stagedToJson(rows: readonly StagedRow[]): Prisma.InputJsonValue {
  return [...rows];
}
