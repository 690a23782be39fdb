import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { listFines } from '@/server/queries/list-fines';
import { listPlanQueue } from '@/server/queries/list-plan-queue';
import { runTicketCommand } from '@/server/commands/run-ticket-command';
import { givenCast, givenOrganization, givenPerson, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { ANSWER, at, command, done, givenOverdueTicket, givenPresentedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
let ids: Record<'silent' | 'late' | 'issued' | 'waived' | 'held', string>;

beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-01');
  cast = await givenCast(db.owner);
  ids = {
    silent: await givenOverdueTicket(db.owner, cast),
    late: await givenOverdueTicket(db.owner, cast),
    issued: await givenOverdueTicket(db.owner, cast),
    waived: await givenOverdueTicket(db.owner, cast),
    held: await givenOverdueTicket(db.owner, cast),
  };
  await done(cast.mco, command('respond', ids.late, ANSWER), { arrivedAt: at('2026-12-01', '09:00') });
  await done(cast.administration, command('issueFine', ids.issued), { arrivedAt: at('2026-12-01', '09:10') });
  await done(cast.accountManager, command('waiveFine', ids.waived, { reason: 'A storm.' }), { arrivedAt: at('2026-12-01', '09:20') });
  await done(cast.team, command('alertHfs', ids.silent, { what: 'No contact since October.' }), { arrivedAt: at('2026-12-01', '09:25') });
  // D8: a pending request keeps a fine from being proposed at all.
  await db.owner.query(`UPDATE fines SET status = 'void', decided_on = '2026-12-01' WHERE ticket_id = $1`, [ids.held]);
  await db.owner.query(`UPDATE tickets SET extension_state = 'pending' WHERE id = $1`, [ids.held]);
});

const proposed = (actor = cast.administration) => listFines(actor, { tab: 'proposed', after: null });
const of = (ticketId: string, actor = cast.administration) => listFines(actor, { ticketId });

