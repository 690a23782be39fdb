import { beforeAll, describe, expect, it } from 'vitest';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenPresentedTicket, givenRespondedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
  await givenPortalDay(db.owner, '2026-12-07');
});

const reopen = (ticketId: string, form: Record<string, unknown>, on = '2026-12-07') => runTicketCommand(cast.team, command('reopen', ticketId, { reason: 'Closed by mistake.', receivedByMcoOn: '', ...form }), { arrivedAt: at(on) });

async function openClocks(ticketId: string): Promise<string[]> {
  const { rows } = await db.owner.query<{ c: string }>(`SELECT rule_id || ' ' || due_on AS c FROM clocks WHERE ticket_id = $1 AND ended_on IS NULL ORDER BY rule_id`, [ticketId]);
  return rows.map((r) => r.c);
}

async function givenAccepted(): Promise<string> {
  const ticketId = await givenRespondedTicket(db.owner, cast);
  await done(cast.provider, command('accept', ticketId), { arrivedAt: at('2026-11-24') });
  return ticketId;
}

describe('a closed ticket is opened again', () => {
  it('offers the statuses that it had, and says so where another is sent', async () => {
    const ticketId = await givenAccepted();
    expect((await getTicketPage(cast.team, ticketId))?.reopening).toEqual({ choices: ['submitted', 'presented', 'responded'], receipt: null });
    expect((await getTicketPage(cast.provider, ticketId))?.reopening).toBeNull();
    expect(await reopen(ticketId, { to: 'contested' })).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'to' }] } });
  });

  it('as responded: the answer stands, the provider has its days anew, both are told', async () => {
    const ticketId = await givenAccepted();
    expect(await reopen(ticketId, { to: 'responded' })).toMatchObject({ ok: true });
    expect(await openClocks(ticketId)).toEqual(['contest 2026-12-14']);
    const page = await getTicketPage(cast.provider, ticketId);
    expect(page).toMatchObject({ closing: null, facts: { status: 'responded' }, answer: { decision: 'overturned' }, turn: { mine: true } });
    const { rows } = await db.owner.query<{ recipient_name: string }>(`SELECT recipient_name FROM outbox WHERE ticket_id = $1 AND kind = 'reopened'`, [ticketId]);
    expect(rows.map((r) => r.recipient_name).sort()).toEqual([cast.provider.name, cast.mco.name].sort());
  });

  it('as presented: the plan answers once more, the outcomes per claim begin anew', async () => {
    const ticketId = await givenAccepted();
    await reopen(ticketId, { to: 'presented' });
    expect(await openClocks(ticketId)).toEqual(['extension-request 2026-12-30', 'information-request 2026-12-14', 'mco-response 2027-01-06']);
    const before = await getTicketPage(cast.mco, ticketId);
    expect([before?.answer, before?.answerForm === null, before?.claims?.lines[0]?.outcome]).toEqual([null, false, null]);
    await done(cast.mco, command('respond', ticketId, { ...ANSWER, decision: 'upheld', outcomes: [{ lineNo: '1', outcome: 'upheld', amountCents: '0' }] }), { arrivedAt: at('2026-12-07', '15:00') });
    const after = await getTicketPage(cast.provider, ticketId);
    expect([after?.answer?.decision, after?.claims?.lines[0]?.outcome?.kind, after?.facts.status]).toEqual(['upheld', 'upheld', 'responded']);
  });

  it('as submitted: the plan has it again only once it is presented', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.provider, command('withdraw', ticketId, { reason: 'Filed twice.' }), { arrivedAt: at('2026-11-20') });
    await reopen(ticketId, { to: 'submitted' });
    expect(await openClocks(ticketId)).toEqual(['presentation 2026-12-21']);
    expect(await getTicketPage(cast.mco, ticketId)).toBeNull();
    await done(cast.team, command('present', ticketId), { arrivedAt: at('2026-12-07', '16:00') });
    expect((await getTicketPage(cast.mco, ticketId))?.facts.status).toBe('presented');
    // Closed once more, the words of the first closing are not shown for the second.
    await done(cast.provider, command('confirmResolved', ticketId, { how: 'Paid.' }), { arrivedAt: at('2026-12-07', '17:00') });
    expect((await getTicketPage(cast.provider, ticketId))?.closing?.typed).toEqual({ label: 'How it was resolved', text: 'Paid.' });
  });
});

describe('filed too early (R4)', () => {
  it('goes on with a date with which it was in time, and with no other', async () => {
    const draft = await givenDraft(db.owner, cast.provider);
    await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { receivedByMcoOn: '2026-09-20', outsideWindowConfirmed: 'on' })), { arrivedAt: at('2026-10-15') });
    expect((await getTicketPage(cast.team, draft))?.reopening).toEqual({ choices: ['submitted'], receipt: { from: '2026-08-16', to: '2026-09-15' } });
    expect(await reopen(draft, { to: 'submitted' })).toMatchObject({ error: { issues: [{ field: 'receivedByMcoOn' }] } });
    expect(await reopen(draft, { to: 'submitted', receivedByMcoOn: '2026-09-16' })).toMatchObject({ error: { issues: [{ field: 'receivedByMcoOn' }] } });
    expect(await reopen(draft, { to: 'submitted', receivedByMcoOn: '2026-09-15' })).toMatchObject({ ok: true });
    expect((await getTicketPage(cast.team, draft))?.facts).toMatchObject({ status: 'submitted', receivedByMcoOn: '2026-09-15' });
    expect(await runTicketCommand(cast.team, command('present', draft), { arrivedAt: at('2026-12-07', '12:00') })).toMatchObject({ ok: true });
  });
});
