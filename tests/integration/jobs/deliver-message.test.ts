import { createServer, type AddressInfo, type Socket } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { deliverMessage } from '@/server/jobs/deliver-message';
import { requeueLost } from '@/server/jobs/requeue-lost';
import { givenMessage, outboxRow } from '../../scenarios/outbox';
import { useDatabase } from '../database';
import { read, useMailServer } from './mail-server';

const db = useDatabase();
const mail = useMailServer();
const deliver = (id: string, options = {}) => deliverMessage(id, mail.server, options);

describe('a message that the mail server accepts', () => {
  it('goes once, in the words of the outbox, under its own Message-ID', async () => {
    const id = await givenMessage(db.owner, { subject: 'A date – and a name: Zoë', text: 'Straße, 東京, “quoted”.\n\nA line.\n', html: '<p>Straße</p>' });
    expect([await deliver(id), await deliver(id)]).toEqual(['done', 'done']);
    expect(mail.received).toHaveLength(1);
    const got = await read(mail.received[0]);
    expect([got.subject, got.text, got.html]).toEqual(['A date – and a name: Zoë', 'Straße, 東京, “quoted”.\n\nA line.\n', '<p>Straße</p>']);
    expect([got.messageId, got.from?.text, got.to]).toMatchObject([`<${id}@portal.example>`, '"Provider Resolution Portal" <no-reply@portal.example>', { text: '"Ines Whitfield" <ines@provider.example>' }]);
    expect(got.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'accepted', attempts: 1, server_reply: expect.stringMatching(/^250/) as string });
  });

  it('goes once when two workers and a third ask for it in the same moment', async () => {
    const id = await givenMessage(db.owner);
    const all = await Promise.all([1, 2, 3].map(() => deliver(id)));
    expect(all).toContain('done');
    expect(mail.received).toHaveLength(1);
  });

  it('is accepted at the time of the answer, not of the question', async () => {
    const id = await givenMessage(db.owner);
    let release: () => void = () => undefined;
    mail.answer({ hold: new Promise((resolve) => (release = resolve)) });
    const arrived = mail.nextArrival();
    const delivery = deliver(id);
    await arrived;
    const heldSince = new Date();
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    expect(await delivery).toBe('done');
    expect((await outboxRow(db.owner, id)).accepted_at?.getTime()).toBeGreaterThanOrEqual(heldSince.getTime() + 250);
  });

  it('is recorded, and not sent again, when the database goes away between the answer and the record', async () => {
    const id = await givenMessage(db.owner);
    let release: () => void = () => undefined;
    mail.answer({ hold: new Promise((resolve) => (release = resolve)) });
    const arrived = mail.nextArrival();
    const delivery = deliver(id);
    await arrived;
    await db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'portal_worker' AND datname = current_database()`);
    release();
    expect(await delivery).toBe('done');
    expect(await deliver(id)).toBe('done');
    expect(mail.received).toHaveLength(1);
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'accepted', attempts: 1 });
  });

  it('that another transaction holds just now is tried again later, not forgotten', async () => {
    const id = await givenMessage(db.owner);
    await db.owner.query('BEGIN');
    await db.owner.query('SELECT 1 FROM outbox WHERE id = $1 FOR UPDATE', [id]);
    const whileHeld = await deliver(id);
    await db.owner.query('ROLLBACK');
    expect([whileHeld, mail.received.length]).toEqual(['try_again', 0]);
    expect([await deliver(id), mail.received.length]).toEqual(['done', 1]);
  });
});

describe('the headers of a mail', () => {
  it.each([
    ['a name', { toName: 'Ines\r\nBcc: thief@evil.example' }],
    ['a name with a folded line', { toName: 'Ines\r\n Bcc: thief@evil.example\r\n\r\nbody' }],
    ['a name with the characters of addresses', { toName: 'Ines" <thief@evil.example>, "' }],
    ['a subject', { subject: 'Hello\r\nBcc: thief@evil.example\r\n\r\nbody' }],
    ['a subject with a lone newline', { subject: 'Hello\nBcc: thief@evil.example' }],
  ])('take nothing from %s but its words', async (_what, change) => {
    const id = await givenMessage(db.owner, change);
    expect(await deliver(id)).toBe('done');
    const got = await read(mail.received[0]);
    expect([...got.headers.keys()].sort()).toEqual(['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']);
    expect(got.to).toMatchObject({ value: [{ address: 'ines@provider.example' }] });
    expect(got.text).toBe('You can file now.\n');
  });
});

describe('a mail server that does not accept', () => {
  it('for now (4xx): tried again, and accepted then', async () => {
    const id = await givenMessage(db.owner);
    mail.answer({ code: 451, words: 'Try again in a minute', at: 'DATA' }, { code: 450, words: 'Mailbox busy', at: 'RCPT' });
    expect(await deliver(id)).toBe('try_again');
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'queued', attempts: 1, server_reply: '451 Try again in a minute' });
    expect(await deliver(id)).toBe('try_again');
    expect(await deliver(id)).toBe('done');
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'accepted', attempts: 3 });
    expect(mail.received).toHaveLength(1);
  });

  it.each(['RCPT', 'DATA'] as const)('for good (5xx at %s): failed, in the server’s words', async (at) => {
    const id = await givenMessage(db.owner);
    mail.answer({ code: 550, words: 'No such mailbox', at });
    expect(await deliver(id)).toBe('done');
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'failed', attempts: 1, server_reply: '550 No such mailbox', accepted_at: null });
    await deliver(id);
    expect(mail.received).toHaveLength(0);
  });

  it('until the last attempt: failed then', async () => {
    const id = await givenMessage(db.owner);
    mail.answer({ code: 421, words: 'Shutting down', at: 'DATA' });
    expect(await deliver(id, { lastAttempt: true })).toBe('done');
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'failed', server_reply: '421 Shutting down' });
  });

  it('because it is not there: tried again', async () => {
    const id = await givenMessage(db.owner);
    expect(await deliverMessage(id, { ...mail.server, smtpUrl: 'smtp://127.0.0.1:1' })).toBe('try_again');
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'queued', attempts: 1, server_reply: expect.stringContaining('ECONNREFUSED') as string });
  });

  describe('one that', () => {
    /** A server that says `greeting` to whoever connects, and then nothing more. */
    async function silentServer(greeting: string): Promise<{ url: string; close: () => void }> {
      const sockets: Socket[] = [];
      const server = createServer((socket) => {
        sockets.push(socket);
        socket.on('error', () => undefined);
        socket.write(greeting);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const close = () => {
        for (const socket of sockets) socket.destroy();
        server.close();
      };
      return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
    }

    it.each([
      ['says nothing', '', /Greeting never received/],
      ['turns everybody away', '554 No SMTP service here\r\n', /554 No SMTP service here/],
    ])('%s: tried again', async (_what, greeting, reply) => {
      const silent = await silentServer(greeting);
      const id = await givenMessage(db.owner);
      expect(await deliverMessage(id, { ...mail.server, smtpUrl: silent.url })).toBe('try_again');
      expect((await outboxRow(db.owner, id)).server_reply).toMatch(reply);
      silent.close();
    });
  });
});

describe('a message whose job was lost', () => {
  beforeAll(() => db.owner.query(`DELETE FROM outbox WHERE status = 'queued'`));

  it.each([
    ['is gone', 'DELETE FROM graphile_worker._private_jobs WHERE key = $1'],
    ['has no attempt left', 'UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1'],
  ])('because it %s, gets a new one; one that has its job keeps it', async (_what, sql) => {
    const [lost, kept] = [await givenMessage(db.owner), await givenMessage(db.owner)];
    await db.owner.query(sql, [lost]);
    expect([await requeueLost(), await requeueLost()]).toEqual([1, 0]);
    const { rows } = await db.owner.query(`SELECT key, attempts FROM graphile_worker._private_jobs WHERE key IN ($1, $2) AND attempts < max_attempts`, [lost, kept]);
    expect(rows).toHaveLength(2);
    await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = now() WHERE id IN ($1, $2)`, [lost, kept]);
  });
});
