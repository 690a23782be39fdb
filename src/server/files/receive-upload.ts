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

/** What became of one file: it is on this machine, or it could not be kept there. */
type Arrival = { file: IncomingFile } | { name: string; error: unknown };

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
    // NB: a form's parser waits for a file's stream to be read, so that stream is left whole when writing fails.
    await pipeline(bytes.iterator({ destroyOnReturn: false }), stream, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { name, path, bytes: count.bytes, sha256: sum(), isTooLarge: (bytes as Partial<BusboyFileStream>).truncated === true };
}

/**
 * A file of a form as it arrives. When it cannot be written (a full disk, a folder that is not there), its bytes are
 * thrown away as they come: the form around it still is read to its end, which would wait for them forever.
 */
async function writeOrSkip(name: string, stream: BusboyFileStream): Promise<Arrival> {
  try {
    return { file: await writeIncoming(name, stream) };
  } catch (error) {
    stream.resume();
    return { name, error };
  }
}

export type ReceiveOptions = {
  contentType: string;
  maxFileBytes: number;
  maxFiles: number;
  /** Asked before the first file, with the fields that came before it; no file is written when it says no. */
  mayReceive: (fields: Received['fields']) => boolean;
  onFile: (file: IncomingFile) => Promise<void>;
  /** A file that came, but could not be kept on this machine. */
  onLost: (name: string, error: unknown) => void;
};

async function take(arrival: Arrival, { onFile, onLost }: ReceiveOptions): Promise<void> {
  if ('file' in arrival) await onFile(arrival.file);
  else onLost(arrival.name, arrival.error);
}

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
  let arrived: Promise<Arrival> | null = null;
  let arriving: BusboyFileStream | null = null;
  // That a file is whole is known only once something comes after it: the parser ends a file that breaks off like any other.
  const settle = () => {
    const [before, next] = [working, arrived];
    arrived = null;
    if (next !== null) working = before.then(async () => take(await next, options));
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
    arriving = stream;
    arrived = writeOrSkip(name, stream);
  });
  try {
    await pipeline(body, parser);
    settle();
  } catch {
    received.isWhole = false;
    // NB: when the connection is lost, the parser does not end the file that was arriving: it would be waited for forever.
    (arriving as BusboyFileStream | null)?.destroy();
  }
  const cut = await (arrived as Promise<Arrival> | null);
  if (cut !== null && 'file' in cut) await rm(cut.file.path, { force: true });
  await working;
  return received;
}
