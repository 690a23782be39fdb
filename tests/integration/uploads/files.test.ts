import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ReadableStream } from 'node:stream/web';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM, type PersonActor } from '@/domain/access/actor';
import { keepFormDraft } from '@/server/commands/keep-form-draft';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asActor } from '@/server/db/as-actor';
import { findChainBreak } from '@/server/db/verify-chain';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { getWaitingFiles } from '@/server/queries/get-waiting-files';
import { checkFile } from '@/server/uploads/check-file';
import { openFile } from '@/server/uploads/open-file';
import { receiveFiles, takeChosen } from '@/server/uploads/receive-files';
import { removeFile } from '@/server/uploads/remove-file';
import { sweepFiles } from '@/server/uploads/sweep-files';
import { pdf, png } from '../../fixtures/files';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenInReview } from '../../scenarios/reviews';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { bytesOf, tryUpload, upload, useFileFolder } from './file-folder';

const db = useDatabase();
const folder = useFileFolder();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

async function open(actor: PersonActor, fileId: string, ticketId: string | null): Promise<string> {
  const opened = await openFile(actor, fileId, ticketId);
  return opened.state === 'open' ? (await bytesOf(await opened.read())).toString('latin1') : opened.state;
}

const refusalOf = (result: Awaited<ReturnType<typeof runTicketCommand>>) => (result.ok ? 'done' : result.error);
const NOT_THERE = { kind: 'invalid', issues: [{ field: 'files', message: 'One of the files is not there any more, or was refused. Look at the list of files, then send this again.' }] };

describe('files of a form that is sent with them', () => {
  it.each([[50, 0], [51, 1]])('of %i, says that %i more are too many', async (chosen, further) => {
    const place = { action: 'submit', id: await givenDraft(db.owner, cast.provider) };
    const { added, refused } = await takeChosen(cast.provider, place, Array.from({ length: chosen }, (_, i) => new File([], `${i}.txt`)));
    expect([added.length, refused.filter((f) => f.refusal.reason === 'empty').length, refused.filter((f) => f.refusal.reason === 'too_many').length]).toEqual([0, 50, further]);
  });
});