describe('the fine desk', () => {
  it('lists proposals with counts and dollars; a held ticket is outside of both (D8)', async () => {
    const desk = await proposed();
    expect(desk?.fines.map((f) => f.ticketId).sort()).toEqual([ids.silent, ids.late].sort());
    expect(desk?.counts).toEqual({ proposed: 2, objections: 0, issued: 1, waived: 1, rescinded: 0 });
    expect(desk?.proposedCents).toBe(1_000_000);
    expect(desk?.held).toMatchObject([{ ticketId: ids.held, dueOn: '2026-11-30', reason: { ruleId: 'mco-response' } }]);
    expect(desk?.issuedByPlan).toEqual([{ planCode: 'COUNTYCARE', planShortName: 'CountyCare', fines: 1, cents: 500_000 }]);
  });

  it('is an Account Manager’s for the own plans only', async () => {
    expect((await proposed(cast.accountManager))?.fines).toHaveLength(2);
    const other = await proposed(cast.otherAccountManager);
    expect([other?.fines, other?.counts.proposed, other?.issuedByPlan, other?.held]).toEqual([[], 0, [], []]);
    expect(await of(ids.silent, cast.otherAccountManager)).toBeNull();
    expect(await of(randomUUID())).toBeNull();
  });

  it('shows the evidence of one fine (D11)', async () => {
    const evidence = (await of(ids.silent))?.selected;
    expect(evidence).toMatchObject({
      planName: 'CountyCare Health Plan',
      trackingNumber: 'CC-2026-118402',
      presented: { at: at('2026-10-27'), by: cast.team.name },
      firstSeen: null,
      answer: null,
      extension: 'none',
      alert: { on: '2026-12-01', what: 'No contact since October.', by: cast.team.name },
      clock: { ruleId: 'mco-response', dueOn: '2026-11-30', restsOnUnconfirmed: true },
    });
    expect(evidence?.checks.map((c) => [c.label, c.passed])).toEqual([
      ['No extension is pending', true],
      ['No holiday was added since', true],
      ['No earlier fine on this ticket', true],
      ['History is unbroken', true],
    ]);
    expect((await of(ids.late))?.selected?.answer).toEqual({ on: '2026-12-01', late: true });
  });

  it('says who at the plan saw it first, and not when the provider did', async () => {
    await db.owner.query(`INSERT INTO ticket_views VALUES ($1, $2, '2026-10-28T14:00:00Z', 'Pat', 'provider', $3), ($1, $4, '2026-10-28T20:00:00Z', 'Simone', 'mco', $5)`, [ids.silent, cast.provider.personId, cast.provider.organizationId, cast.mco.personId, cast.mco.organizationId]);
    expect((await of(ids.silent))?.selected?.firstSeen).toEqual({ hour: new Date('2026-10-28T20:00:00Z'), by: 'Simone' });
  });

  it('shows the very e-mail that issuing sends (R21)', async () => {
    const mail = (await of(ids.silent))?.selected?.mail;
    await done(cast.accountManager, command('issueFine', ids.silent), { arrivedAt: at('2026-12-01', '10:00') });
    const { rows } = await db.owner.query(`SELECT subject, text, to_address FROM outbox WHERE ticket_id = $1 AND kind = 'fine-notice'`, [ids.silent]);
    expect(rows).toEqual([{ subject: mail?.subject, text: `${mail?.paragraphs.join('\n\n')}\n`, to_address: cast.mco.email }]);
    expect(mail?.to.map((r) => r.email)).toEqual([cast.mco.email]);
    expect((await of(ids.silent))?.tab).toBe('issued');
  });

  it('names what follows after a decision, and nothing after the last one', async () => {
    const desk = await proposed();
    expect(desk?.fines.map((f) => f.ticketId)).toEqual([ids.late]);
    expect(desk?.following).toBeNull();
  });

  it('says that nobody can receive the notice, and the door refuses it for the same reason', async () => {
    await db.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [cast.mco.personId]);
    const evidence = (await of(ids.late))?.selected;
    const refused = evidence?.actions.find((a) => a.action === 'issueFine')?.refused;
    expect(refused).toMatch(/Nobody at this plan can receive the notice/);
    expect(evidence?.mail).toBeNull();
    expect(await runTicketCommand(cast.administration, command('issueFine', ids.late), { arrivedAt: at('2026-12-01') })).toMatchObject({ ok: false, error: { kind: 'not_allowed', reason: refused } });
    await db.owner.query('UPDATE memberships SET ended_at = NULL WHERE person_id = $1', [cast.mco.personId]);
  });

  it('shows a broken history instead of passing it over', async () => {
    await db.owner.query('ALTER TABLE ticket_events DISABLE TRIGGER ticket_events_append_only');
    await db.owner.query(`UPDATE ticket_events SET actor_name = 'Somebody else' WHERE ticket_id = $1 AND type = 'Presented'`, [ids.late]);
    await db.owner.query('ALTER TABLE ticket_events ENABLE TRIGGER ticket_events_append_only');
    const check = (await of(ids.late))?.selected?.checks.find((c) => c.label === 'History is unbroken');
    expect(check).toMatchObject({ passed: false, detail: expect.stringContaining('event 2') });
  });
});

describe('a plan that has ended (D20)', () => {
  it('its fine’s notice goes to its successor’s staff, and the desk says so', async () => {
    const aetna = await givenOrganization(db.owner, 'mco', 'Aetna Better Health of Illinois', 'AETNA');
    const gwen = await givenPerson(db.owner, aetna, 'mco');
    const claim = { memberName: 'Ada R. Lindqvist', rin: '000118420', serviceFrom: '2020-11-30', serviceTo: '2020-11-30', claimNumber: '20-1', billedCents: '10', paidCents: '', disputedCents: '10', denialCode: '' };
    const ticketId = await givenPresentedTicket(db.owner, cast, { planCode: 'ILLINICARE', trackingNumber: 'IHC/20/41877', claims: [claim] });
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM clocks WHERE ticket_id = $1 AND rule_id = 'mco-response'`, [ticketId]);
    await done(SYSTEM, command('markOverdue', ticketId, { clockId: rows[0]?.id }), { arrivedAt: at('2026-12-01', '01:07') });
    const evidence = (await of(ticketId))?.selected;
    expect(evidence).toMatchObject({ planShortName: 'IlliniCare', readerShortName: 'Aetna', mail: { to: [{ email: gwen.email }] } });
    await done(cast.administration, command('issueFine', ticketId), { arrivedAt: at('2026-12-01', '10:00') });
    const sent = await db.owner.query(`SELECT to_address FROM outbox WHERE ticket_id = $1 AND kind = 'fine-notice'`, [ticketId]);
    expect(sent.rows).toEqual([{ to_address: gwen.email }]);
    const queue = await listPlanQueue(gwen, 'fined', { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } }, null);
    expect(queue.fines).toMatchObject([{ ticketId, formerPlan: 'IlliniCare Health' }]);
  });
});
