import { existsSync } from 'node:fs';
import { beforeAll, expect, it, vi } from 'vitest';
import type * as FileStores from '@/server/files/file-store';
import { fileStore } from '@/server/files/file-store';
import { sweepFiles } from '@/server/uploads/sweep-files';
import { pdf } from '../../fixtures/files';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenDraft, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { tryUpload, upload, useFileFolder } from './file-folder';

vi.mock('@/server/files/file-store', async (original) => {
  const real = await original<typeof FileStores>();
  return { ...real, fileStore: vi.fn(real.fileStore) };
});

const db = useDatabase();
const folder = useFileFolder();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

it('all that a person adds and does not send has a limit, too, however many drafts they begin; a colleague has their own', async () => {
  await db.owner.query(`UPDATE settings SET value = '0.0005' WHERE key = 'files.max_ticket_mb'`);
  const taken: (string | undefined)[] = [];
  for (let draft = 0; draft < 11; draft += 1) {
    const place = { action: 'submit', id: await givenDraft(db.owner, cast.provider) };
    const result = await tryUpload(cast.provider, place, 'notes.txt', 'x'.repeat(500));
    taken.push(result.ok ? 'taken' : result.error?.reason);
  }
  const colleague = await tryUpload(cast.colleague, { action: 'submit', id: await givenDraft(db.owner, cast.provider) }, 'notes.txt', 'x'.repeat(500));
  await db.owner.query(`UPDATE settings SET value = '500' WHERE key = 'files.max_ticket_mb'`);
  expect(taken).toEqual([...Array.from({ length: 10 }, () => 'taken'), 'waiting_too_large']);
  expect(colleague.ok).toBe(true);
});

it('the sweep goes on behind a file that it cannot remove, says so, and comes back to it', async () => {
  const dayLater = new Date(Date.now() + 25 * 3_600_000);
  const place = { action: 'contest', id: await givenRespondedTicket(db.owner, cast) };
  const [stuck, other] = [await upload(cast.provider, place, 'stuck.pdf', pdf()), await upload(cast.provider, place, 'other.pdf', pdf())];
  const rowOf = async (id: string) => (await db.owner.query('SELECT state FROM files WHERE id = $1', [id])).rows;
  const store = await fileStore();
  const remove = (id: string) => (id === stuck.id ? Promise.reject(new Error('This one is locked')) : store.remove(id));
  vi.mocked(fileStore).mockResolvedValue({ ...store, remove });
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const first = await sweepFiles(dayLater);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
  expect([first.removed, first.stuck, await rowOf(other.id), existsSync(folder.pathOf(other.id))]).toEqual([1, 1, [], false]);
  expect(await rowOf(stuck.id)).toEqual([{ state: 'storing' }]);
  vi.mocked(fileStore).mockReset();
  expect(await sweepFiles(dayLater)).toMatchObject({ removed: 1, stuck: 0 });
  expect(await rowOf(stuck.id)).toEqual([]);
});