describe('files of a complaint', () => {
  it('wait at the draft, then belong to the ticket: the provider reads them, the plan from presentation on, nobody else ever', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const place = { action: 'submit', id: draft };
    const letter = await upload(cast.provider, place, 'C:\\scans\\letter.pdf', pdf());
    const print = await upload(cast.colleague, place, 'screen print.png', png());
    expect([letter.name, letter.kind, letter.state, letter.bytes]).toEqual(['letter.pdf', 'pdf', 'not_scanned', pdf().length]);
    expect((await getWaitingFiles(cast.colleague, place.id)).at(place.action).map((f) => f.name)).toEqual(['letter.pdf', 'screen print.png']);
    expect((await getWaitingFiles(cast.otherProvider, place.id)).at(place.action)).toEqual([]);
    expect(await open(cast.colleague, letter.id, null)).toBe(pdf().toString('latin1'));
    expect(await open(cast.otherProvider, letter.id, null)).toBe('not_found');

    await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { files: [letter.id, print.id] })), { arrivedAt: at('2026-10-15', '15:48') });
    const { rows } = await db.owner.query<{ data: { files: unknown[] } }>('SELECT data FROM ticket_events WHERE ticket_id = $1 AND seq = 1', [draft]);
    expect(rows[0]?.data.files).toEqual([
      { id: letter.id, name: 'letter.pdf', bytes: pdf().length, sha256: letter.sha256, kind: 'pdf' },
      { id: print.id, name: 'screen print.png', bytes: png().length, sha256: print.sha256, kind: 'png' },
    ]);
    expect(await open(cast.provider, letter.id, draft)).toBe(pdf().toString('latin1'));
    expect(await open(cast.team, letter.id, draft)).toBe(pdf().toString('latin1'));
    for (const stranger of [cast.otherProvider, cast.mco, cast.otherMco, cast.accountManager, cast.sme]) expect(await open(stranger, letter.id, draft), stranger.role).toBe('not_found');

    await done(cast.team, command('present', draft), { arrivedAt: at('2026-10-27') });
    for (const reader of [cast.mco, cast.accountManager, cast.administration]) expect(await open(reader, letter.id, draft), reader.role).toBe(pdf().toString('latin1'));
    for (const stranger of [cast.otherProvider, cast.otherMco, cast.otherAccountManager, cast.sme]) expect(await open(stranger, letter.id, draft), stranger.role).toBe('not_found');
    // Under another ticket's address, or under none, the same file is not there.
    const other = await givenPresentedTicket(db.owner, cast);
    expect(await open(cast.mco, letter.id, other)).toBe('not_found');
    expect(await open(cast.provider, letter.id, null)).toBe('not_found');
    expect(await open(cast.provider, 'not-an-id', draft)).toBe('not_found');
    const page = await getTicketPage(cast.mco, draft);
    expect(page?.files.map((f) => [f.name, f.event])).toEqual([['letter.pdf', 'The complaint was sent'], ['screen print.png', 'The complaint was sent']]);
    expect(await asActor(SYSTEM, ({ tx }) => findChainBreak(tx, draft))).toBeNull();
  });

  it('are attached from the form at which they wait alone, where they took their room, and by whoever has them there', async () => {
    const [here, elsewhere] = [await givenPresentedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast)];
    const post = (actor: PersonActor, ticketId: string, files: string[]) => runTicketCommand(actor, command('postMessage', ticketId, { to: 'parties', text: 'See the letter.', files }), { arrivedAt: at('2026-10-28') });
    const mine = await upload(cast.provider, { action: 'postMessage', id: here }, 'letter.pdf', pdf());
    const ofAnotherAct = await upload(cast.provider, { action: 'provideInformation', id: here }, 'records.pdf', pdf());
    expect(refusalOf(await post(cast.provider, elsewhere, [mine.id]))).toEqual(NOT_THERE);
    expect(refusalOf(await post(cast.provider, here, [ofAnotherAct.id]))).toEqual(NOT_THERE);
    expect(refusalOf(await post(cast.colleague, here, [mine.id]))).toEqual(NOT_THERE);
    expect(refusalOf(await post(cast.provider, here, [mine.id]))).toBe('done');
  });

  it('stay where they wait when the complaint is refused, and are attached by the next try', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const file = await upload(cast.provider, { action: 'submit', id: draft }, 'letter.pdf', pdf());
    const bad = command('submit', draft, complaintForm(cast.provider, { issueTypeCode: 'NONE', files: [file.id] }));
    expect(refusalOf(await runTicketCommand(cast.provider, bad, { arrivedAt: at('2026-10-15') }))).toMatchObject({ kind: 'invalid' });
    expect((await getWaitingFiles(cast.provider, draft)).at('submit')).toHaveLength(1);
    await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { files: file.id })), { arrivedAt: at('2026-10-15') });
    expect((await getTicketPage(cast.provider, draft))?.files.map((f) => f.id)).toEqual([file.id]);
  });
});

describe('files of what not everybody reads', () => {
  it('an internal note’s are the State’s alone, those of the contact log the plan’s and the State’s', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const note = await upload(cast.team, { action: 'postMessage', id: ticketId }, 'note.pdf', pdf());
    await done(cast.team, command('postMessage', ticketId, { to: 'state', text: 'For us.', files: [note.id] }), { arrivedAt: at('2026-10-28') });
    const call = await upload(cast.mco, { action: 'logContact', id: ticketId }, 'call.pdf', pdf());
    await done(cast.mco, command('logContact', ticketId, { on: '2026-10-28', time: '9:00 AM', how: 'phone', withWhom: 'Renata', said: 'Records.', files: [call.id] }), { arrivedAt: at('2026-10-29') });
    for (const reader of [cast.team, cast.administration, cast.accountManager]) expect([await open(reader, note.id, ticketId), await open(reader, call.id, ticketId)], reader.role).toEqual([pdf().toString('latin1'), pdf().toString('latin1')]);
    expect([await open(cast.mco, note.id, ticketId), await open(cast.mco, call.id, ticketId)]).toEqual(['not_found', pdf().toString('latin1')]);
    for (const stranger of [cast.provider, cast.otherMco, cast.sme]) expect([await open(stranger, note.id, ticketId), await open(stranger, call.id, ticketId)], stranger.role).toEqual(['not_found', 'not_found']);
    expect((await getTicketPage(cast.provider, ticketId))?.files.map((f) => f.name)).toEqual([]);
  });
});

