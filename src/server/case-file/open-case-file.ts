import type { PersonActor } from '@/domain/access/actor';
import { enqueueJob } from '../db/append-messages';
import { asActor } from '../db/as-actor';
import { verifyBytes } from '../uploads/verify-bytes';
import { afterOwn } from './after-own';
import { getCaseContents, type CaseAttachment } from './case-contents';
import { packCaseFile, type PackedCase } from './pack-case-file';

/** What is damaged is left out and said so; the worker looks for itself and shows it to the Portal Team. */
async function checked(actor: PersonActor, file: CaseAttachment): Promise<CaseAttachment> {
  if (file.leftOut !== null) return file;
  const state = await verifyBytes(file);
  if (state === 'whole') return file;
  await asActor(actor, ({ tx }) => enqueueJob(tx, 'check-file', { fileId: file.id }, file.id));
  return { ...file, leftOut: state };
}

async function make(actor: PersonActor, ticketId: string): Promise<PackedCase | null> {
  const contents = await getCaseContents(actor, ticketId);
  if (contents === null) return null;
  const files: CaseAttachment[] = [];
  // One after the other: each is read through once, at steady memory.
  for (const file of contents.files) files.push(await checked(actor, file));
  return packCaseFile({ ...contents, files });
}

/**
 * The case file of a ticket for one reader, ready to be sent; null when the ticket does not exist for the reader. One
 * person's are made one after the other: drawing its document keeps a processor busy.
 */
export function openCaseFile(actor: PersonActor, ticketId: string): Promise<PackedCase | null> {
  return afterOwn(actor.personId, () => make(actor, ticketId));
}
