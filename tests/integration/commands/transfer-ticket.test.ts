import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asActor } from '@/server/db/as-actor';
import { recordView } from '@/server/db/record-view';
import { findFirstBreak } from '@/server/db/verify-chain';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { listPlanQueue } from '@/server/queries/list-plan-queue';
import { SYSTEM } from '@/domain/access/actor';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  await givenPortalDay(db.owner, '2026-12-02');
});

const ANY = { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' as const } };
const MOLINA = { planCode: 'MOLINA', reason: 'The member is with Molina.' };
const sees = async (actor: PersonActor, ticketId: string) => (await getTicketPage(actor, ticketId)) !== null;
const post = (actor: PersonActor, ticketId: string, text: string, on: string, time: string, to = 'parties') => done(actor, command('postMessage', ticketId, { to, text }), { arrivedAt: at(on, time) });

async function mailsOf(ticketId: string, kind: string): Promise<string[]> {
  const { rows } = await db.owner.query<{ recipient_name: string }>('SELECT recipient_name FROM outbox WHERE ticket_id = $1 AND kind = $2 ORDER BY recipient_name', [ticketId, kind]);
  return rows.map((r) => r.recipient_name);
}

describe('a message that did not arrive before the transfer', () => {
  it('sends the first plan nothing again of the time when it had the ticket, and everybody else what did not arrive', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.team, command('transfer', ticketId, MOLINA), { arrivedAt: at('2026-11-02') });
    const { rows } = await db.owner.query<{ id: string; kind: string }>(
      `UPDATE outbox SET status = 'failed', accepted_at = NULL WHERE ticket_id = $1 AND (recipient_id = $2 AND kind IN ('presented-to-plan', 'transferred-from-plan') OR kind = 'presented-to-contact') RETURNING id, kind`,
      [ticketId, cast.mco.personId],
    );
    expect(rows.map((r) => r.kind).sort()).toEqual(['presented-to-contact', 'presented-to-plan', 'transferred-from-plan']);
    for (const { id, kind } of rows) {
      const sent = await runTicketCommand(cast.team, command('resendNotice', ticketId, { messageId: id }), { arrivedAt: at('2026-11-02', '13:00') });
      if (kind === 'presented-to-plan') expect(sent).toMatchObject({ ok: false, error: { kind: 'not_allowed', reason: expect.stringContaining('before its transfer') as string } });
      else expect(sent, kind).toMatchObject({ ok: true, value: { events: ['NoticeSentAgain'] } });
    }
  });
});