describe('what a command may attach', () => {
  it('is the actor’s own, attached to nothing yet', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const contest = (files: string[]) => runTicketCommand(cast.provider, command('contest', ticketId, { why: 'No.', requestReview: '', whatToReview: '', files }), { arrivedAt: at('2026-11-24') });
    const theirs = await upload(cast.mco, { action: 'respond', id: ticketId }, 'theirs.pdf', pdf());
    expect(refusalOf(await contest([theirs.id]))).toEqual(NOT_THERE);
    expect(refusalOf(await contest(['7c2f5a50-64b1-4f0e-9a53-3f1f4f0a9a10']))).toEqual(NOT_THERE);
    const mine = await upload(cast.provider, { action: 'contest', id: ticketId }, 'mine.pdf', pdf());
    expect(refusalOf(await contest([mine.id]))).toBe('done');
    const again = await runTicketCommand(cast.provider, command('requestReview', ticketId, { whatToReview: 'All.', files: [mine.id] }), { arrivedAt: at('2026-11-24') });
    expect(refusalOf(again)).toEqual(NOT_THERE);
    expect(await open(cast.mco, mine.id, ticketId)).toBe(pdf().toString('latin1'));
  });

  it('waits at the State for its own person alone, though all of HFS is one organization', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const mine = await upload(cast.accountManager, { action: 'postMessage', id: ticketId }, 'mine.pdf', pdf());
    expect(await open(cast.accountManager, mine.id, null)).toBe(pdf().toString('latin1'));
    const colleague = { ...cast.administration, organizationId: cast.accountManager.organizationId };
    expect(await open(colleague, mine.id, null)).toBe('not_found');
  });

  it('goes to one of two acts at the same instant, never to both', async () => {
    const [a, b] = [await givenRespondedTicket(db.owner, cast), await givenRespondedTicket(db.owner, cast)];
    const file = await upload(cast.provider, { action: 'contest', id: a }, 'mine.pdf', pdf());
    const results = await Promise.all([a, b].map((id) => runTicketCommand(cast.provider, command('contest', id, { why: 'No.', requestReview: '', whatToReview: '', files: [file.id] }), { arrivedAt: at('2026-11-24') })));
    expect(results.map((r) => r.ok).sort()).toEqual([false, true]);
  });

  it('cannot be changed or removed once it is attached, not even by the owner of the tables', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const file = await upload(cast.mco, { action: 'respond', id: ticketId }, 'answer.pdf', pdf());
    await done(cast.mco, command('respond', ticketId, { ...ANSWER, files: [file.id] }), { arrivedAt: at('2026-11-20') });
    for (const sql of ['DELETE FROM files WHERE id = $1', `UPDATE files SET name = 'other.pdf' WHERE id = $1`, `UPDATE files SET ticket_id = NULL, event_seq = NULL WHERE id = $1`])
      await expect(db.owner.query(sql, [file.id])).rejects.toThrow('this file is attached');
    expect(await removeFile(cast.mco, { action: 'respond', id: ticketId }, file.id)).toBe(false);
    expect(existsSync(folder.pathOf(file.id))).toBe(true);
  });
});

