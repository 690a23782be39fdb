import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { FileStoreDown } from '../file-store-down';
import { newId } from '../new-id';

/** Bytes from `start` to `end`, both counted from 0 and included. */
export type ByteRange = { start: number; end: number };

/** Where the bytes of files lie, each under its file's id. */
export type FileStore = {
  /** Keeps what lies at `localPath`, which is gone afterwards. */
  put: (id: string, localPath: string, bytes: number) => Promise<void>;
  read: (id: string, range?: ByteRange) => Promise<Readable>;
  /** Null when nothing is there; `mark` changes whenever the bytes were written anew. */
  facts: (id: string) => Promise<{ bytes: number; mark: string } | null>;
  /** Nothing happens when nothing is there. */
  remove: (id: string) => Promise<void>;
  /** A folder of this machine for what is still arriving. */
  incoming: string;
};

/** Two letters of the id as a folder, so that no folder holds all files. */
const keyOf = (id: string) => `${id.slice(0, 2)}/${id}`;

async function factsOf(disk: Disk, id: string) {
  if (!(await disk.exists(keyOf(id)))) return null;
  const { contentLength, etag, lastModified } = await disk.getMetaData(keyOf(id));
  return { bytes: contentLength, mark: `${etag} ${lastModified.getTime()}` };
}

async function removeFrom(disk: Disk, id: string): Promise<void> {
  if (await disk.exists(keyOf(id))) await disk.delete(keyOf(id));
}

function diskStore(location: string): FileStore {
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  return {
    // The folder for arriving files is one of the store's, so that this is a rename and never a half copy.
    put: (id, localPath) => disk.move(path.relative(location, localPath), keyOf(id)),
    read: (id, range) => Promise.resolve(createReadStream(path.join(location, keyOf(id)), range)),
    facts: (id) => factsOf(disk, id),
    remove: (id) => removeFrom(disk, id),
    incoming: path.join(location, 'incoming'),
  };
}

async function s3Client(): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  const { FILES_S3_REGION: region = 'us-east-1', FILES_S3_ENDPOINT: endpoint, FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  return new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // Servers other than Amazon's store the trailing checksum of a stream as part of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

async function s3Store(bucket: string): Promise<FileStore> {
  const [client, { S3Driver }, { GetObjectCommand }] = await Promise.all([s3Client(), import('flydrive/drivers/s3'), import('@aws-sdk/client-s3')]);
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }));
  return {
    put: async (id, localPath, bytes) => {
      await disk.putStream(keyOf(id), createReadStream(localPath), { contentLength: bytes });
      await rm(localPath, { force: true });
    },
    read: async (id, range) => {
      const wanted = range === undefined ? undefined : `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id), Range: wanted }));
      if (Body === undefined) throw new Error(`The store gave no bytes for ${id}`);
      return Body as Readable;
    },
    facts: (id) => factsOf(disk, id),
    remove: (id) => removeFrom(disk, id),
    incoming: path.join(os.tmpdir(), 'portal-incoming-files'),
  };
}

async function orDown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FileStoreDown(error);
  }
}

/** The store, whose failures say that they are its own. */
async function telling(made: Promise<FileStore>): Promise<FileStore> {
  const store = await made;
  return {
    put: (id, localPath, bytes) => orDown(() => store.put(id, localPath, bytes)),
    read: (id, range) => orDown(() => store.read(id, range)),
    facts: (id) => orDown(() => store.facts(id)),
    remove: (id) => orDown(() => store.remove(id)),
    incoming: store.incoming,
  };
}

type Held = { of: string; store: Promise<FileStore> };
const held: { current?: Held } = {};

/** The store that the environment names: a bucket of S3 where `FILES_S3_BUCKET` is set, else the folder `FILES_DIR`. */
export function fileStore(): Promise<FileStore> {
  const bucket = process.env.FILES_S3_BUCKET ?? '';
  const location = path.resolve(/* turbopackIgnore: true */ process.env.FILES_DIR || 'var/files');
  const of = bucket === '' ? location : `s3:${process.env.FILES_S3_ENDPOINT ?? ''}/${bucket}`;
  if (held.current?.of !== of) held.current = { of, store: telling(bucket === '' ? Promise.resolve(diskStore(location)) : s3Store(bucket)) };
  return held.current.store;
}

/** A new path for a file that is arriving. */
export async function incomingPath(): Promise<string> {
  const { incoming } = await fileStore();
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return path.join(incoming, newId());
}

/** Removes what began to arrive before `before` and never came whole: the process that took it in is gone. */
export async function sweepIncoming(before: Date): Promise<number> {
  const { incoming } = await fileStore();
  const names = await readdir(incoming).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const facts = await stat(path.join(incoming, name)).catch(() => null);
    if (facts === null || facts.mtime >= before) continue;
    await rm(path.join(incoming, name), { force: true });
    removed += 1;
  }
  return removed;
}

