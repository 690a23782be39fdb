import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/server/new-id';
import type * as FileStores from '@/server/files/file-store';
import { fileStore, incomingPath } from '@/server/files/file-store';
import { getWaitingFiles } from '@/server/queries/get-waiting-files';
import { receiveFiles, takeChosen } from '@/server/uploads/receive-files';
import { pdf } from '../../fixtures/files';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenDraft } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { useFileFolder } from './file-folder';

vi.mock('@/server/files/file-store', async (original) => {
  const real = await original<typeof FileStores>();
  return { ...real, incomingPath: vi.fn(real.incomingPath), fileStore: vi.fn(real.fileStore) };
});

const db = useDatabase();
const folder = useFileFolder();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

const BOUNDARY = '----portal-test';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const text = (name: string, value: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** A form of the plain kind: three megabytes of a text, then what was typed below it. */
function* form(): Generator<Buffer> {
  yield Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="upload"; filename="large.txt"\r\nContent-Type: text/plain\r\n\r\n`);
  for (let i = 0; i < 48; i += 1) yield Buffer.from('The plan said no to this claim.\n'.repeat(2048));
  yield Buffer.from(`\r\n${text('why', 'Typed by hand.')}--${BOUNDARY}--\r\n`);
}

/** What stands in the way of keeping a file, and takes it away again. */
const OBSTACLES: Record<string, { isHere: boolean; make: () => () => void }> = {
  'the disk is full': {
    isHere: existsSync('/dev/full'),
    make: () => {
      const link = path.join(folder.dir, newId());
      vi.mocked(incomingPath).mockImplementation(() => {
        symlinkSync('/dev/full', link);
        return Promise.resolve(link);
      });
      return () => {
        expect(readdirSync(folder.dir)).not.toContain(path.basename(link));
        vi.mocked(incomingPath).mockReset();
      };
    },
  },
  'the folder for arriving files cannot be made': { isHere: true, make: () => blocked('incoming') },
  'the store does not take it': {
    isHere: true,
    make: () => {
      const real = vi.mocked(fileStore).getMockImplementation() ?? fileStore;
      vi.mocked(fileStore).mockImplementation(async () => ({ ...(await real()), put: () => Promise.reject(new Error('The bucket is away')) }));
      return () => vi.mocked(fileStore).mockReset();
    },
  },
};

function blocked(name: string): () => void {
  const file = path.join(folder.dir, name);
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, '');
  return () => rmSync(file);
}

const ways = Object.entries(OBSTACLES).filter(([, { isHere }]) => isHere).map(([name]) => name);
const logged: unknown[][] = [];
afterEach(() => void logged.splice(0));

describe.each(ways)('when %s', (name) => {
  it('the file is refused as the portal’s own fault; the rest of the form arrives, and nothing of the file stays', { timeout: 20_000 }, async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const place = { action: 'submit', id: draft };
    const log = vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void logged.push(words));
    const clear = OBSTACLES[name]?.make() ?? (() => undefined);
    const streamed = await receiveFiles(cast.provider, ReadableStream.from(form()), TYPE, () => place);
    const chosen = await takeChosen(cast.provider, place, [new File([new Uint8Array(pdf())], 'small.pdf')]);
    clear();
    log.mockRestore();
    expect(streamed).toEqual({ fields: [['why', 'Typed by hand.']], added: [], refused: [{ name: 'large.txt', refusal: { reason: 'not_kept' } }], isWhole: true });
    expect(chosen).toEqual({ added: [], refused: [{ name: 'small.pdf', refusal: { reason: 'not_kept' } }] });
    expect(logged).toHaveLength(2);
    // It takes no room of the ticket's, and the next try finds the way free.
    expect((await db.owner.query('SELECT 1 FROM files WHERE place_id = $1', [draft])).rowCount).toBe(0);
    const again = await receiveFiles(cast.provider, ReadableStream.from(form()), TYPE, () => place);
    expect([again.refused, (await getWaitingFiles(cast.provider, draft)).at('submit').map((f) => f.name)]).toEqual([[], ['large.txt']]);
  });
});