describe('an upload', () => {
  it('is taken only for a place that the actor has', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const tries: [PersonActor, { action: string; id: string }][] = [
      [cast.otherProvider, { action: 'submit', id: draft }], [cast.mco, { action: 'submit', id: draft }], [cast.otherMco, { action: 'respond', id: ticketId }],
      [cast.provider, { action: 'respond', id: ticketId }], [cast.provider, { action: 'withdraw', id: ticketId }], [cast.provider, { action: 'nothing', id: ticketId }], [cast.provider, { action: 'contest', id: 'x' }], [cast.otherProvider, { action: 'contest', id: ticketId }],
    ];
    for (const [actor, place] of tries) expect(await tryUpload(actor, place, 'a.pdf', pdf()), `${actor.role} ${place.action}`).toEqual({ ok: false, error: null });
  });

  it('that is refused leaves no row, no bytes and nothing half arrived', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const before = (await db.owner.query('SELECT count(*)::int AS n FROM files')).rows;
    expect(await tryUpload(cast.provider, { action: 'submit', id: draft }, 'lies.pdf', png())).toEqual({ ok: false, error: { reason: 'name', found: 'PNG picture' } });
    expect((await db.owner.query('SELECT count(*)::int AS n FROM files')).rows).toEqual(before);
    expect(readdirSync(path.join(folder.dir, 'incoming'))).toEqual([]);
  });

  it('keeps within what a ticket may have, several at once included', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    await db.owner.query(`UPDATE settings SET value = '0.001' WHERE key = 'files.max_ticket_mb'`);
    const results = await Promise.all(Array.from({ length: 8 }, (_, i) => tryUpload(cast.provider, { action: 'submit', id: draft }, `${i}.pdf`, Buffer.concat([pdf(), Buffer.alloc(200, 32)]))));
    await db.owner.query(`UPDATE settings SET value = '500' WHERE key = 'files.max_ticket_mb'`);
    expect(results.filter((r) => r.ok)).toHaveLength(2);
    expect(results.find((r) => !r.ok)).toMatchObject({ error: { reason: 'ticket_too_large' } });
  });

  it('can be taken back until it is sent', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const place = { action: 'submit', id: draft };
    const file = await upload(cast.provider, place, 'a.pdf', pdf());
    expect(await removeFile(cast.otherProvider, place, file.id)).toBe(false);
    expect(await removeFile(cast.provider, { ...place, action: 'contest' }, file.id)).toBe(false);
    expect(await removeFile(cast.provider, place, file.id)).toBe(true);
    expect([existsSync(folder.pathOf(file.id)), (await getWaitingFiles(cast.provider, place.id)).at(place.action)]).toEqual([false, []]);
  });
});

const BOUNDARY = '----portal-test';
const part = (name: string, value: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileHead = (name: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="upload"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;

/** A multipart body that is made as it is read: `mb` megabytes of a text file between other parts. */
function* multipart(mb: number, last: string): Generator<Buffer> {
  yield Buffer.from(part('filesPlace', 'x') + part('why', 'Typed by hand.') + fileHead('large.txt'));
  const chunk = Buffer.from('The plan said no to this claim.\n'.repeat(2048));
  for (let i = 0; i < mb * 16; i += 1) yield chunk;
  yield Buffer.from(`\r\n${fileHead('small.pdf')}`);
  yield pdf();
  yield Buffer.from(last);
}

const END = `\r\n--${BOUNDARY}--\r\n`;
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

describe('a form as it arrives', () => {
  it('takes in a file of 50 MB at steady memory', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const place = { action: 'submit', id: draft };
    // What is still held after a collection; garbage comes and goes.
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const inUse = () => {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const idle = inUse();
    const seen: number[] = [];
    function* watched() {
      let chunks = 0;
      for (const chunk of multipart(50, END)) {
        if ((chunks += 1) % 150 === 0) seen.push((inUse() - idle) / 1024 / 1024);
        yield chunk;
      }
    }
    const received = await receiveFiles(cast.provider, ReadableStream.from(watched()), TYPE, () => place);
    expect([received.isWhole, received.refused, received.added.map((f) => [f.name, f.kind])]).toEqual([true, [], [['large.txt', 'txt'], ['small.pdf', 'pdf']]]);
    expect(received.fields).toContainEqual(['why', 'Typed by hand.']);
    expect(received.added[0]?.bytes).toBe(50 * 1024 * 1024);
    expect(seen).toHaveLength(5);
    expect(Math.max(...seen)).toBeLessThan(16);
    const opened = await openFile(cast.provider, received.added[0]?.id ?? '', null);
    const range = opened.state === 'open' ? (await bytesOf(await opened.read({ start: 52_428_768, end: 52_428_799 }))).toString() : opened.state;
    expect(range).toBe('The plan said no to this claim.\n');
  });

  it('refuses what is over the limit, and takes what came after it', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    await db.owner.query(`UPDATE settings SET value = '1' WHERE key = 'files.max_file_mb'`);
    const received = await receiveFiles(cast.provider, ReadableStream.from(multipart(3, END)), TYPE, () => ({ action: 'submit', id: draft }));
    await db.owner.query(`UPDATE settings SET value = '50' WHERE key = 'files.max_file_mb'`);
    expect(received.refused).toEqual([{ name: 'large.txt', refusal: { reason: 'file_too_large', limitBytes: 1024 * 1024 } }]);
    expect(received.added.map((f) => f.name)).toEqual(['small.pdf']);
  });

  it('that breaks off keeps the files before the break and says so', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const received = await receiveFiles(cast.provider, ReadableStream.from(multipart(1, '')), TYPE, () => ({ action: 'submit', id: draft }));
    expect([received.isWhole, received.added.map((f) => f.name)]).toEqual([false, ['large.txt']]);
    expect(readdirSync(path.join(folder.dir, 'incoming'))).toEqual([]);
  });

  it('whose connection is lost in the middle of a file ends, and leaves nothing of that file', { timeout: 5000 }, async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    function* lost() {
      let chunks = 0;
      for (const chunk of multipart(2, END)) {
        if ((chunks += 1) > 20) throw new Error('aborted');
        yield chunk;
      }
    }
    const received = await receiveFiles(cast.provider, ReadableStream.from(lost()), TYPE, () => ({ action: 'submit', id: draft }));
    expect([received.isWhole, received.added, received.refused]).toEqual([false, [], []]);
    expect(readdirSync(path.join(folder.dir, 'incoming'))).toEqual([]);
  });

  it('writes nothing for a page that the person never got', async () => {
    const received = await receiveFiles(cast.provider, ReadableStream.from(multipart(1, END)), TYPE, () => null);
    expect([received.isWhole, received.added, received.refused]).toEqual([true, [], []]);
    expect(readdirSync(path.join(folder.dir, 'incoming'))).toEqual([]);
  });
});

