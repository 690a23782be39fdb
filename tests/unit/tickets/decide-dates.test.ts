import { describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { latestClock } from '@/domain/tickets/clock';
import { decide } from '@/domain/tickets/decide';
import type { DecideContext, NewEvent } from '@/domain/tickets/decision';
import { evolve, evolveAll } from '@/domain/tickets/evolve';
import { standingFine, type Ticket } from '@/domain/tickets/ticket';
import type { TicketCommand } from '@/domain/tickets/commands';
import { cents } from '@/shared/cents';
import { buildActor, buildClaim, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const provider = buildActor('provider');
const mco = buildActor('mco');
const team = buildActor('portal_team');
const hfs = buildActor('administration');

function eventsOf(ticket: Ticket | null, command: TicketCommand, ctx: DecideContext): NewEvent[] {
  const decided = decide(ticket, command, ctx);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

function after(ticket: Ticket, command: TicketCommand, ctx: DecideContext): Ticket {
  return evolveAll(ticket, eventsOf(ticket, command, ctx));
}

const filing = {
  number: 'PRP-2026-00007',
  organization: { id: provider.organizationId, name: 'Kestrel Park' },
  facility: null,
  contact: { personId: provider.personId, name: provider.name, phone: '1', email: provider.email },
  filedByOrganizationId: provider.organizationId,
  claimsSha256: 'x',
  refiles: null,
};

function submitted(receivedByMco: string, on: string, change: { refiles?: { ticketId: string; closedOn: string; firstReceivedOn: string } } = {}): Ticket | string {
  const refiles = change.refiles && { ticketId: change.refiles.ticketId, closedOn: day(change.refiles.closedOn), firstReceivedOn: day(change.refiles.firstReceivedOn) };
  const ctx = contextOn(provider, day(on), { facts: { filing: { ...filing, refiles: refiles ?? null } } });
  const command = buildCommand('submit', { receivedByMcoOn: receivedByMco, outsideWindowConfirmed: 'on' });
  const decided = decide(null, command, ctx);
  if (!decided.ok) return JSON.stringify(decided.error);
  return decided.value.reduce<Ticket | null>((t, e) => evolve(t, e, 'id'), null) ?? 'nothing';
}

describe('filing (R4, D1, D2, D17)', () => {
  it.each([
    ['2026-09-11', '2026-10-10', 'premature', 'day 29 is too early'],
    ['2026-09-11', '2026-10-11', null, 'day 30 is in time, a Sunday, and does not move'],
    ['2026-09-11', '2026-11-10', null, 'day 60 is in time'],
    ['2026-09-11', '2026-11-11', 'untimely', 'day 61 is late, although it is Veterans Day'],
  ])('received %s, filed %s: %s (%s)', (received, on, closeReason, _why) => {
    const ticket = submitted(received, on);
    expect(ticket).toMatchObject(closeReason === null ? { status: 'submitted' } : { status: 'closed', closeReason, closedOn: on });
    const clocks = typeof ticket === 'string' ? [] : ticket.clocks;
    expect(clocks.map((c) => c.ruleId)).toEqual(closeReason === null ? ['presentation'] : []);
  });

  it('outside the window nothing is recorded until the provider confirms it', () => {
    const decided = decide(null, buildCommand('submit', { receivedByMcoOn: '2026-09-11' }), contextOn(provider, day('2026-10-10'), { facts: { filing } }));
    expect(decided).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'outsideWindowConfirmed' }] } });
  });

  it.each([
    ['2026-11-17', '2026-11-10', 'submitted', 'business day 5 after Nov 9 (Veterans Day does not count) keeps the first receipt'],
    ['2026-11-18', '2026-11-18', 'closed', 'business day 6: judged by its own day, which is past day 60'],
  ])('filed again on %s it counts as received on %s (%s): %s', (on, first, status, _why) => {
    const ticket = submitted('2026-09-11', on, { refiles: { ticketId: 'old', closedOn: '2026-11-09', firstReceivedOn: '2026-11-10' } });
    expect(ticket).toMatchObject({ firstReceivedOn: first, receivedOn: on, status });
  });
});

