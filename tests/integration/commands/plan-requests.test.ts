import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM, type PersonActor } from '@/domain/access/actor';
import { askPlanRequest } from '@/server/commands/ask-plan-request';
import { answerPlanRequest, withdrawPlanRequest } from '@/server/commands/end-plan-request';
import { asActor } from '@/server/db/as-actor';
import { findRequestBreak } from '@/server/db/verify-requests';
import { getPlanRequest } from '@/server/queries/get-plan-request';
import { listRequests } from '@/server/queries/list-requests';
import { listWorkQueue } from '@/server/queries/list-work-queues';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  await givenPortalDay(db.owner, '2026-11-24');
});

const FORM = { planCode: 'COUNTYCARE', subject: 'Primary staff in December', question: 'Who reads the portal between the holidays?', answerOn: '2026-12-01' };

async function asked(change: Record<string, unknown> = {}, on = '2026-11-24'): Promise<string> {
  const result = await askPlanRequest(cast.team, { ...FORM, ...change }, { arrivedAt: at(on) });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a request about no ticket (R29)', () => {
  it('is read by the Portal Team and its plan, and exists for nobody else', async () => {
    const id = await asked();
    const reads = async (actor: PersonActor) => (await getPlanRequest(actor, id)) !== null;
    expect([await reads(cast.team), await reads(cast.mco), await reads(cast.otherMco), await reads(cast.provider), await reads(cast.sme), await reads(cast.otherAccountManager)]).toEqual([true, true, false, false, false, false]);
    const rows = (actor: PersonActor) => asActor(actor, async ({ tx }) => [await tx.planRequest.count({ where: { id } }), await tx.planRequestEvent.count({ where: { requestId: id } })]);
    expect([await rows(cast.team), await rows(cast.mco), await rows(cast.accountManager), await rows(cast.administration)]).toEqual([[1, 1], [1, 1], [1, 1], [1, 1]]);
    expect([await rows(cast.otherMco), await rows(cast.provider), await rows(cast.sme), await rows(cast.otherAccountManager)]).toEqual([[0, 0], [0, 0], [0, 0], [0, 0]]);
    expect(await answerPlanRequest(cast.otherMco, id, 'x', at('2026-11-25'))).toEqual({ ok: false, error: { kind: 'not_found' } });
  });

  it('tells the plan and then the Portal Team by e-mail, never what was written', async () => {
    const id = await asked();
    await answerPlanRequest(cast.mco, id, 'Simone, every day.', at('2026-11-25'));
    const { rows } = await db.owner.query<{ kind: string; recipient_name: string; subject: string; text: string }>(`SELECT kind, recipient_name, subject, text FROM outbox WHERE text LIKE '%' || $1 || '%' ORDER BY enqueued_at`, [id]);
    expect(rows.map((r) => [r.kind, r.recipient_name])).toEqual([['plan-request', cast.mco.name], ['plan-request-answered', 'Portal Team']]);
    expect(rows[0]?.subject).toMatch(/^Request to answer by Tue Dec 1, 2026: REQ-2026-\d{4}$/);
    for (const { text, subject } of rows) expect(text + subject).not.toMatch(/holidays|Primary staff in|Simone, every/);
  });

  it('is answered in time on its day and late on the day after', async () => {
    for (const [on, late] of [['2026-12-01', false], ['2026-12-02', true]] as const) {
      const id = await asked();
      expect(await answerPlanRequest(cast.mco, id, 'Simone.', at(on))).toEqual({ ok: true, value: null });
      expect(await getPlanRequest(cast.team, id)).toMatchObject({ status: 'answered', answer: { text: 'Simone.', late }, canWithdraw: false });
    }
  });

  it('is answered once: the same form again changes nothing, another is refused', async () => {
    const id = await asked();
    await answerPlanRequest(cast.mco, id, 'First.', at('2026-11-25'));
    expect(await answerPlanRequest(cast.mco, id, 'First.', at('2026-11-25'))).toEqual({ ok: true, value: null });
    expect((await getPlanRequest(cast.mco, id))?.answer?.text).toBe('First.');
    expect(await withdrawPlanRequest(cast.team, id, 'Not needed.', at('2026-11-25'))).toEqual({ ok: false, error: { kind: 'not_allowed', reason: 'This request is answered already.' } });
    const two = await asked();
    const both = await Promise.all([answerPlanRequest(cast.mco, two, 'A.', at('2026-11-25')), withdrawPlanRequest(cast.team, two, 'B.', at('2026-11-25'))]);
    expect(both.map((r) => r.ok).sort()).toEqual([false, true]);
  });

  it('sent twice by one form it is one request', async () => {
    const key = 'a-key-of-a-form';
    const both = await Promise.all([askPlanRequest(cast.team, FORM, { key, arrivedAt: at('2026-11-24') }), askPlanRequest(cast.team, FORM, { key, arrivedAt: at('2026-11-24') })]);
    const ids = both.map((r) => (r.ok ? r.value : null));
    expect(ids[0]).toBe(ids[1]);
  });

  it('can be taken back with a reason; the plan is told', async () => {
    const id = await asked();
    expect(await withdrawPlanRequest(cast.team, id, ' ', at('2026-11-25'))).toMatchObject({ error: { kind: 'invalid', issues: [{ field: 'reason' }] } });
    expect(await withdrawPlanRequest(cast.team, id, 'Settled by phone.', at('2026-11-25'))).toEqual({ ok: true, value: null });
    expect(await answerPlanRequest(cast.mco, id, 'x', at('2026-11-26'))).toMatchObject({ error: { kind: 'not_allowed', reason: expect.stringContaining('took this request back') } });
    expect(await getPlanRequest(cast.mco, id)).toMatchObject({ status: 'withdrawn', withdrawn: { text: 'Settled by phone.' }, canAnswer: false });
  });

  it.each([
    ['a day that is past', { answerOn: '2026-11-23' }, 'answerOn', /is past/],
    ['no day', { answerOn: '' }, 'answerOn', /day by which/],
    ['no plan', { planCode: '' }, 'planCode', /Choose/],
    ['nobody at the plan', { planCode: 'AETNA' }, 'planCode', /Nobody at this plan/],
    ['a plan that has a successor (D20)', { planCode: 'ILLINICARE' }, 'planCode', /has ended/],
    ['no words', { question: '' }, 'question', /Write/],
  ])('refuses %s at its field', async (_what, change, field, message) => {
    expect(await askPlanRequest(cast.team, { ...FORM, ...change }, { arrivedAt: at('2026-11-24') })).toMatchObject({ ok: false, error: { issues: [{ field, message: expect.stringMatching(message) }] } });
  });

  it('is nobody’s to ask but the Portal Team’s', async () => {
    expect(await askPlanRequest(cast.mco, FORM)).toEqual({ ok: false, error: { kind: 'not_found' } });
    await expect(asActor(cast.mco, ({ tx }) => tx.planRequest.updateMany({ where: { status: 'answered' }, data: { status: 'open' } }))).resolves.toEqual({ count: 0 });
    await expect(db.owner.query(`UPDATE plan_request_events SET text = 'x'`)).rejects.toThrow(/only grows/);
  });
});

