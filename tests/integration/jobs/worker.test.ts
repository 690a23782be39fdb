import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { givenMessage, outboxRow } from '../../scenarios/outbox';
import { useDatabase } from '../database';
import { useMailServer } from './mail-server';
import { eventually, startWorkerProcess } from './worker-process';

const db = useDatabase();
const mail = useMailServer();
const startWorker = () => startWorkerProcess(db.urls.worker, mail.server);

const idOf = (id: string) => `<${id}@portal.example>`;
const isAccepted = async (id: string) => (await outboxRow(db.owner, id)).status === 'accepted';
const jobsLeft = async () => Number((await db.owner.query<{ n: string }>(`SELECT count(*) AS n FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'deliver-message'`)).rows[0]?.n);

async function manyMessages(n: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < n) ids.push(await givenMessage(db.owner));
  return ids;
}

/** A mail that the server has, but does not answer until `release`. */
function heldMail(): { arrived: Promise<void>; release: () => void } {
  let release: () => void = () => undefined;
  mail.answer({ hold: new Promise((resolve) => (release = resolve)) });
  return { arrived: mail.nextArrival(), release: () => release() };
}

describe('the worker', { timeout: 120_000 }, () => {
  it('two at once send each mail once, and log nobody’s address', async () => {
    const workers = await Promise.all([startWorker(), startWorker()]);
    const ids = await manyMessages(30);
    await eventually(async () => (await jobsLeft()) === 0);
    expect((await mail.messageIds()).sort()).toEqual(ids.map(idOf).sort());
    for (const worker of workers) {
      worker.kill('SIGTERM');
      expect(await worker.ended).toBe(0);
      expect(worker.said()).not.toMatch(/ines@|@provider\.example/);
    }
  });

  it('retries by itself what was refused for now', async () => {
    mail.answer({ code: 451, words: 'Busy, says ines@provider.example', at: 'DATA' });
    const worker = await startWorker();
    const id = await givenMessage(db.owner);
    await eventually(() => isAccepted(id));
    expect(await outboxRow(db.owner, id)).toMatchObject({ attempts: 2 });
    expect(await mail.messageIds()).toEqual([idOf(id)]);
    expect(worker.said()).toContain('the job failed');
    expect(worker.said()).not.toContain('ines@');
  });

  it('killed after the mail server’s acceptance and before its own record: the next one sends the same message again, under the same Message-ID, and nothing else twice', async () => {
    const { arrived, release } = heldMail();
    const killed = await startWorker();
    const cutOff = await givenMessage(db.owner);
    await arrived;
    killed.kill('SIGKILL');
    await killed.ended;
    release();
    const others = await manyMessages(5);
    await startWorker();
    await eventually(() => isAccepted(cutOff));
    await eventually(async () => (await jobsLeft()) === 0);
    expect((await mail.messageIds()).sort()).toEqual([cutOff, cutOff, ...others].map(idOf).sort());
  });

  it('killed before the acceptance: the next one sends it, once', async () => {
    mail.answer('lose');
    const arrived = mail.nextArrival();
    const killed = await startWorker();
    const cutOff = await givenMessage(db.owner);
    await arrived;
    killed.kill('SIGKILL');
    await killed.ended;
    await startWorker();
    await eventually(() => isAccepted(cutOff));
    expect(await mail.messageIds()).toEqual([idOf(cutOff)]);
  });

  it('asked to stop in the middle of a mail finishes it, and leaves no job locked', async () => {
    const { arrived, release } = heldMail();
    const worker = await startWorker();
    const id = await givenMessage(db.owner);
    await arrived;
    worker.kill('SIGTERM');
    setTimeout(release, 1000);
    expect(await worker.ended).toBe(0);
    expect(await outboxRow(db.owner, id)).toMatchObject({ status: 'accepted', attempts: 1 });
    expect([await mail.messageIds(), await jobsLeft()]).toEqual([[idOf(id)], 0]);
  });

  it('does what else there is to do beside the mails that wait: a mail server that says nothing holds up nothing but mail', async () => {
    const silence = Promise.withResolvers<undefined>();
    mail.answer(...Array.from({ length: 6 }, () => ({ hold: silence.promise })));
    const arrived = mail.nextArrival();
    await startWorker();
    const ids = await manyMessages(6);
    await arrived;
    // Time enough for another mail to be handed over, which the server holds as well.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const fileId = randomUUID();
    await db.owner.query(`SELECT enqueue_job('check-file', json_build_object('fileId', $1::text), $1::text)`, [fileId]);
    const isLeft = async () => (await db.owner.query('SELECT 1 FROM graphile_worker._private_jobs WHERE key = $1', [fileId])).rowCount !== 0;
    const isDone = await eventually(async () => !(await isLeft()), 10_000).then(() => true, () => false);
    const sentBefore = mail.received.length;
    silence.resolve(undefined);
    await eventually(async () => (await jobsLeft()) === 0);
    expect((await mail.messageIds()).sort()).toEqual(ids.map(idOf).sort());
    expect([isDone, sentBefore]).toEqual([true, 0]);
  });

  it('goes on by itself when the database was away, and another worker takes nothing from it meanwhile', async () => {
    const { arrived, release } = heldMail();
    await startWorker();
    const inTheAir = await givenMessage(db.owner);
    await arrived;
    await startWorker();
    const name = new URL(db.urls.owner).pathname.slice(1);
    const server = new Client({ connectionString: inject('serverUrl') });
    await server.connect();
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'portal_worker'`, [name]);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await server.end();
    // Longer than the other one waits before it takes a pool for dead.
    await new Promise((resolve) => setTimeout(resolve, 22_000));
    expect(mail.received).toHaveLength(0);
    release();
    const later = await manyMessages(3);
    await eventually(async () => (await isAccepted(inTheAir)) && (await jobsLeft()) === 0);
    expect((await mail.messageIds()).sort()).toEqual([inTheAir, ...later].map(idOf).sort());
    expect(await outboxRow(db.owner, inTheAir)).toMatchObject({ status: 'accepted', attempts: 1 });
  });
});
