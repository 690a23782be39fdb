import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM, type PersonActor } from '@/domain/access/actor';
import { getAnswerCheck } from '@/server/queries/get-answer-check';
import { getTicketPage, type TicketPage } from '@/server/queries/get-ticket-page';
import { ANSWER, at, command, complaintForm, done, givenDraft, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { givenCast, type Cast } from '../../scenarios/people';
import { useDatabase } from '../database';

const db = useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await givenCast(db.owner);
});

async function pageOf(actor: PersonActor, ticketId: string): Promise<TicketPage> {
  const page = await getTicketPage(actor, ticketId);
  if (page === null) throw new Error('The ticket does not exist for this actor');
  return page;
}

const titles = (page: TicketPage) => page.history.items.map((item) => item.title);

/** The statements of some work, without the transaction's own and the one that says who acts. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  // The driver's own entry: everything that reaches PostgreSQL goes through it.
  const original = pg.Client.prototype.query as (this: unknown, ...args: unknown[]) => unknown;
  const spy = function (this: unknown, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK)|portal_time/.test(text)) seen.push(text);
    return original.apply(this, args);
  };
  (pg.Client.prototype as unknown as { query: unknown }).query = spy;
  try {
    await work();
  } finally {
    (pg.Client.prototype as unknown as { query: unknown }).query = original;
  }
  return seen;
}

describe('who has a ticket', () => {
  it('does not exist before presentation for the plan and its Account Manager, and never for others', async () => {
    const ticketId = await givenSubmittedTicket(db.owner, cast);
    for (const actor of [cast.mco, cast.accountManager, cast.otherProvider, cast.otherMco, cast.otherAccountManager, cast.sme])
      expect(await getTicketPage(actor, ticketId), actor.role).toBeNull();
    for (const actor of [cast.provider, cast.colleague, cast.team, cast.administration]) expect((await pageOf(actor, ticketId)).ticketId).toBe(ticketId);
  });

  it('says the same of a bad id and of one that is nobody’s', async () => {
    expect(await getTicketPage(cast.team, 'not-an-id')).toBeNull();
    expect(await getTicketPage(cast.team, randomUUID())).toBeNull();
  });
});

describe('what each role sees', () => {
  it('shows a proposed fine to the State alone, an issued one to the plan too', async () => {
    const ticketId = await givenOverdueTicket(db.owner, cast);
    expect((await pageOf(cast.administration, ticketId)).fines.map((f) => f.status)).toEqual(['proposed']);
    expect((await pageOf(cast.mco, ticketId)).fines).toEqual([]);
    expect(titles(await pageOf(cast.mco, ticketId)).join(' ')).not.toContain('fine');
    await done(cast.administration, command('issueFine', ticketId), { arrivedAt: at('2026-12-02') });
    expect((await pageOf(cast.mco, ticketId)).fines.map((f) => f.status)).toEqual(['issued']);
    expect(titles(await pageOf(cast.provider, ticketId)).join(' ')).not.toContain('fine');
  });

  it('shows an assignee within its organization and to the State', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.mco, command('assign', ticketId, { assigneeId: cast.mco.personId }), { arrivedAt: at('2026-10-28') });
    await done(cast.team, command('assign', ticketId, { assigneeId: cast.team.personId }), { arrivedAt: at('2026-10-28') });
    const seen = async (actor: PersonActor) => {
      const { facts } = await pageOf(actor, ticketId);
      return [facts.planAssignee?.name ?? null, facts.stateAssignee?.name ?? null];
    };
    expect(await seen(cast.provider)).toEqual([null, null]);
    expect(await seen(cast.mco)).toEqual([cast.mco.name, null]);
    expect(await seen(cast.accountManager)).toEqual([cast.mco.name, cast.team.name]);
  });

  it('gives a provider the end of a RIN, the plan the whole', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    expect((await pageOf(cast.provider, ticketId)).claims?.lines[0]?.rin).toBe('ending 8420');
    expect((await pageOf(cast.mco, ticketId)).claims?.lines[0]?.rin).toBe('000 118 420');
  });

  it('offers mail to the Portal Team and Administration, colleagues to those who assign', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    expect((await pageOf(cast.team, ticketId)).mail?.map((m) => m.kind)).toContain('presented-to-plan');
    expect((await pageOf(cast.mco, ticketId)).mail).toBeNull();
    expect((await pageOf(cast.mco, ticketId)).colleagues?.map((p) => p.personId)).toEqual([cast.mco.personId]);
    expect((await pageOf(cast.provider, ticketId)).colleagues).toBeNull();
  });
});

describe('whose turn', () => {
  it('is the contact’s and the colleague’s once the plan has answered, but only the contact accepts (R7)', async () => {
    const ticketId = await givenRespondedTicket(db.owner, cast);
    const mine = await pageOf(cast.provider, ticketId);
    expect([mine.turn.mine, mine.turn.due?.date.due]).toEqual([true, '2026-12-01']);
    expect(mine.answer?.plan).toBe('We pay it.');
    const colleague = await pageOf(cast.colleague, ticketId);
    expect(colleague.turn.mine).toBe(true);
    expect(colleague.actions.find((a) => a.action === 'accept')?.refused).toContain(`Only ${cast.provider.name}`);
    expect((await pageOf(cast.mco, ticketId)).turn.mine).toBe(false);
  });

  it('shows what the plan may ask for and until when, and that such a time has ended', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM clocks WHERE ticket_id = $1 AND rule_id = 'information-request'`, [ticketId]);
    await done(SYSTEM, command('lapseWindow', ticketId, { clockId: rows[0]?.id }), { arrivedAt: at('2026-11-20') });
    const page = await pageOf(cast.mco, ticketId);
    expect(page.dates.map((d) => d.reason.ruleId).sort()).toEqual(['extension-request', 'information-request', 'mco-response', 'presentation']);
    expect(page.history.items.map((i) => i.title)).toEqual(['The time ended: Ask the provider for information', 'Presented to CountyCare', 'The complaint was sent, on day 34 of 60']);
  });

  it('marks a first view while the notice has not arrived (D18), and no later', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-20') });
    expect((await pageOf(cast.provider, ticketId)).isFirstView).toBe(true);
    expect((await pageOf(cast.colleague, ticketId)).isFirstView).toBe(false);
    await done(cast.provider, command('recordFirstView', ticketId), { arrivedAt: at('2026-11-20') });
    expect((await pageOf(cast.provider, ticketId)).isFirstView).toBe(false);
  });
});

describe('an answer whose notice has not arrived (D18)', () => {
  it('has no date for the provider once its first one is over, says why, and threatens nobody with closing', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await done(cast.mco, command('respond', ticketId, ANSWER), { arrivedAt: at('2026-11-05') });
    const { turn, next } = await pageOf(cast.colleague, ticketId);
    expect([turn.mine, turn.due]).toEqual([true, null]);
    expect(turn.texts).toEqual([expect.stringContaining(`has not reached ${cast.provider.name} yet`)]);
    expect(next.find((step) => step.title === 'If you do nothing')?.text).toMatch(/^The Portal Team cannot close the ticket before/);
  });
});

describe('closed tickets', () => {
  it('says what the Portal Team wrote and until when filing again keeps the first date (D17)', async () => {
    const ticketId = await givenSubmittedTicket(db.owner, cast);
    await done(cast.team, command('returnAsClosed', ticketId, { closeReason: 'incomplete', reason: 'The dates are missing.' }), { arrivedAt: at('2026-10-20') });
    const { closing } = await pageOf(cast.provider, ticketId);
    expect(closing?.typed?.text).toBe('The dates are missing.');
    expect(closing?.fileAgain?.due?.due).toBe('2026-10-27');
    expect((await pageOf(cast.team, ticketId)).closing?.fileAgain).toBeNull();
  });

  it('says when a filing that came too early can be sent anew (D2)', async () => {
    const ticketId = await givenSubmittedTicket(db.owner, cast, { receivedByMcoOn: '2026-10-01', outsideWindowConfirmed: 'on' });
    const { closing } = await pageOf(cast.provider, ticketId);
    expect([closing?.reason, closing?.newFiling?.from, closing?.newFiling?.until]).toEqual(['premature', '2026-10-31', '2026-11-30']);
  });
});

describe('opening is recorded', () => {
  it('once per person, ticket and hour, and not for whom it does not exist', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    await getTicketPage(cast.mco, ticketId);
    await getTicketPage(cast.mco, ticketId);
    await getTicketPage(cast.otherMco, ticketId);
    const { rows } = await db.owner.query<{ person_id: string; role: string }>('SELECT person_id, role FROM ticket_views WHERE ticket_id = $1', [ticketId]);
    expect(rows).toEqual([{ person_id: cast.mco.personId, role: 'mco' }]);
  });
});

describe('long tickets', () => {
  async function givenManyClaims(count: number): Promise<string> {
    const draft = await givenDraft(db.owner, cast.provider);
    const [line] = complaintForm(cast.provider).claims as Record<string, unknown>[];
    const claims = Array.from({ length: count }, (_, i) => ({ ...line, claimNumber: `26-${1000 + i}`, billedCents: '10.00', disputedCents: '10.00' }));
    await done(cast.provider, command('submit', draft, complaintForm(cast.provider, { claims })), { arrivedAt: at('2026-10-15') });
    return draft;
  }

  it('shows claim lines 50 at a time with the sums of all', async () => {
    const ticketId = await givenManyClaims(120);
    const third = await getTicketPage(cast.provider, ticketId, { claimsFrom: 101 });
    expect([third?.claims?.from, third?.claims?.lines.length, third?.claims?.totals.disputedCents]).toEqual([101, 20, 120_000]);
    const beyond = await getTicketPage(cast.provider, ticketId, { claimsFrom: 9999 });
    expect(beyond?.claims?.from).toBe(101);
  });

  it('shows the history 50 at a time and goes on where it stopped', async () => {
    const ticketId = await givenPresentedTicket(db.owner, cast);
    for (let i = 0; i < 60; i++) await done(cast.mco, command('assign', ticketId, { assigneeId: i % 2 === 0 ? cast.mco.personId : '' }), { arrivedAt: at('2026-10-28') });
    const newest = await pageOf(cast.mco, ticketId);
    expect(newest.history.items).toHaveLength(50);
    const older = await getTicketPage(cast.mco, ticketId, { historyBefore: newest.history.olderBefore ?? 0 });
    expect(older?.history.items.at(-1)?.title).toContain('The complaint was sent');
    expect(older?.history.olderBefore).toBeNull();
    expect(new Set([...newest.history.items, ...(older?.history.items ?? [])].map((i) => i.seq)).size).toBe(62);
    // Where the page ends with the first event, nothing older is offered.
    const last = await getTicketPage(cast.mco, ticketId, { historyBefore: 51 });
    expect([last?.history.items.length, last?.history.olderBefore]).toEqual([50, null]);
  });
});

describe('a page needs at most 8 queries', () => {
  it('in every status, for every role', async () => {
    const tickets = [await givenSubmittedTicket(db.owner, cast), await givenPresentedTicket(db.owner, cast), await givenRespondedTicket(db.owner, cast), await givenOverdueTicket(db.owner, cast)];
    await getTicketPage(cast.team, tickets[0] ?? '');
    for (const ticketId of tickets)
      for (const actor of [cast.provider, cast.mco, cast.team, cast.accountManager, cast.administration]) {
        const statements = await statementsOf(() => getTicketPage(actor, ticketId));
        // A ticket that the actor has not is one query; the count would be 0 if nothing were counted.
        expect(statements.length, actor.role).toBeGreaterThan(0);
        expect(statements.length, `${actor.role}: ${statements.join('\n')}`).toBeLessThanOrEqual(8);
      }
    const check = await statementsOf(() => getAnswerCheck(cast.mco, tickets[1] ?? ''));
    expect(check.length).toBeGreaterThan(2);
    expect(check.length).toBeLessThanOrEqual(8);
  });
});