describe('the lists', () => {
  it('hold questions on tickets and requests about none together, by their dates; overdue ones stand in the work queue from the day after', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.team, command('askMco', ticketId, { question: 'q', answerOn: '2026-11-20' }), { arrivedAt: at('2026-11-02') });
    await asked({ answerOn: '2026-11-23' }, '2026-11-20');
    const today = await asked({ answerOn: '2026-11-24' }, '2026-11-20');
    const overdue = await listRequests(cast.team, 'overdue', null);
    expect(overdue.items.map((i) => [i.ticketId, i.dueOn])).toEqual([[ticketId, '2026-11-20'], [null, '2026-11-23']]);
    expect(overdue.counts.overdue).toBe(2);
    const work = await listWorkQueue(cast.team, 'requests', null);
    expect([work.counts.requests, work.requests.map((r) => r.id)]).toEqual([2, overdue.items.map((i) => i.id)]);
    const own = await listRequests(cast.mco, 'open', null);
    expect(own.items.map((i) => i.id)).toContain(today);
    expect(own.items.slice(0, 2).map((i) => i.dueOn)).toEqual(['2026-11-20', '2026-11-23']);
    expect((await listRequests(cast.otherMco, 'open', null)).items).toEqual([]);
    const ended = await listRequests(cast.mco, 'ended', null);
    expect(new Set(ended.items.map((i) => i.ending))).toEqual(new Set(['answered', 'late', 'withdrawn']));
  });
});

describe('a plan that has ended (D20)', () => {
  it('hands its requests to its successor from the day after', async () => {
    const id = await asked();
    await db.owner.query(`UPDATE plans SET valid_to = '2026-11-23', succeeded_by = 'MOLINA' WHERE code = 'COUNTYCARE'`);
    await db.owner.query(`UPDATE settings SET value = value || '9' WHERE key = 'reference.version'`);
    expect([(await getPlanRequest(cast.mco, id)) === null, (await getPlanRequest(cast.otherMco, id))?.planName]).toEqual([true, 'CountyCare Health Plan']);
    expect(await answerPlanRequest(cast.otherMco, id, 'We have taken it over.', at('2026-11-24'))).toEqual({ ok: true, value: null });
    await db.owner.query(`UPDATE plans SET valid_to = NULL, succeeded_by = NULL WHERE code = 'COUNTYCARE'`);
    await db.owner.query(`UPDATE settings SET value = value || '9' WHERE key = 'reference.version'`);
  });
});

describe('the record', () => {
  it('holds together, and shows a word that was changed past it', async () => {
    const check = () => findRequestBreak((work) => asActor(SYSTEM, ({ tx }) => work(tx)));
    expect((await check()).broken).toBeNull();
    await db.owner.query('ALTER TABLE plan_request_events DISABLE TRIGGER plan_request_events_append_only');
    await db.owner.query(`UPDATE plan_request_events SET text = text || '.' WHERE (request_id, seq) IN (SELECT request_id, seq FROM plan_request_events ORDER BY recorded_at LIMIT 1)`);
    expect((await check()).broken?.what).toContain('was changed');
  });
});
