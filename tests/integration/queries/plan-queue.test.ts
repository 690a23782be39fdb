import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { getTicketPage } from '@/server/queries/get-ticket-page';
import { listPlanQueue, type QueueFilters } from '@/server/queries/list-plan-queue';
import { givenCast, type Cast } from '../../scenarios/people';
import { givenPortalDay } from '../../scenarios/portal-clock';
import { at, command, done, givenOverdueTicket, givenPresentedTicket, givenRespondedTicket, givenSubmittedTicket } from '../../scenarios/tickets';
import { useDatabase } from '../database';

const db = useDatabase();
const ANY: QueueFilters = { programCode: null, issueTypeCode: null, assignee: { type: 'anyone' } };
let cast: Cast;
let ids: Record<'submitted' | 'overdue' | 'fined' | 'due' | 'later' | 'responded' | 'contested' | 'withHfs' | 'closed', string>;

async function present(on: string, change: Record<string, unknown> = {}): Promise<string> {
  const ticketId = await givenSubmittedTicket(db.owner, cast, { receivedByMcoOn: '2026-10-01', ...change }, '2026-11-02');
  await done(cast.team, command('present', ticketId), { arrivedAt: at(on) });
  return ticketId;
}

async function viewed(ticketId: string): Promise<void> {
  await db.owner.query(`INSERT INTO ticket_views VALUES ($1, $2, '2026-11-30T16:00:00Z', $3, 'mco', $4)`, [ticketId, cast.mco.personId, cast.mco.name, cast.mco.organizationId]);
}

/** Tue Dec 1, 2026: what was presented on Oct 27 was due yesterday. */
beforeAll(async () => {
  await givenPortalDay(db.owner, '2026-12-01');
  cast = await givenCast(db.owner);
  ids = {
    submitted: await givenSubmittedTicket(db.owner, cast),
    overdue: await givenOverdueTicket(db.owner, cast),
    fined: await givenOverdueTicket(db.owner, cast),
    due: await present('2026-11-03', { trackingNumber: 'CC-DUE', issueTypeCode: 'OTHER', claims: [] }),
    later: await present('2026-11-30', { trackingNumber: 'CC-LATER' }),
    responded: await givenRespondedTicket(db.owner, cast),
    contested: await givenRespondedTicket(db.owner, cast),
    withHfs: await givenRespondedTicket(db.owner, cast),
    closed: await givenPresentedTicket(db.owner, cast),
  };
  await done(cast.administration, command('issueFine', ids.fined), { arrivedAt: at('2026-12-01', '09:00') });
  await done(cast.provider, command('contest', ids.contested, { why: 'No.' }), { arrivedAt: at('2026-11-23') });
  await done(cast.provider, command('contest', ids.withHfs, { why: 'No.', requestReview: 'on', whatToReview: 'All.' }), { arrivedAt: at('2026-11-23') });
  await done(cast.provider, command('withdraw', ids.closed, { reason: 'Settled.' }), { arrivedAt: at('2026-11-20') });
  await viewed(ids.overdue);
  await viewed(ids.fined);
});

const list = (tab: Parameters<typeof listPlanQueue>[1], filters = ANY, after: Parameters<typeof listPlanQueue>[3] = null) => listPlanQueue(cast.mco, tab, filters, after);
const idsOf = (queue: Awaited<ReturnType<typeof list>>) => queue.tickets.map((t) => t.ticketId);

