import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/domain/access/actor';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { asActor } from '@/server/db/as-actor';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { listPlanQueue } from '@/server/queries/list-plan-queue';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { ANSWER, at, command, done, givenOverdueTicket, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

/** CountyCare's last day; its successor's staff have its tickets from the day after. */
async function planEnds(on: string | null, successor: string | null = null): Promise<void> {
  await db.owner.query(`UPDATE plans SET valid_to = $1, succeeded_by = $2 WHERE code = 'COUNTYCARE'`, [on, successor]);
  await db.owner.query(`UPDATE settings SET value = value || '9' WHERE key = 'reference.version'`);
}
afterEach(() => planEnds(null));

const ANY = { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' as const } };
const sees = async (actor: PersonActor, ticketId: string) => (await getTicketPage(actor, ticketId)) !== null;
async function toldOf(ticketId: string, kind: string): Promise<string[]> {
  const { rows } = await db.owner.query<{ recipient_name: string }>('SELECT recipient_name FROM outbox WHERE ticket_id = $1 AND kind = $2', [ticketId, kind]);
  return rows.map((r) => r.recipient_name);
}

describe('a plan ends with a successor (D20)', () => {
  it('keeps its tickets through its last day, and hands them over on the day after', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await planEnds('2026-11-18', 'MOLINA');
    await givenPortalDay(db.owner, '2026-11-18');
    expect([await sees(cast.mco, ticketId), await sees(cast.otherMco, ticketId)]).toEqual([true, false]);
    await givenPortalDay(db.owner, '2026-11-19');
    expect([await sees(cast.mco, ticketId), await sees(cast.otherMco, ticketId)]).toEqual([false, true]);
    // The arrival counts, not the time at which the server comes to it.
    const late = await runTicketCommand(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-19', '00:00') });
    expect(late).toEqual({ ok: false, error: { kind: 'not_found' } });
    const queue = await listPlanQueue(cast.otherMco, 'to-answer', ANY, null);
    expect(queue.tickets.map((t) => [t.ticketId, t.formerPlan])).toEqual([[ticketId, 'CountyCare Health Plan']]);
    const page = await getTicketPage(cast.provider, ticketId);
    expect(page?.facts.planName).toBe('CountyCare Health Plan');
  });

  it('its successor answers, is written to, and is told', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.mco, command('postMessage', ticketId, { to: 'parties', text: 'Before the end.' }), { arrivedAt: at('2026-11-17') });
    await planEnds('2026-11-18', 'MOLINA');
    await givenPortalDay(db.owner, '2026-11-20');
    await done(cast.provider, command('postMessage', ticketId, { to: 'parties', text: 'After it.' }), { arrivedAt: at('2026-11-19') });
    expect(await toldOf(ticketId, 'message-posted')).toEqual([cast.provider.name, cast.otherMco.name]);
    // It is the same ticket in other hands: what was written before is read on.
    expect((await getTicketPage(cast.otherMco, ticketId))?.conversation.messages.map((m) => m.text)).toEqual(['Before the end.', 'After it.']);
    await done(cast.otherMco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20', '08:00') });
    await done(cast.provider, command('accept', ticketId), { arrivedAt: at('2026-11-20', '08:30') });
    expect(await toldOf(ticketId, 'accepted')).toContain(cast.otherMco.name);
  });

  it('its fines and their notices go to the successor', async () => {
    const ticketId = await givenOverdueTicket(db.owner, cast);
    await planEnds('2026-12-01', 'MOLINA');
    await givenPortalDay(db.owner, '2026-12-03');
    await done(cast.administration, command('issueFine', ticketId), { arrivedAt: at('2026-12-02') });
    expect(await toldOf(ticketId, 'fine-notice')).toEqual([cast.otherMco.name]);
    expect((await listPlanQueue(cast.otherMco, 'fined', ANY, null)).fines.map((f) => [f.ticketId, f.formerPlan])).toEqual([[ticketId, 'CountyCare Health Plan']]);
    const fines = (actor: PersonActor) => asActor(actor, ({ tx }) => tx.fine.count({ where: { ticketId } }));
    expect([await fines(cast.mco), await fines(cast.otherMco)]).toEqual([0, 1]);
  });
});

describe('a plan ends without a successor (D20)', () => {
  it('its staff keep their access until all is closed, and have it again when a ticket is opened again', async () => {
    await db.owner.query(`UPDATE tickets SET plan_code = 'AETNA' WHERE plan_code = 'COUNTYCARE'`);
    await db.owner.query(`UPDATE fines SET plan_code = 'AETNA'`);
    const one = await givenPresentedTicket(db.owner, cast, { trackingNumber: 'CC-2026-1' });
    const two = await givenOverdueTicket(db.owner, cast);
    await planEnds('2026-12-01');
    await givenPortalDay(db.owner, '2026-12-10');
    await done(cast.provider, command('withdraw', one, { reason: 'x' }), { arrivedAt: at('2026-12-02') });
    // Its own ticket is closed, another is not.
    expect([await sees(cast.mco, one), await sees(cast.mco, two)]).toEqual([true, true]);
    await done(cast.provider, command('withdraw', two, { reason: 'x' }), { arrivedAt: at('2026-12-03') });
    // A fine on one of them waits for HFS.
    expect(await sees(cast.mco, two)).toBe(true);
    await done(cast.administration, command('waiveFine', two, { reason: 'The plan is gone.' }), { arrivedAt: at('2026-12-04') });
    const { rows } = await db.owner.query<{ id: string }>(`SELECT f.ticket_id AS id FROM fines f WHERE f.status = 'proposed' AND f.plan_code = 'COUNTYCARE'`);
    for (const { id } of rows) await done(cast.administration, command('waiveFine', id, { reason: 'The plan is gone.' }), { arrivedAt: at('2026-12-04') });
    expect([await sees(cast.mco, one), await sees(cast.mco, two)]).toEqual([false, false]);
    expect(await sees(cast.accountManager, two)).toBe(true);
    await done(cast.team, command('reopen', one, { to: 'presented', reason: 'x', receivedByMcoOn: '' }), { arrivedAt: at('2026-12-07') });
    expect(await sees(cast.mco, one)).toBe(true);
    await done(cast.mco, command('respond', one, ANSWER), { arrivedAt: at('2026-12-08') });
  });
});
