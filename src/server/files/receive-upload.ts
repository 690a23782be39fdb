import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { incomingPath } from './file-store';

/** A file that arrived, on this machine; whoever gets it removes it or gives it to the store. */
export type IncomingFile = { name: string; path: string; bytes: number; sha256: string; isTooLarge: boolean };

export type Received = { fields: [name: string, value: string][]; isWhole: boolean; tooMany: boolean };

const MAX_FIELDS = 2000;
const MAX_FIELD_BYTES = 200_000;
const MAX_FIELDS_BYTES = 1_000_000;

/** Counts and hashes what flows through it. */
function meter() {
  const hash = createHash('sha256');
  const count = { bytes: 0 };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      count.bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, count, sum: () => hash.digest('hex') };
}

/** Writes a stream to a new file of its own while its sum is taken; memory stays steady whatever its size. */
export async function writeIncoming(name: string, bytes: Readable): Promise<IncomingFile> {
  const path = await incomingPath();
  const { stream, count, sum } = meter();
  try {
    await pipeline(bytes, stream, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { name, path, bytes: count.bytes, sha256: sum(), isTooLarge: (bytes as Partial<BusboyFileStream>).truncated === true };
}

export type ReceiveOptions = {
  contentType: string;
  maxFileBytes: number;
  maxFiles: number;
  /** Asked before the first file, with the fields that came before it; no file is written when it says no. */
  mayReceive: (fields: Received['fields']) => boolean;
  onFile: (file: IncomingFile) => Promise<void>;
};

/**
 * Reads a multipart form as it arrives: fields into memory up to a limit, files one after another to this machine's
 * disk, each given to `onFile` once it is whole. A body that breaks off gives `isWhole: false`, and the files before the
 * break stand.
 */
export async function receiveUpload(body: Readable, options: ReceiveOptions): Promise<Received> {
  const received: Received = { fields: [], isWhole: true, tooMany: false };
  const limits = { fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, fileSize: options.maxFileBytes, files: options.maxFiles };
  const parser = new Busboy({ headers: { 'content-type': options.contentType }, limits });
  let [fieldBytes, working] = [0, Promise.resolve()];
  let arrived: Promise<IncomingFile> | null = null;
  // That a file is whole is known only once something comes after it: the parser ends a file that breaks off like any other.
  const settle = () => {
    const [before, file] = [working, arrived];
    arrived = null;
    if (file !== null) working = before.then(async () => options.onFile(await file));
    working.catch(() => undefined);
  };
  parser.on('field', (name, value) => {
    settle();
    fieldBytes += name.length + value.length;
    if (fieldBytes <= MAX_FIELDS_BYTES) received.fields.push([name, value]);
  });
  parser.on('filesLimit', () => {
    received.tooMany = true;
  });
  parser.on('file', (_field, stream: BusboyFileStream, name: string | undefined) => {
    settle();
    // A file input in which nothing was chosen sends a nameless empty file.
    if (!name || !options.mayReceive(received.fields)) {
      stream.resume();
      return;
    }
    arrived = writeIncoming(name, stream);
    arrived.catch(() => undefined);
  });
  try {
    await pipeline(body, parser);
    settle();
  } catch {
    received.isWhole = false;
  }
  const cut = arrived as Promise<IncomingFile> | null;
  arrived = null;
  if (cut !== null) await cut.then((file) => rm(file.path, { force: true }), () => undefined);
  await working;
  return received;
}
