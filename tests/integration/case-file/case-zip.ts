import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { PersonActor } from '@/domain/access/actor';
import { openCaseFile } from '@/server/case-file/open-case-file';
import { sumLine } from '@/server/case-file/case-parts';
import { sha256Of } from '../../fixtures/files';

export type Parts = Map<string, Buffer>;

/** A case file as its reader downloads it, whole in memory: for small ones. */
export async function takeCaseFile(actor: PersonActor, ticketId: string): Promise<{ zip: Buffer; parts: Parts; name: string; bytes: number }> {
  const packed = await openCaseFile(actor, ticketId);
  if (packed === null) throw new Error('There is no case file.');
  const zip = Buffer.concat(await collect(packed.stream));
  return { zip, parts: await partsOf(zip), name: packed.name, bytes: packed.bytes };
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

async function partsOf(bytes: Buffer): Promise<Parts> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, Buffer.concat(await collect(await zip.openReadStreamPromise(entry))));
  return parts;
}

/** Packs parts anew, with sums that fit them unless told otherwise: what somebody would do who changes a case file. */
export async function packAgain(path: string, parts: Parts, withNewSums = true): Promise<void> {
  const zip = new ZipFile();
  const sums = [...parts].filter(([name]) => name !== 'sums.sha256').map(([name, bytes]) => sumLine(sha256Of(bytes), name)).join('');
  for (const [name, bytes] of parts) zip.addBuffer(name === 'sums.sha256' && withNewSums ? Buffer.from(sums) : bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

export async function keepFile(path: string, bytes: Buffer): Promise<string> {
  await writeFile(path, bytes);
  return path;
}
