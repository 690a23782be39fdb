import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asActor } from '@/server/db/as-actor';
import { findChainBreak } from '@/server/db/verify-chain';
import { scanStream } from '@/server/files/clamd';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { getWaitingFiles } from '@/server/queries/get-waiting-files';
import { checkFile } from '@/server/uploads/check-file';
import { openFile } from '@/server/uploads/open-file';
import { EICAR, pdf } from '../../fixtures/files';
import { givenCast, type Cast } from '../../scenarios/people';
import { at, command, complaintForm, done, givenDraft, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { upload, useFileFolder } from './file-folder';

/** A server of clamd's INSTREAM protocol: finds EICAR, refuses more than `limit` bytes, speaks as clamd does. */
function startProtocolServer(limit = 1_000_000): Promise<{ server: Server; port: number; received: () => number }> {
  let bytes = 0;
  const server = createServer((socket) => {
    let buffer = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let hasCommand = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      buffer = Buffer.concat([buffer, data]);
      if (!hasCommand) {
        if (buffer.indexOf(0) < 0) return;
        if (buffer.subarray(0, buffer.indexOf(0)).toString() !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
        buffer = buffer.subarray(buffer.indexOf(0) + 1);
        hasCommand = true;
      }
      while (buffer.length >= 4 && buffer.length >= 4 + buffer.readUInt32BE(0)) {
        const length = buffer.readUInt32BE(0);
        if (length === 0) return void socket.end(content.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
        content = Buffer.concat([content, buffer.subarray(4, 4 + length)]);
        bytes += length;
        buffer = buffer.subarray(4 + length);
        if (content.length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, port: (server.address() as AddressInfo).port, received: () => bytes })));
}

describe('the scanner’s client', () => {
  it('streams a file and reads the judgement', async () => {
    const { server, port, received } = await startProtocolServer();
    const scanner = { host: '127.0.0.1', port };
    expect(await scanStream(scanner, Readable.from([pdf(), pdf()]))).toEqual({ verdict: 'clean' });
    expect(received()).toBe(2 * pdf().length);
    expect(await scanStream(scanner, Readable.from([Buffer.from(EICAR)]))).toEqual({ verdict: 'infected', found: 'Eicar-Signature' });
    await expect(scanStream(scanner, Readable.from([Buffer.alloc(600_000), Buffer.alloc(600_000)]))).rejects.toThrow('size limit exceeded');
    server.close();
  });

  it('has no judgement where nobody answers, or nobody in time', async () => {
    const { server, port } = await startProtocolServer();
    server.close();
    await expect(scanStream({ host: '127.0.0.1', port }, Readable.from([pdf()]))).rejects.toThrow();
    const silent = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    await expect(scanStream({ host: '127.0.0.1', port: (silent.address() as AddressInfo).port }, Readable.from([pdf()]), 200)).rejects.toThrow('does not answer');
    silent.close();
  });
});

const clamd = spawnSync('clamd', ['--version']).status === 0;

describe.runIf(clamd)('Debian’s clamd', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'clamd-'));
  let daemon: ChildProcess;
  let port = 0;
  beforeAll(async () => {
    // Its own signatures are a download of hundreds of megabytes; the one of EICAR is the sum and size of the string.
    writeFileSync(path.join(dir, 'eicar.hdb'), `${createHash('md5').update(EICAR).digest('hex')}:${EICAR.length}:Eicar-Test\n`);
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    port = (free.address() as AddressInfo).port;
    await new Promise((resolve) => free.close(resolve));
    writeFileSync(path.join(dir, 'clamd.conf'), `TCPSocket ${port}\nTCPAddr 127.0.0.1\nDatabaseDirectory ${dir}\nForeground yes\nLogFile ${dir}/log\n`);
    daemon = spawn('clamd', ['--config-file', path.join(dir, 'clamd.conf')], { stdio: 'ignore' });
    for (let i = 0; i < 100; i += 1) {
      if (await scanStream({ host: '127.0.0.1', port }, Readable.from([pdf()])).then(() => true, () => false)) return;
      await setTimeout(200);
    }
    throw new Error('clamd did not start');
  }, 40_000);
  afterAll(() => {
    daemon.kill();
    rmSync(dir, { recursive: true, force: true });
  });

  it('finds the test string and nothing else', async () => {
    expect(await scanStream({ host: '127.0.0.1', port }, Readable.from([Buffer.from(EICAR)]))).toMatchObject({ verdict: 'infected', found: expect.stringContaining('Eicar') });
    expect(await scanStream({ host: '127.0.0.1', port }, Readable.from([pdf()]))).toEqual({ verdict: 'clean' });
  });
});