describe('returning a complaint as too early or too late (R4, D1)', () => {
  it.each([
    ['2026-09-15', 'premature', false, 'received on day 30'],
    ['2026-09-16', 'premature', true, 'received on day 29'],
    ['2026-08-16', 'untimely', false, 'received on day 60'],
    ['2026-08-15', 'untimely', true, 'received on day 61'],
    ['2026-08-15', 'premature', false, 'too late is not too early'],
  ])('dispute of %s, %s: %s (%s)', (receivedByMcoOn, closeReason, isTaken, _why) => {
    const decided = decide(buildTicket({ receivedByMcoOn: day(receivedByMcoOn) }), buildCommand('returnAsClosed', { closeReason }), contextOn(team, day('2026-10-16')));
    expect(decided).toMatchObject(isTaken ? { ok: true } : { ok: false, error: { kind: 'invalid', issues: [{ field: 'closeReason' }] } });
  });

  it('filed again, it is judged by its first receipt (D17)', () => {
    const again = buildTicket({ receivedByMcoOn: day('2026-09-11'), firstReceivedOn: day('2026-11-10'), receivedOn: day('2026-11-17') });
    expect(decide(again, buildCommand('returnAsClosed', { closeReason: 'untimely' }), contextOn(team, day('2026-11-18')))).toMatchObject({ ok: false, error: { issues: [{ field: 'closeReason' }] } });
  });
});