describe('a ticket that was presented to the wrong plan', () => {
  let ticketId: string;
  beforeAll(async () => {
    ticketId = await givenPresentedTicket(db.owner, cast);
    await db.owner.query(`INSERT INTO answer_drafts (ticket_id, plan_code, data, version, updated_by_id, updated_by_name, updated_at) VALUES ($1, 'COUNTYCARE', '{}', 1, $2, 'x', now())`, [ticketId, cast.mco.personId]);
    await getTicketPage(cast.mco, ticketId);
    await done(cast.mco, command('assign', ticketId, { assigneeId: cast.mco.personId }), { arrivedAt: at('2026-10-28') });
    await post(cast.mco, ticketId, 'Words to the first plan alone.', '2026-10-28', '11:00');
    await done(cast.team, command('askMco', ticketId, { question: 'Is it yours?', answerOn: '2026-11-06' }), { arrivedAt: at('2026-10-29') });
    await done(cast.team, command('transfer', ticketId, MOLINA), { arrivedAt: at('2026-11-02') });
  });

  it('does not exist for the first plan any more, nor for its Account Manager, and not yet for the second', async () => {
    expect([await sees(cast.mco, ticketId), await sees(cast.otherMco, ticketId)]).toEqual([false, false]);
    expect([await sees(cast.accountManager, ticketId), await sees(cast.team, ticketId), await sees(cast.provider, ticketId)]).toEqual([false, true, true]);
    expect((await listPlanQueue(cast.mco, 'to-answer', ANY, null)).tickets.map((t) => t.ticketId)).not.toContain(ticketId);
    for (const action of ['respond', 'postMessage', 'answerPortalTeam'] as const) {
      const form = { respond: { decision: 'upheld', plan: 'p', resolveOn: '2026-12-20', noDateReason: '', contactName: 'c', contactPhone: '(312) 555-0119', contactEmail: 'c@d.example', pcfAttested: '', outcomes: [] }, postMessage: { to: 'parties', text: 't' }, answerPortalTeam: { questionId: crypto.randomUUID(), answer: 'a' } }[action];
      expect(await runTicketCommand(cast.mco, command(action, ticketId, form), { arrivedAt: at('2026-11-02', '12:00') })).toEqual({ ok: false, error: { kind: 'not_found' } });
    }
  });

  it('takes the first plan’s clocks and the answer that it was writing away', async () => {
    const { rows } = await db.owner.query(`SELECT rule_id, end_reason, due_on::text FROM clocks WHERE ticket_id = $1 ORDER BY started_at, rule_id`, [ticketId]);
    expect(rows).toEqual([
      { rule_id: 'presentation', end_reason: 'met', due_on: '2026-10-29' },
      { rule_id: 'extension-request', end_reason: 'stopped', due_on: '2026-11-19' },
      { rule_id: 'information-request', end_reason: 'stopped', due_on: '2026-11-04' },
      { rule_id: 'mco-response', end_reason: 'stopped', due_on: '2026-11-30' },
      { rule_id: 'portal-team-request', end_reason: 'stopped', due_on: '2026-11-06' },
      { rule_id: 'presentation', end_reason: null, due_on: '2026-11-18' },
    ]);
    expect((await db.owner.query('SELECT 1 FROM answer_drafts WHERE ticket_id = $1', [ticketId])).rowCount).toBe(0);
  });

  it('tells both plans and the contact, each what concerns it', async () => {
    expect(await mailsOf(ticketId, 'transferred-from-plan')).toEqual([cast.mco.name]);
    expect(await mailsOf(ticketId, 'transferred-to-plan')).toEqual([cast.otherMco.name]);
    expect(await mailsOf(ticketId, 'transferred-to-contact')).toEqual([cast.provider.name]);
  });

  it('is the second plan’s from presentation on, without anything that went on with the first', async () => {
    await done(cast.team, command('present', ticketId), { arrivedAt: at('2026-11-05') });
    expect((await listPlanQueue(cast.otherMco, 'new', ANY, null)).tickets.map((t) => t.ticketId)).toEqual([ticketId]);
    const page = await getTicketPage(cast.otherMco, ticketId);
    expect(page?.facts).toMatchObject({ planName: 'Molina Healthcare of Illinois', planAssignee: null });
    expect(page?.conversation).toMatchObject({ messages: [], questions: [] });
    expect(page?.dates.find((d) => d.reason.ruleId === 'mco-response')?.due).toBe('2026-12-07');
    expect(page?.history.items.map((i) => i.title).filter((t) => /Assigned|Message|asked the plan/.test(t))).toEqual([]);
    const counts = await asActor(cast.otherMco, async ({ tx }) => ({
      events: (await tx.ticketEvent.findMany({ where: { ticketId }, orderBy: { seq: 'asc' } })).map((e) => e.type),
      old: await tx.clock.count({ where: { ticketId, endReason: 'stopped' } }),
    }));
    expect(counts).toEqual({ events: ['ComplaintSubmitted', 'Transferred', 'Presented'], old: 0 });
    expect(await sees(cast.mco, ticketId)).toBe(false);
    expect(await sees(cast.otherAccountManager, ticketId)).toBe(true);
  });

  it('shows the provider and the State the whole of it', async () => {
    for (const actor of [cast.provider, cast.team]) {
      const page = await getTicketPage(actor, ticketId);
      expect(page?.conversation.messages.map((m) => m.text)).toEqual(['Words to the first plan alone.']);
      expect(page?.history.items.map((i) => i.title)).toContain('Transferred from CountyCare to Molina');
    }
  });
});

describe('a transfer after the due date', () => {
  it('voids the proposed fine of the first plan', async () => {
    const ticketId = await givenOverdueTicket(db.owner, cast);
    await done(cast.team, command('transfer', ticketId, MOLINA), { arrivedAt: at('2026-12-02') });
    const { rows } = await db.owner.query('SELECT status, plan_code, reason FROM fines WHERE ticket_id = $1', [ticketId]);
    expect(rows).toEqual([{ status: 'void', plan_code: 'COUNTYCARE', reason: 'The ticket was transferred to another plan.' }]);
  });

  it('is refused once the plan has answered', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    expect(await runTicketCommand(cast.team, command('transfer', ticketId, MOLINA), { arrivedAt: at('2026-11-23') })).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
  });
});