describe('a plan’s queue', () => {
  it('stands by due date in groups, with a count for each', async () => {
    const queue = await list('to-answer');
    expect(queue.tickets.map((t) => [t.ticketId, t.group, t.responseDueOn])).toEqual([
      ...[ids.overdue, ids.fined].sort().map((id) => [id, 'overdue', '2026-11-30']),
      [ids.due, 'this-week', '2026-12-03'],
      [ids.later, 'later', '2026-12-30'],
    ]);
    expect(queue.groupCounts).toEqual({ overdue: 2, 'this-week': 1, 'next-week': 0, later: 1 });
  });

  it.each([
    ['new', () => [ids.due, ids.later]],
    ['this-week', () => [ids.due]],
    ['overdue', () => [ids.overdue, ids.fined].sort()],
    ['answered', () => [ids.responded, ids.contested]],
    ['with-hfs', () => [ids.withHfs]],
    ['closed', () => [ids.closed]],
  ] as const)('the tab %s holds its tickets and says how many', async (tab, expected) => {
    const queue = await list(tab);
    expect(idsOf(queue)).toEqual(expected());
    const counts = { new: queue.counts.new, 'this-week': queue.counts.this_week, overdue: queue.counts.overdue, answered: queue.counts.answered, 'with-hfs': queue.counts.with_hfs, closed: queue.counts.closed };
    expect(counts[tab]).toBe(expected().length);
  });

  it('never shows what was not presented, nor anything to another plan', async () => {
    for (const tab of ['to-answer', 'closed', 'answered'] as const) expect(idsOf(await list(tab))).not.toContain(ids.submitted);
    const other = await listPlanQueue(cast.otherMco, 'to-answer', ANY, null);
    expect([other.tickets, other.counts.to_answer, other.counts.closed, other.counts.fined]).toEqual([[], 0, 0, 0]);
  });

  it('shows issued fines, and of a proposal nothing at all (R20, lifecycle)', async () => {
    const queue = await list('fined');
    expect(queue.fines.map((f) => [f.ticketId, f.amountCents, f.quarter])).toEqual([[ids.fined, 500_000, '2026-Q4']]);
    expect(queue.counts.fined).toBe(1);
    expect(JSON.stringify(await list('overdue'))).not.toMatch(/propos/i);
  });

  it('counts what may be fined from what is overdue, and leaves a held ticket out of it (D8)', async () => {
    const before = await list('to-answer');
    // D11: the ticket whose fine was issued cannot be fined again.
    expect([before.counts.overdue, before.counts.at_stake, before.counts.fined_overdue]).toEqual([2, 1, 1]);
    expect([before.counts.held, before.fineCents, before.counts.soon]).toEqual([0, 500_000, 1]);
    await db.owner.query(`UPDATE tickets SET extension_state = 'pending' WHERE id = $1`, [ids.overdue]);
    const held = await list('to-answer');
    expect([held.counts.overdue, held.counts.at_stake, held.counts.held, held.counts.fined_overdue]).toEqual([2, 0, 1, 1]);
    expect(held.tickets.find((t) => t.ticketId === ids.overdue)?.isHeld).toBe(true);
    await db.owner.query(`UPDATE tickets SET extension_state = 'none' WHERE id = $1`, [ids.overdue]);
  });

  it('says why each date is what it is, and hides the clocks of acts that are not offered', async () => {
    expect((await list('to-answer')).tickets.map((t) => t.clock?.ruleId)).toEqual(['mco-response', 'mco-response', 'mco-response', 'mco-response']);
    expect((await list('answered')).tickets.map((t) => t.clock?.ruleId)).toEqual(['contest', 'review-request']);
    expect((await list('with-hfs')).tickets.map((t) => [t.clock?.ruleId, t.clock?.endReason])).toEqual([['review-information', null]]);
    expect((await list('closed')).tickets.map((t) => t.clock)).toEqual([null]);
  });

  it('narrows by program, issue type and assignee, and counts the groups the same way', async () => {
    await done(cast.mco, command('assign', ids.later, { assigneeId: cast.mco.personId }), { arrivedAt: at('2026-12-01', '09:10') });
    const mine = await list('to-answer', { ...ANY, assignee: { type: 'person', personId: cast.mco.personId } });
    expect(idsOf(mine)).toEqual([ids.later]);
    expect(mine.groupCounts).toEqual({ overdue: 0, 'this-week': 0, 'next-week': 0, later: 1 });
    expect(mine.counts.to_answer).toBe(4);
    expect(idsOf(await list('to-answer', { ...ANY, issueTypeCode: 'OTHER' }))).toEqual([ids.due]);
    expect(idsOf(await list('to-answer', { ...ANY, programCode: 'MLTSS' }))).toEqual([]);
    expect(idsOf(await list('to-answer', { ...ANY, assignee: { type: 'nobody' } }))).toHaveLength(3);
    expect(idsOf(await list('to-answer', { ...ANY, assignee: { type: 'person', personId: randomUUID() } }))).toEqual([]);
  });

  it('goes on behind the row that a page ended with', async () => {
    const all = (await list('to-answer')).tickets;
    const second = all[1];
    if (second === undefined) throw new Error('too few rows');
    expect(idsOf(await list('to-answer', ANY, { on: second.responseDueOn, id: second.ticketId }))).toEqual(all.slice(2).map((t) => t.ticketId));
  });

  it('cuts a page at 50 and its counts at 500', async () => {
    await db.owner.query('BEGIN');
    await db.owner.query(`INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || (10000 + g)))).* FROM tickets t, generate_series(1, 520) g WHERE t.id = $1`, [ids.later]);
    await db.owner.query('COMMIT');
    const first = await list('to-answer');
    expect(first.tickets).toHaveLength(50);
    expect([first.counts.to_answer, first.groupCounts.later]).toEqual([501, 501]);
    const seen = new Set<string>();
    for (let page = first; ; ) {
      for (const t of page.tickets) {
        expect(seen.has(t.ticketId)).toBe(false);
        seen.add(t.ticketId);
      }
      if (page.next === null) break;
      page = await list('to-answer', ANY, page.next);
    }
    expect(seen.size).toBe(524);
    await db.owner.query(`DELETE FROM tickets WHERE number >= 'PRP-2026-10001'`);
  });

  it('with HFS has what the plan owes first, by its own date, then the oldest answers, page after page', async () => {
    await db.owner.query(
      `INSERT INTO tickets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'PRP-2026-' || (10000 + g), 'response_due_on', DATE '2026-11-30' - g,
         'mco_owes_on', CASE WHEN g % 2 = 0 THEN DATE '2026-12-10' + g END))).* FROM tickets t, generate_series(1, 70) g WHERE t.id = $1`,
      [ids.withHfs],
    );
    const first = await list('with-hfs');
    const second = await list('with-hfs', ANY, first.next);
    const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM tickets WHERE status = 'review_requested' ORDER BY mco_owes_on IS NULL, coalesce(mco_owes_on, response_due_on), id`);
    expect([first.tickets.length, second.tickets.length, second.next]).toEqual([50, 21, null]);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(rows.map((r) => r.id));
    await db.owner.query(`DELETE FROM tickets WHERE number >= 'PRP-2026-10001'`);
  });

  it('is new until somebody at the plan has opened it, whoever else looked at it', async () => {
    for (const actor of [cast.provider, cast.team, cast.accountManager]) expect(await getTicketPage(actor, ids.later)).not.toBeNull();
    const before = await list('new');
    expect(idsOf(before)).toContain(ids.later);
    await getTicketPage(cast.mco, ids.later);
    const after = await list('new');
    expect([idsOf(after).includes(ids.later), after.counts.new]).toEqual([false, before.counts.new - 1]);
    expect((await list('to-answer')).tickets.find((t) => t.ticketId === ids.later)?.isOpened).toBe(true);
  });
});

describe('a plan that has ended (D20)', () => {
  it('leaves its tickets to its successor, under the old name', async () => {
    await db.owner.query(`UPDATE plans SET valid_to = '2026-11-30', succeeded_by = 'MOLINA' WHERE code = 'COUNTYCARE'`);
    await db.owner.query(`UPDATE settings SET value = value || '9' WHERE key = 'reference.version'`);
    const heir = await listPlanQueue(cast.otherMco, 'to-answer', ANY, null);
    expect(heir.tickets.map((t) => t.formerPlan)).toEqual(Array(4).fill('CountyCare Health Plan'));
    expect(heir.counts.fined).toBe(1);
    const former = await list('to-answer');
    expect([former.tickets, former.counts.to_answer]).toEqual([[], 0]);
    await db.owner.query(`UPDATE plans SET valid_to = NULL, succeeded_by = NULL WHERE code = 'COUNTYCARE'`);
    await db.owner.query(`UPDATE settings SET value = value || '9' WHERE key = 'reference.version'`);
  });
});
