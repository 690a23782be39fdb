import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { buildApp } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { isDatabaseDown } from '@/server/database-down';
import { FileStoreDown } from '@/server/file-store-down';
import { fileStore, incomingPath } from '@/server/files/file-store';
import { newId } from '@/server/new-id';
import { bytesOf } from './file-folder';

describe('files in a bucket of S3', () => {
  const app = buildApp({ logger: false });
  beforeAll(async () => {
    const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
    Object.assign(process.env, { FILES_S3_BUCKET: 'portal-files', FILES_S3_ENDPOINT: endpoint, FILES_S3_ACCESS_KEY_ID: 'test', FILES_S3_SECRET_ACCESS_KEY: 'test' });
    const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
    await client.send(new CreateBucketCommand({ Bucket: 'portal-files' }));
  });
  afterAll(async () => {
    for (const name of ['FILES_S3_BUCKET', 'FILES_S3_ENDPOINT', 'FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY']) delete process.env[name];
    await app.close();
  });

  it('are put, read whole and in part, and removed', async () => {
    const store = await fileStore();
    const [id, local] = [newId(), await incomingPath()];
    writeFileSync(local, '0123456789');
    await store.put(id, local, 10);
    expect((await bytesOf(await store.read(id))).toString()).toBe('0123456789');
    expect((await bytesOf(await store.read(id, { start: 2, end: 4 }))).toString()).toBe('234');
    expect((await store.facts(id))?.bytes).toBe(10);
    await store.remove(id);
    expect(await store.facts(id)).toBeNull();
    await store.remove(id);
    await rm(store.incoming, { recursive: true, force: true });
  });

  it('are not there while its server is away, which is no fault of the database', async () => {
    const { FILES_S3_ENDPOINT } = process.env;
    process.env.FILES_S3_ENDPOINT = 'http://127.0.0.1:1';
    const error = await (await fileStore()).facts(newId()).catch((e: unknown) => e);
    process.env.FILES_S3_ENDPOINT = FILES_S3_ENDPOINT;
    expect(error).toBeInstanceOf(FileStoreDown);
    expect(isDatabaseDown(error)).toBe(false);
    expect(isDatabaseDown((error as FileStoreDown).cause)).toBe(true);
  });
});
