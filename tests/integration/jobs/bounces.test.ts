import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST } from '@/app/hooks/bounce/route';
import { correctAddress } from '@/server/commands/correct-address';
import { noteCall } from '@/server/commands/note-call';
import { asActor } from '@/server/db/as-actor';
import { hookSignature } from '@/server/http/hook-signature';
import { deliverMessage, recordNotice } from '@/server/jobs/deliver-message';
import { recordBounce } from '@/server/jobs/record-bounce';
import { getUndelivered } from '@/server/queries/get-undelivered';
import { listWorkQueue } from '@/server/queries/list-work-queues';
import { givenCast, type Cast } from '../../scenarios/people';
import { messagesOf } from '../../scenarios/outbox';
import { ANSWER, at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { useMailServer } from './mail-server';

const db = useDatabase();
const mail = useMailServer();
const SECRET = 'a-secret-of-the-tests-that-is-long-enough';
let cast: Cast;
let ticketId: string;
let notice: { id: string; message_id: string };

beforeAll(async () => {
  cast = await givenCast(db.owner);
});
/** Answered on Fri Nov 20, 2026, and its notice taken by a mail server. */
beforeEach(async () => {
  process.env.BOUNCE_HOOK_SECRET = SECRET;
  ticketId = await givenPresentedTicket(db.owner, cast);
  await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20', '14:14') });
  const [row] = await messagesOf(db.owner, ticketId, 'plan-answered');
  if (row === undefined) throw new Error('no notice');
  notice = row;
  await deliverMessage(notice.id, mail.server, { at: at('2026-11-20', '14:15') });
  await recordNotice({ ticketId, messageId: notice.id, outcome: 'accepted', at: at('2026-11-20', '14:15') });
});

type Call = { body?: unknown; secret?: string; seconds?: number; signature?: string | null };

async function post({ body, secret = SECRET, seconds = Math.floor(Date.now() / 1000), signature }: Call = {}): Promise<{ status: number; body: unknown }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? { bounces: [{ messageId: notice.message_id, type: 'permanent', reply: '550 5.1.1 no such\r\nuser' }] });
  const headers = new Headers({ 'x-portal-timestamp': String(seconds) });
  const signed = signature === undefined ? hookSignature(secret, String(seconds), text) : signature;
  if (signed !== null) headers.set('x-portal-signature', signed);
  const response = await POST(new Request('https://portal.example/hooks/bounce', { method: 'POST', headers, body: text }));
  return { status: response.status, body: await response.json() };
}

type Job = { task_identifier: string; payload: Record<string, string> };
const jobs = async (task: string) => (await db.owner.query<Job>(`SELECT t.identifier AS task_identifier, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = $1 AND j.payload->>'messageId' = $2`, [task, notice.id])).rows;

/** What the worker does with the jobs that a report left. */
async function work(): Promise<void> {
  for (const { payload } of await jobs('record-bounce')) await recordBounce({ messageId: payload.messageId ?? '', reply: payload.reply ?? '', at: at('2026-11-23') });
  for (const { payload } of await jobs('record-notice')) if (payload.outcome === 'failed') await recordNotice({ ticketId, messageId: notice.id, outcome: 'failed', at: new Date(payload.at ?? '') });
}

const ticket = async () => (await db.owner.query<{ response_notice: string; contact_email: string }>('SELECT response_notice, contact_email FROM tickets WHERE id = $1', [ticketId])).rows[0];
const contests = async () => (await db.owner.query<{ due_on: string; end_reason: string | null }>(`SELECT due_on::text, end_reason FROM clocks WHERE ticket_id = $1 AND rule_id = 'contest' ORDER BY started_at`, [ticketId])).rows;

