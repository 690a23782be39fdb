import type { Prisma } from '@generated/prisma/client';
import { readAnswerDraft, type AnswerDraft } from '@/domain/tickets/answer-draft';
import type { Tx } from './database';

/** A plan's answer as it is being written: one per ticket, everybody at the plan can go on with it. */
export type StoredAnswerDraft = { draft: AnswerDraft; version: number; savedById: string; savedByName: string; savedAt: Date };

export async function findAnswerDraft(tx: Tx, ticketId: string): Promise<StoredAnswerDraft | null> {
  const row = await tx.answerDraft.findUnique({ where: { ticketId } });
  if (row === null) return null;
  return { draft: readAnswerDraft(row.data), version: row.version, savedById: row.updatedById, savedByName: row.updatedByName, savedAt: row.updatedAt };
}

/** The same, kept from everybody else's writing until the transaction ends; also where there is none yet. */
export async function lockAnswerDraft(tx: Tx, ticketId: string): Promise<StoredAnswerDraft | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`answer:${ticketId}`}, 0))`;
  return findAnswerDraft(tx, ticketId);
}

/** A draft as its column takes it. */
export function answerDraftToJson(draft: AnswerDraft): Prisma.InputJsonValue {
  return draft;
}