describe('bytes that are not those that came', () => {
  it.each(['changed', 'gone'] as const)('are not given out when they are %s, and show to the Portal Team', async (how) => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const file = await upload(cast.provider, { action: 'contest', id: ticketId }, 'mine.pdf', pdf());
    await done(cast.provider, command('contest', ticketId, { why: 'No.', requestReview: '', whatToReview: '', files: [file.id] }), { arrivedAt: at('2026-11-24') });
    const whole = pdf();
    const tampered = Buffer.from(whole);
    tampered[20] = (tampered[20] ?? 0) ^ 1;
    if (how === 'gone') await rm(folder.pathOf(file.id));
    else await folder.damage(file.id, tampered);
    expect(await open(cast.mco, file.id, ticketId)).toBe('damaged');
    const { rows } = await db.owner.query<{ payload: { fileId: string } }>(`SELECT payload FROM graphile_worker._private_jobs WHERE key = $1`, [file.id]);
    expect(rows[0]?.payload).toEqual({ fileId: file.id });
    await checkFile(file.id, 'https://portal.example');
    expect((await getTicketPage(cast.team, ticketId))?.files[0]?.fault).toBe(how);
    // Put back from a copy it is whole again.
    await folder.damage(file.id, whole);
    expect(await open(cast.mco, file.id, ticketId)).toBe(whole.toString('latin1'));
    await checkFile(file.id, 'https://portal.example');
    expect((await getTicketPage(cast.team, ticketId))?.files[0]?.fault).toBeNull();
  });
});