describe('the mail service’s hook', () => {
  it('does not exist without a secret', async () => {
    delete process.env.BOUNCE_HOOK_SECRET;
    expect((await post()).status).toBe(404);
  });

  it.each<[string, Call]>([
    ['without a signature', { signature: null }],
    ['with another secret', { secret: 'x'.repeat(32) }],
    ['with the signature of another body', { signature: hookSignature(SECRET, String(Math.floor(Date.now() / 1000)), '{}') }],
    ['of six minutes ago', { seconds: Math.floor(Date.now() / 1000) - 360 }],
    ['of six minutes ahead', { seconds: Math.floor(Date.now() / 1000) + 360 }],
  ])('refuses a call %s, and nothing happens', async (_what, call) => {
    expect((await post(call)).status).toBe(401);
    expect(await jobs('record-bounce')).toEqual([]);
  });

  it('says when it cannot read a call', async () => {
    expect((await post({ body: 'no json' })).status).toBe(400);
    expect((await post({ body: { bounces: [{ messageId: 7 }] } })).status).toBe(400);
  });

  it('takes what came back for good, ignores what may pass and what it does not know', async () => {
    const body = { bounces: [{ messageId: notice.message_id.replace(/[<>]/g, ''), type: 'permanent', reply: '550' }, { messageId: notice.message_id, type: 'transient' }, { messageId: '<other@portal.example>', type: 'permanent' }] };
    expect(await post({ body })).toEqual({ status: 200, body: { taken: 1, ignored: 2 } });
  });

  it('loses none of a report because of signs in it that cannot be stored', async () => {
    const body = { bounces: [{ messageId: '<\u0000@portal.example>', type: 'permanent', reply: 'x' }, { messageId: notice.message_id, type: 'permanent', reply: '550 \u0000\ud800 no' }] };
    expect(await post({ body })).toEqual({ status: 200, body: { taken: 1, ignored: 1 } });
    await work();
    expect((await db.owner.query('SELECT server_reply FROM outbox WHERE id = $1', [notice.id])).rows).toEqual([{ server_reply: 'Came back: 550 \ufffd no' }]);
  });

  it('keeps a report that comes before it is written down that the message was taken, until it is', async () => {
    await db.owner.query(`UPDATE outbox SET status = 'queued', accepted_at = NULL WHERE id = $1`, [notice.id]);
    expect((await post()).body).toEqual({ taken: 1, ignored: 0 });
    await expect(work()).rejects.toThrow('not recorded as sent yet');
    await db.owner.query(`UPDATE outbox SET status = 'accepted', accepted_at = last_attempt_at WHERE id = $1`, [notice.id]);
    await work();
    expect((await ticket())?.response_notice).toBe('failed');
  });

  it('is replay-safe: a report counts once, however often it is sent', async () => {
    const call = { seconds: Math.floor(Date.now() / 1000) };
    expect((await post(call)).body).toEqual({ taken: 1, ignored: 0 });
    await post(call);
    expect(await jobs('record-bounce')).toHaveLength(1);
    await work();
    expect((await post(call)).body).toEqual({ taken: 0, ignored: 1 });
    await recordBounce({ messageId: notice.id, reply: 'again', at: at('2026-11-24') });
    const { rows } = await db.owner.query(`SELECT status, server_reply, accepted_at IS NOT NULL AS was_taken, bounced_at FROM outbox WHERE id = $1`, [notice.id]);
    expect(rows).toEqual([{ status: 'failed', server_reply: 'Came back: 550 5.1.1 no such user', was_taken: true, bounced_at: at('2026-11-23') }]);
    const events = await db.owner.query(`SELECT 1 FROM ticket_events WHERE ticket_id = $1 AND type = 'NoticeFailed'`, [ticketId]);
    expect(events.rowCount).toBe(1);
  });
});

describe('the notice of an answer that came back (D18)', () => {
  it('stops the days to disagree and holds the closing; the next delivery begins them anew', async () => {
    expect(await contests()).toEqual([{ due_on: '2026-12-01', end_reason: null }]);
    await post();
    await work();
    expect(await contests()).toEqual([{ due_on: '2026-12-01', end_reason: 'stopped' }]);
    expect((await ticket())?.response_notice).toBe('failed');
    const queue = await listWorkQueue(cast.team, 'undelivered', null);
    expect(queue.mails.find((m) => m.messageId === notice.id)).toMatchObject({ holdsClosing: true, ticket: { ticketId } });
  });
});

