import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { deliverMessage, recordNotice } from '@/server/jobs/deliver-message';
import { recordBounce } from '@/server/jobs/record-bounce';
import { requeueLost } from '@/server/jobs/requeue-lost';
import { sweep } from '@/server/jobs/sweep';
import { givenCast, type Cast } from '../../scenarios/people';
import { messagesOf } from '../../scenarios/outbox';
import { ANSWER, at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';
import { useMailServer } from './mail-server';

const db = useDatabase();
const mail = useMailServer();
let cast: Cast;
let ticketId: string;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

/** Answered on Fri Nov 20, 2026, its notice not sent yet. */
beforeEach(async () => {
  ticketId = await givenPresentedTicket(db.owner, cast);
  await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20', '14:14') });
});

const noticeId = async () => (await messagesOf(db.owner, ticketId, 'plan-answered')).at(-1)?.id ?? '';

type NoticeJob = { payload: { messageId: string; ticketId: string; outcome: 'accepted' | 'failed'; at: string } };

/** What the worker does with the job that the delivery left. */
async function runNoticeJob(messageId: string): Promise<void> {
  const { rows } = await db.owner.query<NoticeJob>(`SELECT payload FROM graphile_worker._private_jobs WHERE key = $1`, [`notice:${messageId}`]);
  expect(rows).toHaveLength(1);
  for (const { payload } of rows) await recordNotice({ ...payload, at: new Date(payload.at) });
}

async function contest(): Promise<unknown[]> {
  const { rows } = await db.owner.query(`SELECT day_0::text AS day0, due_on::text AS due, end_reason AS ended FROM clocks WHERE ticket_id = $1 AND rule_id = 'contest' ORDER BY day_0, ended_on NULLS LAST`, [ticketId]);
  return rows;
}

const close = (on: string) => runTicketCommand(cast.team, command('closeNotContested', ticketId), { arrivedAt: at(on) });

describe('the notice of an answer (D18)', () => {
  it('accepted on the day of the answer leaves the contest window where it is', async () => {
    const id = await noticeId();
    await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') });
    await runNoticeJob(id);
    expect(await contest()).toEqual([{ day0: '2026-11-20', due: '2026-12-01', ended: null }]);
  });

  it('deferred, then accepted on a later day: the window starts on that day', async () => {
    const id = await noticeId();
    mail.answer({ code: 451, words: 'Come back later', at: 'DATA' });
    expect(await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') })).toBe('try_again');
    expect(await deliverMessage(id, mail.server, { at: at('2026-11-24', '08:00') })).toBe('done');
    await runNoticeJob(id);
    expect(await contest()).toEqual([
      { day0: '2026-11-20', due: '2026-12-01', ended: 'superseded' },
      { day0: '2026-11-24', due: '2026-12-03', ended: null },
    ]);
    await runNoticeJob(id);
    expect(await contest()).toHaveLength(2);
  });

  it('refused: the ticket cannot be closed as not contested until the notice was sent again and accepted', async () => {
    const id = await noticeId();
    mail.answer({ code: 550, words: 'No such mailbox', at: 'RCPT' });
    expect(await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') })).toBe('done');
    await runNoticeJob(id);
    const { rows } = await db.owner.query(`SELECT type FROM ticket_events WHERE ticket_id = $1 AND type LIKE 'Notice%'`, [ticketId]);
    expect(rows).toEqual([{ type: 'NoticeFailed' }]);
    expect(await close('2026-12-15')).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });

    await done(cast.team, command('resendNotice', ticketId, { messageId: id }), { arrivedAt: at('2026-12-15') });
    expect(await close('2026-12-15')).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
    const again = (await messagesOf(db.owner, ticketId, 'plan-answered')).find((row) => row.id !== id);
    expect((await messagesOf(db.owner, ticketId, 'plan-answered')).find((row) => row.id === id)?.sent_again_as).toBe(again?.id);
    expect(await deliverMessage(again?.id ?? '', mail.server, { at: at('2026-12-15', '10:01') })).toBe('done');
    await runNoticeJob(again?.id ?? '');
    expect((await contest()).at(-1)).toEqual({ day0: '2026-12-15', due: '2026-12-22', ended: null });

    await sweep('https://portal.example', at('2026-12-23', '01:07'));
    expect(await close('2026-12-23')).toMatchObject({ ok: true });
    expect(mail.received).toHaveLength(1);
  });

  it('refused and sent again by two people in the same second goes out once; one that was delivered does not go again', async () => {
    const id = await noticeId();
    mail.answer({ code: 550, words: 'No such mailbox', at: 'RCPT' });
    await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') });
    await runNoticeJob(id);
    const again = () => runTicketCommand(cast.team, command('resendNotice', ticketId, { messageId: id }), { arrivedAt: at('2026-12-15') });
    expect((await Promise.all([again(), again()])).map((result) => result.ok)).toEqual([true, true]);
    const copies = (await messagesOf(db.owner, ticketId, 'plan-answered')).filter((row) => row.id !== id);
    expect(copies).toHaveLength(1);
    const [copy] = copies;
    await deliverMessage(copy?.id ?? '', mail.server, { at: at('2026-12-15', '10:01') });
    const delivered = await runTicketCommand(cast.team, command('resendNotice', ticketId, { messageId: copy?.id }), { arrivedAt: at('2026-12-16') });
    expect(delivered).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
    expect(await messagesOf(db.owner, ticketId, 'plan-answered')).toHaveLength(2);
  });

  describe('when the contact changes before it reached anybody', () => {
    const change = (person: PersonActor, on: string, by: PersonActor = cast.team) => done(by, command('changeProviderContact', ticketId, { contactId: person.personId, contactPhone: '(217) 555-0199' }), { arrivedAt: at(on) });
    const notices = () => messagesOf(db.owner, ticketId, 'plan-answered');

    it('and it had failed: the new contact gets one, the old one is not sent again, and its arrival starts the days to disagree', async () => {
      const id = await noticeId();
      mail.answer({ code: 550, words: 'No such mailbox', at: 'RCPT' });
      await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') });
      await runNoticeJob(id);
      await change(cast.colleague, '2026-11-23');
      const fresh = (await notices()).find((row) => row.id !== id);
      expect(fresh).toMatchObject({ to_address: cast.colleague.email, status: 'queued', subject: expect.stringContaining('reply within 5 business days') });
      expect((await notices()).find((row) => row.id === id)?.sent_again_as).toBe(fresh?.id);
      await done(cast.team, command('resendNotice', ticketId, { messageId: id }), { arrivedAt: at('2026-11-23', '10:05') });
      expect(await notices()).toHaveLength(2);
      expect(await close('2026-12-15')).toMatchObject({ ok: false });
      await deliverMessage(fresh?.id ?? '', mail.server, { at: at('2026-11-24', '09:00') });
      await runNoticeJob(fresh?.id ?? '');
      expect((await contest()).at(-1)).toEqual({ day0: '2026-11-24', due: '2026-12-03', ended: null });
    });

    it('and it was still waiting: it is dropped; one that is under way changes nothing any more', async () => {
      const id = await noticeId();
      await change(cast.colleague, '2026-11-23', { ...cast.provider, isOrgAdmin: true });
      expect((await notices()).map((row) => [row.to_address, row.status]).sort()).toEqual([[cast.provider.email, 'dropped'], [cast.colleague.email, 'queued']].sort());
      expect(await deliverMessage(id, mail.server, { at: at('2026-11-23', '10:01') })).toBe('done');
      await recordNotice({ ticketId, messageId: id, outcome: 'accepted', at: at('2026-11-23', '10:02') });
      expect(await contest()).toHaveLength(1);
      const { rows } = await db.owner.query<{ response_notice: string }>('SELECT response_notice FROM tickets WHERE id = $1', [ticketId]);
      expect(rows).toEqual([{ response_notice: 'pending' }]);
    });

    it('and it had seemed to arrive, but came back after the change: sent again, it goes to the contact of now', async () => {
      const id = await noticeId();
      await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') });
      await runNoticeJob(id);
      await change(cast.colleague, '2026-11-23');
      await recordBounce({ messageId: id, reply: '550', at: at('2026-11-24') });
      await recordNotice({ ticketId, messageId: id, outcome: 'failed', at: at('2026-11-24') });
      expect(await contest()).toMatchObject([{ ended: 'stopped' }]);
      await done(cast.team, command('resendNotice', ticketId, { messageId: id }), { arrivedAt: at('2026-11-25') });
      expect((await notices()).at(-1)).toMatchObject({ to_address: cast.colleague.email, status: 'queued' });
    });

    it('and it had arrived, or only the phone number is another: nothing is sent', async () => {
      await change(cast.provider, '2026-11-20');
      expect(await notices()).toHaveLength(1);
      const id = await noticeId();
      await deliverMessage(id, mail.server, { at: at('2026-11-20', '14:15') });
      await runNoticeJob(id);
      await change(cast.colleague, '2026-11-23');
      expect(await notices()).toHaveLength(1);
    });
  });

  it('of an answer that was given anew counts alone: what becomes of the first one is past', async () => {
    const first = await noticeId();
    await deliverMessage(first, mail.server, { at: at('2026-11-20', '14:15') });
    await runNoticeJob(first);
    await done(cast.provider, command('accept', ticketId), { arrivedAt: at('2026-11-23') });
    await done(cast.team, command('reopen', ticketId, { to: 'presented', receivedByMcoOn: '', reason: 'Closed by mistake.' }), { arrivedAt: at('2026-11-24') });
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-25') });
    await recordNotice({ ticketId, messageId: first, outcome: 'failed', at: at('2026-11-25', '11:00') });
    await recordNotice({ ticketId, messageId: first, outcome: 'accepted', at: at('2026-11-30') });
    expect((await contest()).at(-1)).toEqual({ day0: '2026-11-25', due: '2026-12-04', ended: null });
  });

  it('whose record was lost is recorded all the same', async () => {
    const id = await noticeId();
    await deliverMessage(id, mail.server, { at: at('2026-11-24', '08:00') });
    await db.owner.query('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [`notice:${id}`]);
    expect(await requeueLost()).toBe(1);
    await runNoticeJob(id);
    expect(await contest()).toHaveLength(2);
    expect(await requeueLost()).toBe(0);
  });
});