describe('messages (R7)', () => {
  it('are read by exactly whom they concern, and a mail never holds their words', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await post(cast.provider, ticketId, 'provider to plan', '2026-11-02', '09:00');
    await post(cast.mco, ticketId, 'plan to provider', '2026-11-02', '09:10');
    await post(cast.team, ticketId, 'team to provider', '2026-11-02', '09:20', 'provider');
    await post(cast.accountManager, ticketId, 'hfs to plan', '2026-11-02', '09:30', 'mco');
    await post(cast.team, ticketId, 'within the state', '2026-11-02', '09:40', 'state');
    const texts = async (actor: PersonActor) => (await getTicketPage(actor, ticketId))?.conversation.messages.map((m) => m.text) ?? null;
    expect(await texts(cast.provider)).toEqual(['provider to plan', 'plan to provider', 'team to provider']);
    expect(await texts(cast.colleague)).toEqual(['provider to plan', 'plan to provider', 'team to provider']);
    expect(await texts(cast.mco)).toEqual(['provider to plan', 'plan to provider', 'hfs to plan']);
    const all = ['provider to plan', 'plan to provider', 'team to provider', 'hfs to plan', 'within the state'];
    expect(await texts(cast.team)).toEqual(all);
    expect(await texts(cast.accountManager)).toEqual(all);
    for (const other of [cast.otherMco, cast.otherProvider, cast.otherAccountManager]) expect(await texts(other)).toBeNull();
    const mails = await db.owner.query<{ recipient_name: string; text: string }>(`SELECT recipient_name, text FROM outbox WHERE ticket_id = $1 AND kind = 'message-posted' ORDER BY enqueued_at`, [ticketId]);
    expect(mails.rows.map((m) => m.recipient_name)).toEqual([cast.mco.name, cast.provider.name, cast.provider.name, cast.mco.name, cast.accountManager.name]);
    for (const { text } of mails.rows) expect(text).not.toMatch(/to plan|to provider|within the state/);
  });

  it('are new until the reader has had them on the page', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await post(cast.mco, ticketId, 'one', '2026-11-02', '09:00');
    const before = (await getTicketPage(cast.provider, ticketId))?.conversation;
    expect(before).toMatchObject({ unread: 1 });
    expect((await getTicketPage(cast.mco, ticketId))?.conversation.unread).toBe(0);
    expect((await getTicketPage(cast.provider, ticketId, { showsMessages: true }))?.conversation).toEqual(before);
    expect((await getTicketPage(cast.provider, ticketId))?.conversation).toMatchObject({ unread: 0, readUpTo: null });
    expect((await getTicketPage(cast.colleague, ticketId))?.conversation.unread).toBe(1);
    await expect(asActor(cast.otherMco, (scope) => recordView(scope, cast.otherMco, ticketId, 1))).rejects.toThrow();
  });

  it('wait for presentation between the parties', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.team, command('transfer', ticketId, MOLINA), { arrivedAt: at('2026-11-02') });
    const refused = await runTicketCommand(cast.provider, command('postMessage', ticketId, { to: 'parties', text: 'x' }), { arrivedAt: at('2026-11-03') });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not_allowed', reason: expect.stringContaining('once the Portal Team has presented') } });
    expect((await getTicketPage(cast.provider, ticketId))?.conversation).toMatchObject({ choices: [], refused: expect.stringContaining('R7') });
  });
});

describe('the Portal Team asks about a ticket (R29)', () => {
  it('by a day; the sweep marks it the day after, the provider sees nothing of it', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.team, command('askMco', ticketId, { question: 'Who has it?', answerOn: '2026-11-06' }), { arrivedAt: at('2026-11-02') });
    const { rows } = await db.owner.query<{ id: string; subject: string }>(`SELECT id, subject FROM clocks WHERE ticket_id = $1 AND rule_id = 'portal-team-request'`, [ticketId]);
    const mark = (on: string) => done(SYSTEM, command('markOverdue', ticketId, { clockId: rows[0]?.id }), { arrivedAt: at(on, '01:07') });
    const overdueOn = async () => (await db.owner.query(`SELECT overdue_on::text FROM clocks WHERE id = $1`, [rows[0]?.id])).rows[0];
    await mark('2026-11-06');
    expect(await overdueOn()).toEqual({ overdue_on: null });
    await mark('2026-11-07');
    expect(await overdueOn()).toEqual({ overdue_on: '2026-11-07' });
    const plan = await getTicketPage(cast.mco, ticketId);
    expect(plan?.conversation.questions).toMatchObject([{ question: 'Who has it?', canAnswer: true, isNew: true }]);
    const provider = await getTicketPage(cast.provider, ticketId);
    expect(provider?.conversation.questions).toEqual([]);
    expect(provider?.dates.map((d) => d.reason.ruleId)).not.toContain('portal-team-request');
    expect(provider?.history.items.map((i) => i.title).filter((t) => /Portal Team asked|Overdue/.test(t))).toEqual([]);
    expect(await asActor(cast.provider, ({ tx }) => tx.clock.count({ where: { ticketId, ruleId: 'portal-team-request' } }))).toBe(0);
    await done(cast.mco, command('answerPortalTeam', ticketId, { questionId: rows[0]?.subject, answer: 'Simone.' }), { arrivedAt: at('2026-11-09') });
    expect((await getTicketPage(cast.team, ticketId))?.conversation.questions).toMatchObject([{ answer: { text: 'Simone.', late: true }, canAnswer: false }]);
    expect((await db.owner.query('SELECT 1 FROM fines WHERE ticket_id = $1', [ticketId])).rowCount).toBe(0);
  });
});

describe('every history', () => {
  it('holds together', async () => {
    expect((await findFirstBreak((work) => asActor(SYSTEM, ({ tx }) => work(tx)))).broken).toBeNull();
  });
});
