import { SYSTEM } from '@/domain/access/actor';
import { asReader } from '../db/as-actor';
import { findAttachments, type Attachment } from '../db/find-attachments';
import { verifyBytes } from './verify-bytes';

export type FileBreak = { ticketNumber: string; seq: number; name: string; what: string };

const BATCH = 200;

async function whatIsWrong({ record, told }: Attachment): Promise<string | null> {
  if (record === null) return 'its record is missing';
  if (told === null) return 'its event does not name it';
  if (told !== record.sha256) return 'its recorded sum is not the one that its event names';
  // The content of what a virus scanner refused was deleted.
  if (record.state === 'infected') return null;
  const state = await verifyBytes(record);
  return state === 'whole' ? null : state === 'gone' ? 'its content is missing from the store' : 'what is stored is not what came';
}

/** Tickets by id, a batch at a time, with what their events and files say of each other. */
function nextBatch(after: string | null): Promise<{ last: string | null; files: Attachment[] }> {
  return asReader(SYSTEM, async ({ tx }) => {
    const tickets = await tx.ticket.findMany({ where: after === null ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH, select: { id: true } });
    return { last: tickets.length < BATCH ? null : (tickets.at(-1)?.id ?? null), files: await findAttachments(tx, tickets.map((t) => t.id)) };
  });
}

/**
 * Is every attached file there, with the sum that its event names, and does every file of an event have its record? Read
 * through one after the other at steady memory; stops at the first that does not fit. Case files are made anew for each
 * reader and kept by nobody, so there is nothing of them to check.
 */
export async function verifyFiles(): Promise<{ files: number; broken: FileBreak | null }> {
  let files = 0;
  for (let after: string | null = null; ; ) {
    const batch: Awaited<ReturnType<typeof nextBatch>> = await nextBatch(after);
    for (const file of batch.files) {
      const what = await whatIsWrong(file);
      if (what !== null) return { files, broken: { ticketNumber: file.ticketNumber, seq: file.seq, name: file.name, what } };
      files += 1;
    }
    if (batch.last === null) return { files, broken: null };
    after = batch.last;
  }
}
