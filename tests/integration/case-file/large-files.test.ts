import { createWriteStream, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { openCaseFile } from '@/server/case-file/open-case-file';
import { verifyCaseFile } from '@/server/case-file/verify-case-file';
import { writeIncoming } from '@/server/files/receive-upload';
import { takeFile } from '@/server/uploads/take-file';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, complaintForm, done, givenDraft } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { useFileFolder } from '../uploads/file-folder';

const db = useDatabase();
const folder = useFileFolder();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const MEGABYTE = 1024 * 1024;
/** In files of 50 MB, the most that one may have. */
const TOTAL_MB = Number(process.env.CASE_FILE_MB ?? 100);

function* lines(megabytes: number): Generator<Buffer> {
  const chunk = Buffer.from('The plan said no to this claim.\n'.repeat(2048));
  for (let i = 0; i < megabytes * 16; i += 1) yield chunk;
}

/** What is still held after a collection; garbage comes and goes. */
function memoryInUse(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
}

it(`a case file with ${TOTAL_MB} MB of files is packed and checked at steady memory`, async () => {
  const draft = await givenDraft(db.owner, cast.provider);
  const ids: string[] = [];
  for (let i = 0; i < TOTAL_MB / 50; i += 1) {
    const taken = await takeFile(cast.provider, { action: 'submit', id: draft }, await writeIncoming(`${i}.txt`, Readable.from(lines(50))));
    if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    ids.push(taken.value.id);
  }
  await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { files: ids })), { arrivedAt: at('2026-10-15') });

  const inUse = memoryInUse();
  const idle = inUse();
  const packed = await openCaseFile(cast.provider, draft);
  if (packed === null) throw new Error('There is no case file.');
  expect(packed.bytes).toBeGreaterThan(TOTAL_MB * MEGABYTE);
  const seen: number[] = [];
  async function* watched(stream: AsyncIterable<Uint8Array>) {
    let [written, next] = [0, 20 * MEGABYTE];
    for await (const chunk of stream) {
      written += chunk.length;
      if (written > next) {
        next += 20 * MEGABYTE;
        seen.push((inUse() - idle) / MEGABYTE);
      }
      yield chunk;
    }
  }
  const file = path.join(folder.dir, 'large.zip');
  await pipeline(watched(packed.stream), createWriteStream(file));
  expect(seen.length).toBeGreaterThanOrEqual(Math.floor(TOTAL_MB / 20));
  expect(Math.max(...seen)).toBeLessThan(24);
  expect(await verifyCaseFile(file)).toMatchObject({ ok: true, report: { files: TOTAL_MB / 50 } });
  expect((inUse() - idle) / MEGABYTE).toBeLessThan(24);
}, 180_000);

/** The store's files that this process holds open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(folder.dir) ? [target] : [];
    } catch {
      return [];
    }
  });
}

it('whoever stops downloading stops the reading', async () => {
  const draft = await givenDraft(db.owner, cast.provider);
  const taken = await takeFile(cast.provider, { action: 'submit', id: draft }, await writeIncoming('long.txt', Readable.from(lines(20))));
  await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { files: [taken.ok ? taken.value.id : ''] })), { arrivedAt: at('2026-10-15') });
  const packed = await openCaseFile(cast.provider, draft);
  let read = 0;
  for await (const chunk of packed?.stream ?? []) {
    read += chunk.length;
    if (read > MEGABYTE) {
      expect(openFiles()).toHaveLength(1);
      break;
    }
  }
  // Left in the middle, the stream has ended: nothing more comes.
  expect(await packed?.stream.next()).toEqual({ done: true, value: undefined });
  await expect.poll(openFiles).toEqual([]);
});
