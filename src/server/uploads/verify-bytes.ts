import { createHash } from 'node:crypto';
import type { FileRow } from '../db/files';
import { fileStore } from '../files/file-store';

export type BytesState = 'whole' | 'gone' | 'changed';

/** Which writing of a file's bytes was found whole in this process; a new writing is looked at anew. */
const found = new Map<string, { mark: string; until: number }>();
const REMEMBERED = 1000;
const REMEMBERED_MS = 10 * 60_000;

async function sumOf(id: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await (await fileStore()).read(id)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Are the bytes of a file those that were recorded? Read through once, then remembered for ten minutes as long as the
 * store says that they were not written anew, so that the ranges of one reading do not read it all each time.
 */
export async function verifyBytes(file: Pick<FileRow, 'id' | 'bytes' | 'sha256'>): Promise<BytesState> {
  const facts = await (await fileStore()).facts(file.id);
  if (facts === null) return 'gone';
  if (facts.bytes !== file.bytes) return 'changed';
  const now = performance.now();
  const known = found.get(file.id);
  if (known !== undefined && known.mark === facts.mark && known.until > now) return 'whole';
  if ((await sumOf(file.id)) !== file.sha256) return 'changed';
  if (found.size >= REMEMBERED) found.delete(found.keys().next().value ?? '');
  found.set(file.id, { mark: facts.mark, until: now + REMEMBERED_MS });
  return 'whole';
}
