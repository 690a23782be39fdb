import type { PersonActor } from '@/domain/access/actor';
import { countRows, judgeRows, type ImportCounts, type JudgedRow } from '@/domain/tickets/claim-import';
import { asActor } from '../db/as-actor';
import { findClaimImport } from '../db/find-claim-imports';
import type { DraftView } from './get-draft';

/** Waiting claim lines as their draft would take them now. */
export type ImportView = { id: string; fileName: string; version: number; /** How many lines the file had. */ lineCount: number; unread: string[]; hadExample: boolean; rows: JudgedRow[]; counts: ImportCounts };

/** The claim lines of a file that wait for a draft of the actor, each judged; null when they do not exist for the actor. */
export function getClaimImport(actor: PersonActor, view: DraftView, importId: string): Promise<ImportView | null> {
  return asActor(actor, async ({ tx }) => {
    const found = await findClaimImport(tx, actor, view.id, importId);
    if (found === null) return null;
    const rows = judgeRows(found.rows, view.draft, view.facts);
    const { id, fileName, version, lineCount, unread, hadExample } = found;
    return { id, fileName, version, lineCount, unread, hadExample, rows, counts: countRows(rows) };
  });
}
