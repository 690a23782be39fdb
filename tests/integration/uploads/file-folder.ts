import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import type { FilePlace, FileRow } from '@/server/db/files';
import { writeIncoming } from '@/server/files/receive-upload';
import { takeFile } from '@/server/uploads/take-file';

/** A store on disk of the test file's own. */
export function useFileFolder(): { dir: string; pathOf: (id: string) => string; damage: (id: string, bytes: Buffer) => Promise<void> } {
  const folder = { dir: '', pathOf: (id: string) => path.join(folder.dir, id.slice(0, 2), id), damage: (id: string, bytes: Buffer) => writeFile(folder.pathOf(id), bytes) };
  beforeAll(() => {
    folder.dir = mkdtempSync(path.join(os.tmpdir(), 'portal-files-'));
    process.env.FILES_DIR = folder.dir;
    delete process.env.CLAMD_HOST;
  });
  afterAll(() => rmSync(folder.dir, { recursive: true, force: true }));
  return folder;
}

export async function tryUpload(actor: PersonActor, place: FilePlace, name: string, bytes: Buffer | string) {
  return takeFile(actor, place, await writeIncoming(name, Readable.from([Buffer.from(bytes)])));
}

/** Uploads a file that must be taken. */
export async function upload(actor: PersonActor, place: FilePlace, name: string, bytes: Buffer | string): Promise<FileRow> {
  const taken = await tryUpload(actor, place, name, bytes);
  if (!taken.ok) throw new Error(`${name}: ${JSON.stringify(taken.error)}`);
  return taken.value;
}

export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