describe('what the Portal Team does about it', () => {
  const options = (key: string) => ({ arrivedAt: at('2026-11-24'), key });
  beforeEach(async () => {
    await post();
    await work();
  });

  it('corrects the address: this message and the next ones use it, on the ticket, too; nothing ends', async () => {
    const before = cast.provider.email;
    expect(await correctAddress(cast.team, notice.id, 'Renata.New@Kestrel.example ', options('k1'))).toEqual({ ok: true, value: null });
    const again = (await messagesOf(db.owner, ticketId, 'plan-answered')).at(-1);
    const { rows } = await db.owner.query(`SELECT to_address FROM outbox WHERE id = $1`, [again?.id]);
    expect(rows).toEqual([{ to_address: 'renata.new@kestrel.example' }]);
    expect((await ticket())?.contact_email).toBe('renata.new@kestrel.example');
    expect((await getUndelivered(cast.team, notice.id))?.notes.map((n) => n.text)).toEqual([`${before} → renata.new@kestrel.example`]);
    await deliverMessage(again?.id ?? '', mail.server, { at: at('2026-11-24', '10:05') });
    await recordNotice({ ticketId, messageId: again?.id ?? '', outcome: 'accepted', at: at('2026-11-24', '10:05') });
    expect((await contests()).map((c) => [c.due_on, c.end_reason])).toEqual([['2026-12-01', 'stopped'], ['2026-12-03', null]]);
    await db.owner.query('UPDATE people SET email = $2 WHERE id = $1', [cast.provider.personId, before]);
  });

  it('goes on where it was cut off: the address is there, the tickets and the message are not', async () => {
    const before = cast.provider.email;
    await db.owner.query('UPDATE people SET email = $2 WHERE id = $1', [cast.provider.personId, 'renata.new@kestrel.example']);
    expect(await correctAddress(cast.team, notice.id, 'someone.else@kestrel.example', options('k1'))).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(await correctAddress(cast.team, notice.id, 'renata.new@kestrel.example', options('k2'))).toEqual({ ok: true, value: null });
    expect((await ticket())?.contact_email).toBe('renata.new@kestrel.example');
    await db.owner.query('UPDATE people SET email = $2 WHERE id = $1', [cast.provider.personId, before]);
  });

  it('refuses an address that is no address, another person’s, or the one that failed', async () => {
    const issue = async (address: string) => {
      const result = await correctAddress(cast.team, notice.id, address, options(`k-${address}`));
      return result.ok || result.error.kind !== 'invalid' ? null : result.error.issues[0]?.message;
    };
    expect(await issue('nobody')).toContain('Enter an e-mail address in the form');
    expect(await issue(cast.mco.email)).toBe('Somebody else in the portal has this address.');
    expect(await issue(cast.provider.email)).toContain('refused');
    expect((await ticket())?.contact_email).toBe(cast.provider.email);
  });

  it('corrects nobody of HFS or the Portal Team: there such an act does not exist, and the database says so, too', async () => {
    const toWhom = (actor: Cast['provider']) => db.owner.query('UPDATE outbox SET recipient_id = $2, to_address = $3 WHERE id = $1', [notice.id, actor.personId, actor.email]);
    for (const actor of [cast.accountManager, cast.sme, cast.administration, cast.team]) {
      await toWhom(actor);
      for (const typed of ['new@hfs.example', 'nobody']) expect(await correctAddress(cast.team, notice.id, typed, options(`state-${actor.role}`))).toEqual({ ok: false, error: { kind: 'not_found' } });
      const past = await asActor(cast.team, ({ tx }) => tx.$queryRaw`SELECT correct_bounced_address(${notice.id}::uuid, 'new@hfs.example') AS outcome`);
      expect(past).toEqual([{ outcome: 'not_found' }]);
      expect((await getUndelivered(cast.team, notice.id))?.person).toMatchObject({ address: actor.email, isCorrectable: false });
    }
    for (const actor of [cast.mco, cast.provider]) {
      await toWhom(actor);
      expect((await getUndelivered(cast.team, notice.id))?.person?.isCorrectable).toBe(true);
    }
  });

  it('nobody else corrects or sees it', async () => {
    for (const actor of [cast.provider, cast.mco, cast.administration]) {
      expect(await correctAddress(actor, notice.id, 'x@x.example', options('k2'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
      expect(await getUndelivered(actor, notice.id)).toBeNull();
      expect(await noteCall(actor, notice.id, { note: 'x', isDone: false }, options('k3'))).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    }
  });

  it('notes a call, once for one form; a notice of an answer is not settled by it', async () => {
    expect(await noteCall(cast.team, notice.id, { note: '', isDone: false }, options('k4'))).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'note' }] } });
    for (let i = 0; i < 2; i += 1) await noteCall(cast.team, notice.id, { note: 'Reached her; new address follows.', isDone: false }, options('k5'));
    expect((await getUndelivered(cast.team, notice.id))?.notes).toMatchObject([{ kind: 'call', text: 'Reached her; new address follows.', byName: cast.team.name }]);
    expect(await noteCall(cast.team, notice.id, { note: 'Done.', isDone: true }, options('k6'))).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'isDone' }] } });
  });

  it('any other message leaves the list once its reader was called', async () => {
    const [filed] = await messagesOf(db.owner, ticketId, 'complaint-received');
    await db.owner.query(`UPDATE outbox SET status = 'failed', accepted_at = NULL WHERE id = $1`, [filed?.id]);
    const isListed = async () => (await listWorkQueue(cast.team, 'undelivered', null)).mails.some((m) => m.messageId === filed?.id);
    expect(await isListed()).toBe(true);
    expect(await noteCall(cast.team, filed?.id ?? '', { note: 'Told her by phone.', isDone: true }, options('k7'))).toEqual({ ok: true, value: null });
    expect([await isListed(), (await getUndelivered(cast.team, filed?.id ?? ''))?.state]).toEqual([false, 'settled']);
  });
});