describe('the plan’s answer (R8, D10, D11)', () => {
  it('is in time at 23:59:59 Chicago on the due day, and proposes no fine', () => {
    const ticket = after(buildPresented(), buildCommand('respond'), contextOn(mco, day('2026-11-30'), { time: '23:59:59' }));
    expect(ticket).toMatchObject({ status: 'responded', respondedLate: false, fines: [] });
    expect(latestClock(ticket.clocks, 'mco-response')).toMatchObject({ endReason: 'met', endedOn: '2026-11-30' });
    expect(latestClock(ticket.clocks, 'contest')).toMatchObject({ day0: '2026-11-30', dueOn: '2026-12-07' });
  });

  it('is late one second later: marked, taken, and its fine is proposed in the same decision', () => {
    const presented = buildPresented();
    const events = eventsOf(presented, buildCommand('respond'), contextOn(mco, day('2026-12-01'), { time: '00:00:00' }));
    // No sweep has come by, so the act also finds the two windows of the plan that had lapsed meanwhile.
    const found = [['OverdueMarked', '2026-12-01'], ['FineProposed', '2026-12-01'], ['WindowLapsed', '2026-11-05'], ['WindowLapsed', '2026-11-20']];
    expect(events.map((e) => [e.type, e.effectiveOn])).toEqual([...found, ['ResponseSubmitted', '2026-12-01']]);
    const ticket = evolveAll(presented, events);
    expect(ticket.respondedLate).toBe(true);
    expect(standingFine(ticket)).toMatchObject({ status: 'proposed', dueOn: '2026-11-30', amountCents: 500_000 });
    expect(latestClock(ticket.clocks, 'mco-response')?.endReason).toBe('met_late');
  });

  it('a sweep and a late answer propose one fine between them', () => {
    const presented = buildPresented();
    const clockId = presented.clocks[0]?.id;
    const swept = after(presented, buildCommand('markOverdue', { clockId }), contextOn(SYSTEM, day('2026-12-01'), { time: '01:07' }));
    expect(after(swept, buildCommand('markOverdue', { clockId }), contextOn(SYSTEM, day('2026-12-05')))).toEqual(swept);
    const answered = after(swept, buildCommand('respond'), contextOn(mco, day('2026-12-03')));
    expect(answered.fines).toHaveLength(1);
  });

  it('that arrived in time but came after the sweep removes the mark and voids the proposal', () => {
    const presented = buildPresented();
    const swept = after(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01'), { time: '01:07' }));
    const answered = after(swept, buildCommand('respond'), contextOn(mco, day('2026-11-30'), { time: '23:59:59' }));
    expect(answered).toMatchObject({ status: 'responded', respondedLate: false });
    expect(answered.fines.map((f) => f.status)).toEqual(['void']);
    expect(latestClock(answered.clocks, 'mco-response')).toMatchObject({ endReason: 'met', overdueOn: null });
  });

  it.each([['withdraw', 'withdrawn'], ['confirmResolved', 'resolved']] as const)('%s on the day after the due date, before the sweep: the missed date is marked and its fine proposed all the same', (action, closeReason) => {
    const ticket = after(buildPresented(), buildCommand(action), contextOn(provider, day('2026-12-01'), { time: '00:00:00' }));
    expect(ticket).toMatchObject({ status: 'closed', closeReason });
    expect(standingFine(ticket)).toMatchObject({ status: 'proposed', dueOn: '2026-11-30', proposedOn: '2026-12-01' });
    expect(latestClock(ticket.clocks, 'mco-response')).toMatchObject({ endReason: 'stopped', overdueOn: '2026-12-01' });
  });

  it('a ticket that is closed on the due day owes no fine, also where a sweep came between', () => {
    const presented = buildPresented();
    expect(after(presented, buildCommand('withdraw'), contextOn(provider, day('2026-11-30'), { time: '23:59:59' })).fines).toEqual([]);
    const swept = after(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01'), { time: '01:07' }));
    const closed = after(swept, buildCommand('withdraw'), contextOn(provider, day('2026-11-30'), { time: '23:59:59' }));
    expect(closed.fines.map((f) => f.status)).toEqual(['void']);
    expect(latestClock(closed.clocks, 'mco-response')?.overdueOn).toBeNull();
  });

  it('a late presentation is marked as overdue by the act itself (R5)', () => {
    const ticket = after(buildTicket(), buildCommand('present'), contextOn(team, day('2026-10-30'), { time: '00:00:00' }));
    expect(latestClock(ticket.clocks, 'presentation')).toMatchObject({ dueOn: '2026-10-29', endReason: 'met_late', overdueOn: '2026-10-30' });
    expect(ticket.fines).toEqual([]);
  });

  it('a pending extension request holds the fine: the mark is set, no fine row (D8)', () => {
    const held = buildPresented({ extensionState: 'pending' });
    const events = eventsOf(held, buildCommand('markOverdue', { clockId: held.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01')));
    expect(events.map((e) => e.type)).toEqual(['OverdueMarked']);
  });

  it('on the due day nothing is overdue', () => {
    const presented = buildPresented();
    expect(eventsOf(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-11-30'), { time: '23:59:59' }))).toEqual([]);
  });

  it('needs an outcome for every claim line, and an amount that fits it (R12)', () => {
    const none = decide(buildPresented(), buildCommand('respond', { outcomes: [] }), contextOn(mco, day('2026-11-24')));
    expect(none).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ field: 'outcomes.0.outcome' }] } });
    const much = decide(buildPresented(), buildCommand('respond', { outcomes: [{ lineNo: 1, outcome: 'will_pay', amountCents: '9,999' }] }), contextOn(mco, day('2026-11-24')));
    expect(much).toMatchObject({ ok: false, error: { issues: [{ field: 'outcomes.0.amountCents' }] } });
    const foreign = decide(buildPresented(), buildCommand('respond', { outcomes: [{ lineNo: 1, outcome: 'upheld', amountCents: '0' }, { lineNo: 2, outcome: 'upheld', amountCents: '0' }] }), contextOn(mco, day('2026-11-24')));
    expect(foreign).toMatchObject({ ok: false, error: { issues: [{ field: 'outcomes' }] } });
    // A plan can pay more than was in dispute, but not more than was billed.
    const pays = (amountCents: string) => decide(buildPresented({ claims: [buildClaim({ disputedCents: cents(50_000) })] }), buildCommand('respond', { outcomes: [{ lineNo: 1, outcome: 'will_pay', amountCents }] }), contextOn(mco, day('2026-11-24'))).ok;
    expect([pays('1,240.00'), pays('1,240.01')]).toEqual([true, false]);
  });

  it('of a PCF ticket attests the internal vetting (R13)', () => {
    const refused = decide(buildPresented({ issueTypeCode: 'PCF' }), buildCommand('respond'), contextOn(mco, day('2026-11-24')));
    expect(refused).toMatchObject({ ok: false, error: { issues: [{ field: 'pcfAttested' }] } });
  });
});

describe('contest and review (R14 to R16, D13, D18)', () => {
  it('in time ends the contest window as met and starts the review request', () => {
    const ticket = after(buildResponded(), buildCommand('contest'), contextOn(provider, day('2026-12-01')));
    expect(latestClock(ticket.clocks, 'contest')?.endReason).toBe('met');
    expect(latestClock(ticket.clocks, 'review-request')?.dueOn).toBe('2026-12-31');
  });

  it('on business day 6 is taken and marked late as long as the ticket is open', () => {
    const [event] = eventsOf(buildResponded(), buildCommand('contest'), contextOn(provider, day('2026-12-02')));
    expect(event).toMatchObject({ type: 'ResponseContested', data: { late: true } });
  });

  it('with the review in the same step both parties’ duties start, and no review-request clock stays open', () => {
    const ticket = after(buildResponded(), buildCommand('contest', { requestReview: 'on', whatToReview: 'Line 1.' }), contextOn(provider, day('2026-11-24')));
    expect(ticket.status).toBe('review_requested');
    expect(ticket.clocks.filter((c) => c.endedOn === null).map((c) => [c.ruleId, c.owedBy, c.dueOn])).toEqual([['review-information', 'provider', '2026-12-24'], ['review-information', 'mco', '2026-12-24']]);
  });

  it('a contested ticket is closed only after its review-request date', () => {
    expect(decide(buildContested(), buildCommand('closeReviewNotRequested'), contextOn(team, day('2026-12-24'))).ok).toBe(false);
    expect(after(buildContested(), buildCommand('closeReviewNotRequested'), contextOn(team, day('2026-12-25')))).toMatchObject({ closeReason: 'review_not_requested' });
  });

  it('not contested: closed on the day after the window and not while the notice is not received', () => {
    expect(decide(buildResponded(), buildCommand('closeNotContested'), contextOn(team, day('2026-12-01'))).ok).toBe(false);
    expect(decide(buildResponded({ responseNotice: 'pending' }), buildCommand('closeNotContested'), contextOn(team, day('2026-12-02'))).ok).toBe(false);
    expect(decide(buildResponded({ responseNotice: 'failed' }), buildCommand('closeNotContested'), contextOn(team, day('2026-12-02'))).ok).toBe(false);
    expect(after(buildResponded(), buildCommand('closeNotContested'), contextOn(team, day('2026-12-02')))).toMatchObject({ status: 'closed', closeReason: 'not_contested' });
  });
});

describe('the notice of the answer (D18)', () => {
  const message = { id: 'm', isResponseNotice: true, status: 'accepted' as const, isSentAgain: false };
  const facts = { message };
  const pending = () => buildResponded({ responseNotice: 'pending' });

  it('accepted on the same day leaves the window as it is', () => {
    const ticket = after(pending(), buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-11-20'), { facts }));
    expect(ticket.responseNotice).toBe('accepted');
    expect(ticket.clocks.filter((c) => c.ruleId === 'contest').map((c) => [c.day0, c.dueOn, c.endReason])).toEqual([['2026-11-20', '2026-12-01', null]]);
  });

  it('accepted on a later day: that day replaces the date of entry', () => {
    const ticket = after(pending(), buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-11-23'), { facts }));
    expect(ticket.clocks.filter((c) => c.ruleId === 'contest').map((c) => [c.day0, c.dueOn, c.endReason])).toEqual([['2026-11-20', '2026-12-01', 'superseded'], ['2026-11-23', '2026-12-02', null]]);
  });

  it('failed: the window stops; at redelivery it starts anew', () => {
    const failed = after(pending(), buildCommand('recordNotice', { outcome: 'failed' }), contextOn(SYSTEM, day('2026-11-20'), { facts }));
    expect(failed.responseNotice).toBe('failed');
    expect(latestClock(failed.clocks, 'contest')?.endReason).toBe('stopped');
    const again = after(failed, buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-11-24'), { facts }));
    expect(latestClock(again.clocks, 'contest')).toMatchObject({ day0: '2026-11-24', dueOn: '2026-12-03', endReason: null });
  });

  it('failed, then seen by the contact: the window starts on that day', () => {
    const failed = after(pending(), buildCommand('recordNotice', { outcome: 'failed' }), contextOn(SYSTEM, day('2026-11-20'), { facts }));
    const seen = after(failed, buildCommand('recordFirstView'), contextOn(provider, day('2026-11-24')));
    expect(seen.responseNotice).toBe('seen');
    expect(latestClock(seen.clocks, 'contest')?.dueOn).toBe('2026-12-03');
    expect(eventsOf(seen, buildCommand('recordFirstView'), contextOn(provider, day('2026-11-25')))).toEqual([]);
  });

  it('seen by the contact on a later day than the entry, before it was delivered: the window starts on that day', () => {
    const seen = after(pending(), buildCommand('recordFirstView'), contextOn(provider, day('2026-12-03')));
    expect(latestClock(seen.clocks, 'contest')).toMatchObject({ day0: '2026-12-03', dueOn: '2026-12-10', endReason: null });
    expect(decide(seen, buildCommand('closeNotContested'), contextOn(team, day('2026-12-10'))).ok).toBe(false);
    expect(eventsOf(seen, buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-12-04'), { facts }))).toEqual([]);
  });

  it('seen on the day of entry leaves the window as it is', () => {
    const ticket = after(pending(), buildCommand('recordFirstView'), contextOn(provider, day('2026-11-20')));
    expect(ticket.clocks.filter((c) => c.ruleId === 'contest').map((c) => [c.day0, c.dueOn, c.endReason])).toEqual([['2026-11-20', '2026-12-01', null]]);
  });

  it('as long as it is on its way the window does not lapse, and a disagreement is not late', () => {
    const ticket = pending();
    expect(eventsOf(ticket, buildCommand('lapseWindow', { clockId: latestClock(ticket.clocks, 'contest')?.id }), contextOn(SYSTEM, day('2026-12-02')))).toEqual([]);
    expect(eventsOf(ticket, buildCommand('contest'), contextOn(provider, day('2026-12-02')))).toMatchObject([{ data: { late: false } }]);
    const failed = after(ticket, buildCommand('recordNotice', { outcome: 'failed' }), contextOn(SYSTEM, day('2026-12-04'), { facts }));
    expect(latestClock(failed.clocks, 'contest')?.endReason).toBe('stopped');
    expect(eventsOf(failed, buildCommand('contest'), contextOn(provider, day('2026-12-07')))).toMatchObject([{ data: { late: false } }]);
  });

  it('a notice that comes back after the last day, before any sweep, stops the window: the time to disagree never ended', () => {
    const accepted = after(pending(), buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-11-20'), { facts }));
    const failed = eventsOf(accepted, buildCommand('recordNotice', { outcome: 'failed' }), contextOn(SYSTEM, day('2026-12-02'), { facts }));
    expect(failed).toMatchObject([{ type: 'NoticeFailed', clocks: { ended: [{ reason: 'stopped' }] } }]);
  });

  it('a report about another message changes nothing', () => {
    expect(eventsOf(pending(), buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-11-23'), { facts: { message: { ...message, isResponseNotice: false } } }))).toEqual([]);
  });
});

describe('fines (D11, D12)', () => {
  const proposed = () => {
    const presented = buildPresented();
    return after(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01')));
  };

  it('belong to the quarter of the day on which they are issued', () => {
    const ticket = after(proposed(), buildCommand('issueFine'), contextOn(hfs, day('2027-01-04')));
    expect(standingFine(ticket)).toMatchObject({ status: 'issued', issuedOn: '2027-01-04', quarter: '2027-Q1', dueOn: '2026-11-30' });
  });

  it('are issued once, and rescinded only when issued', () => {
    const issued = after(proposed(), buildCommand('issueFine'), contextOn(hfs, day('2026-12-01')));
    expect(decide(issued, buildCommand('issueFine'), contextOn(hfs, day('2026-12-01'))).ok).toBe(false);
    expect(decide(proposed(), buildCommand('rescindFine'), contextOn(hfs, day('2026-12-01'))).ok).toBe(false);
    expect(standingFine(after(issued, buildCommand('rescindFine'), contextOn(hfs, day('2026-12-02'))))?.status).toBe('rescinded');
  });

  it('cannot be issued to a plan with nobody to read the notice (R21)', () => {
    const refused = decide(proposed(), buildCommand('issueFine'), contextOn(hfs, day('2026-12-01'), { planHasStaff: false }));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not_allowed' } });
  });

  it('outlive the ticket: a proposal stays when the provider says it is resolved', () => {
    const closed = after(proposed(), buildCommand('confirmResolved'), contextOn(provider, day('2026-12-02')));
    expect(closed.status).toBe('closed');
    expect(standingFine(after(closed, buildCommand('issueFine'), contextOn(hfs, day('2026-12-03'))))?.status).toBe('issued');
  });
});

describe('clocks follow the status', () => {
  it('leaving a status stops its open clocks', () => {
    const ticket = after(buildPresented(), buildCommand('withdraw'), contextOn(provider, day('2026-11-02')));
    expect(ticket.clocks.map((c) => c.endReason)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('a window that nobody used lapses once, and only after its date', () => {
    const presented = buildPresented();
    const window = latestClock(presented.clocks, 'information-request');
    const command = buildCommand('lapseWindow', { clockId: window?.id });
    // Nov 3, 2026 is General Election Day, so business day 5 after Oct 27 is Nov 4.
    expect(eventsOf(presented, command, contextOn(SYSTEM, day('2026-11-04')))).toEqual([]);
    const lapsed = after(presented, command, contextOn(SYSTEM, day('2026-11-09')));
    expect(latestClock(lapsed.clocks, 'information-request')).toMatchObject({ endReason: 'lapsed', endedOn: '2026-11-04' });
    expect(eventsOf(lapsed, command, contextOn(SYSTEM, day('2026-11-10')))).toEqual([]);
  });

  it('a date beyond the holiday table is an error that names the year, not a guess (D15)', () => {
    const late = buildTicket({ receivedByMcoOn: day('2030-10-20'), receivedOn: day('2030-11-25'), firstReceivedOn: day('2030-11-25'), clocks: [buildClock('presentation', day('2030-11-25'))] });
    const refused = decide(late, buildCommand('present'), contextOn(team, day('2030-12-05')));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'unavailable', reason: expect.stringContaining('2031') as string } });
  });
});