describe('with a scanner', () => {
  const db = useDatabase();
  const folder = useFileFolder();
  let cast: Cast;
  let scanner: Awaited<ReturnType<typeof startProtocolServer>>;
  beforeAll(async () => {
    cast = await givenCast(db.owner);
    scanner = await startProtocolServer();
  });
  beforeEach(() => {
    process.env.CLAMD_HOST = '127.0.0.1';
    process.env.CLAMD_PORT = String(scanner.port);
  });
  afterAll(() => {
    scanner.server.close();
    delete process.env.CLAMD_HOST;
  });

  const jobs = async (id: string) => (await db.owner.query('SELECT 1 FROM graphile_worker._private_jobs WHERE key = $1', [id])).rowCount;
  const mails = async (id: string) => (await db.owner.query<{ to_address: string; text: string; subject: string }>(`SELECT to_address, text, subject FROM outbox WHERE unique_key = $1`, [`file-refused:${id}`])).rows;

  it('a file is held until it was found clean; it can be sent along meanwhile', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const file = await upload(cast.provider, { action: 'contest', id: ticketId }, 'records.pdf', pdf());
    expect([file.state, await jobs(file.id)]).toEqual(['held', 1]);
    await done(cast.provider, command('contest', ticketId, { why: 'No.', requestReview: '', whatToReview: '', files: [file.id] }), { arrivedAt: at('2026-11-24') });
    for (const reader of [cast.provider, cast.mco]) expect((await openFile(reader, file.id, ticketId)).state).toBe('held');
    await checkFile(file.id, 'https://portal.example');
    expect((await openFile(cast.mco, file.id, ticketId)).state).toBe('open');
    expect((await getTicketPage(cast.mco, ticketId))?.files[0]?.state).toBe('clean');
  });

  it('an infected file that was sent along is recorded on the ticket, told to its uploader once, and nobody opens it', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const file = await upload(cast.provider, { action: 'contest', id: ticketId }, 'Ada Lindqvist.txt', EICAR);
    await done(cast.provider, command('contest', ticketId, { why: 'No.', requestReview: '', whatToReview: '', files: [file.id] }), { arrivedAt: at('2026-11-24') });
    await checkFile(file.id, 'https://portal.example');
    await checkFile(file.id, 'https://portal.example');
    expect((await openFile(cast.mco, file.id, ticketId)).state).toBe('infected');
    expect(existsSync(folder.pathOf(file.id))).toBe(false);
    const { rows } = await db.owner.query(`SELECT audience, data FROM ticket_events WHERE ticket_id = $1 AND type = 'FileRefused'`, [ticketId]);
    expect(rows).toEqual([{ audience: 'parties', data: { fileId: file.id, audience: 'parties' } }]);
    const [mail, ...more] = await mails(file.id);
    expect([mail?.to_address, more]).toEqual([cast.provider.email, []]);
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Ada|Lindqvist|Eicar/);
    expect(mail?.text).toContain('CC-2026-118402');
    expect(await asActor(SYSTEM, ({ tx }) => findChainBreak(tx, ticketId))).toBeNull();
    const found = await asActor(cast.team, ({ tx }) => tx.file.findFirst({ where: { id: file.id }, select: { scanFound: true, state: true } }));
    expect(found).toEqual({ scanFound: 'Eicar-Signature', state: 'infected' });
  });

  it('an infected file that still waits cannot be sent along', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const file = await upload(cast.provider, { action: 'submit', id: draft }, 'bad.txt', EICAR);
    await checkFile(file.id, 'https://portal.example');
    expect((await getWaitingFiles(cast.provider, draft)).at('submit')[0]?.state).toBe('infected');
    const [mail] = await mails(file.id);
    expect(mail?.text).toContain(`/file/${draft}/files`);
    const sent = await runTicketCommand(cast.provider, command('submit', draft, complaintForm(cast.provider, { files: [file.id] })), { arrivedAt: at('2026-10-15') });
    expect(sent).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'files', message: expect.stringContaining('was refused') as string }] } });
    // Those who look after the portal see that it was refused; no other provider does.
    const seen = (actor: typeof cast.team) => asActor(actor, ({ tx }) => tx.file.count({ where: { id: file.id } }));
    expect([await seen(cast.team), await seen(cast.administration), await seen(cast.otherProvider), await seen(cast.mco)]).toEqual([1, 1, 0, 0]);
  });

  it('stays held while the scanner gives no judgement, so that the job is tried again', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    const file = await upload(cast.provider, { action: 'submit', id: draft }, 'records.pdf', pdf());
    process.env.CLAMD_PORT = '1';
    await expect(checkFile(file.id, 'https://portal.example')).rejects.toThrow();
    delete process.env.CLAMD_HOST;
    await expect(checkFile(file.id, 'https://portal.example')).rejects.toThrow('CLAMD_HOST is not set for the worker');
    expect((await openFile(cast.provider, file.id, null)).state).toBe('held');
  });
});