describe('the sweep', () => {
  const dayLater = () => new Date(Date.now() + 25 * 3_600_000);
  const isThere = async (id: string) => [(await db.owner.query('SELECT 1 FROM files WHERE id = $1', [id])).rowCount === 1, existsSync(folder.pathOf(id))];

  it('removes what was never attached after a day, and not before; files of a draft stay with it', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const draft = await givenDraft(db.owner, cast.provider);
    const forgotten = await upload(cast.provider, { action: 'contest', id: ticketId }, 'forgotten.pdf', pdf());
    const drafted = await upload(cast.provider, { action: 'submit', id: draft }, 'drafted.pdf', pdf());
    await sweepFiles();
    expect(await isThere(forgotten.id)).toEqual([true, true]);
    await sweepFiles(dayLater());
    expect([await isThere(forgotten.id), await isThere(drafted.id)]).toEqual([[false, false], [true, true]]);
    await db.owner.query('DELETE FROM complaint_drafts WHERE id = $1', [draft]);
    await sweepFiles(dayLater());
    expect(await isThere(drafted.id)).toEqual([false, false]);
  });

  it('leaves what waits at a form whose draft is kept, and takes it once the draft is gone', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const place = { action: 'contest', ticketId, subject: null } as const;
    const [mine, others] = [await upload(cast.provider, { action: 'contest', id: ticketId }, 'mine.pdf', pdf()), await upload(cast.colleague, { action: 'contest', id: ticketId }, 'others.pdf', pdf())];
    expect(await keepFormDraft(cast.provider, place, { why: 'The records show' }, { key: 'form', seen: null })).toMatchObject({ ok: true });
    await sweepFiles(dayLater());
    // The draft is one person's; so are the files at its form.
    expect([await isThere(mine.id), await isThere(others.id)]).toEqual([[true, true], [false, false]]);
    expect(await keepFormDraft(cast.provider, place, { why: '' }, { key: 'form', seen: null })).toMatchObject({ ok: true });
    await sweepFiles(dayLater());
    expect(await isThere(mine.id)).toEqual([false, false]);
  });

  it('and at an answer to HFS its own: each question has a form and a draft of its own', async () => {
    const ticketId = await givenInReview(db.owner, cast);
    await done(cast.accountManager, command('askParty', ticketId, { party: 'provider', question: 'When?', answerOn: '2026-12-31' }), { arrivedAt: at('2026-12-07') });
    const { rows } = await db.owner.query<{ subject: string }>(`SELECT subject FROM clocks WHERE ticket_id = $1 AND rule_id = 'hfs-question'`, [ticketId]);
    const subject = rows[0]?.subject ?? '';
    const file = await upload(cast.provider, { action: `answerQuestion/${subject}`, id: ticketId }, 'answer.pdf', pdf());
    expect(await keepFormDraft(cast.provider, { action: 'answerQuestion', ticketId, subject }, { answer: 'In May' }, { key: 'form', seen: null })).toMatchObject({ ok: true });
    await sweepFiles(dayLater());
    expect(await isThere(file.id)).toEqual([true, true]);
    await db.owner.query('DELETE FROM form_drafts WHERE ticket_id = $1', [ticketId]);
    await sweepFiles(dayLater());
    expect(await isThere(file.id)).toEqual([false, false]);
  });

  it('leaves what is attached, and finishes what broke off while it was stored or arrived', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const attached = await upload(cast.provider, { action: 'contest', id: ticketId }, 'attached.pdf', pdf());
    const broken = await upload(cast.provider, { action: 'contest', id: ticketId }, 'broken.pdf', pdf());
    await done(cast.provider, command('contest', ticketId, { why: 'No.', requestReview: '', whatToReview: '', files: [attached.id] }), { arrivedAt: at('2026-11-24') });
    await db.owner.query(`UPDATE files SET state = 'storing' WHERE id = $1`, [broken.id]);
    const leftover = path.join(folder.dir, 'incoming', 'leftover');
    writeFileSync(leftover, 'half a file');
    await sweepFiles();
    expect(existsSync(leftover)).toBe(true);
    utimesSync(leftover, new Date(Date.now() - 90_000_000), new Date(Date.now() - 90_000_000));
    await sweepFiles(dayLater());
    expect([await isThere(attached.id), await isThere(broken.id), existsSync(leftover)]).toEqual([[true, true], [false, false], false]);
  });
});

it('a stream that fails leaves nothing that arrived', async () => {
  const failing = new Readable({ read() { this.destroy(new Error('line cut')); } });
  const { writeIncoming } = await import('@/server/files/receive-upload');
  await expect(writeIncoming('a.pdf', failing)).rejects.toThrow('line cut');
  expect(readdirSync(path.join(folder.dir, 'incoming'))).toEqual([]);
});
