import { describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { FIRST_RULE_SET, buildHolidayTable, explainSteps, withHolidayChanges, type RuleId } from '@/domain/deadlines';
import { latestClock } from '@/domain/tickets/clock';
import type { TicketCommand } from '@/domain/tickets/commands';
import type { DecideContext } from '@/domain/tickets/decision';
import { decide } from '@/domain/tickets/decide';
import { statusesToReopen } from '@/domain/tickets/decide-reopen';
import { evolveAll } from '@/domain/tickets/evolve';
import { STATUSES, type Status } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import { buildActor, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day, HOLIDAYS } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const team = buildActor('portal_team');
const closed = (ticket: Ticket, closeReason: Ticket['closeReason'], on = '2026-12-03'): Ticket => ({ ...ticket, status: 'closed', closeReason, closedOn: day(on) });

function reopen(ticket: Ticket, on: string, change: Record<string, unknown>, had: readonly Status[] = STATUSES) {
  return decide(ticket, buildCommand('reopen', change), contextOn(team, day(on), { facts: { statusesHad: had } }));
}

function reopened(ticket: Ticket, on: string, to: string, change: Record<string, unknown> = {}): Ticket {
  const decided = reopen(ticket, on, { to, ...change });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return evolveAll(ticket, decided.value);
}

const open = (ticket: Ticket) => ticket.clocks.filter((c) => c.endedOn === null).map((c) => [c.ruleId, c.owedBy, c.day0, c.dueOn]);

describe('a closed ticket is opened again', () => {
  it('responded: the time to disagree starts anew on that day by the same rule', () => {
    const ticket = closed(buildResponded({ clocks: [buildClock('mco-response', day('2026-10-27'), { endedOn: day('2026-11-20'), endReason: 'met' }), buildClock('contest', day('2026-11-20'), { endedOn: day('2026-12-01'), endReason: 'lapsed' })] }), 'not_contested');
    const after = reopened(ticket, '2026-12-07', 'responded');
    expect(after).toMatchObject({ status: 'responded', closeReason: null, closedOn: null, respondedOn: '2026-11-20' });
    expect(open(after)).toEqual([['contest', 'provider', '2026-12-07', '2026-12-14']]);
    expect(after.clocks[0]).toMatchObject({ endReason: 'met', endedOn: '2026-11-20' });
  });

  it('responded, while its notice has not reached the contact: no time to disagree runs before it does (D18)', () => {
    const after = reopened(closed(buildResponded({ responseNotice: 'failed', clocks: [] }), 'withdrawn'), '2026-12-07', 'responded');
    expect(after.status).toBe('responded');
    expect(open(after)).toEqual([]);
  });

  it('presented, after it had gone back to be presented anew: it counts as presented on the day of reopening', () => {
    const ticket = closed(buildTicket({ presentedOn: null, clocks: [] }), 'incomplete');
    expect(reopened(ticket, '2026-12-07', 'presented')).toMatchObject({ status: 'presented', presentedOn: '2026-12-07' });
  });

  it('presented: the plan answers anew; its first answer stays in the history alone', () => {
    const ticket = closed(buildResponded(), 'accepted');
    const after = reopened(ticket, '2026-12-07', 'presented');
    expect(after).toMatchObject({ status: 'presented', presentedOn: '2026-10-27', respondedOn: null, responseDecision: null, responseNotice: 'none' });
    expect(after.claims.every((c) => c.mcoOutcome === null && c.mcoAmountCents === null)).toBe(true);
    expect(after.clocks.filter((c) => c.day0 === '2026-12-07').map((c) => [c.ruleId, c.dueOn])).toEqual([['mco-response', '2027-01-06'], ['information-request', '2026-12-14'], ['extension-request', '2026-12-30']]);
  });

  it('says on each date that it counts from the reopening, also when it is extended or moved later', () => {
    const after = reopened(closed(buildPresented({ clocks: [] }), 'withdrawn'), '2026-12-07', 'presented');
    const why = (ticket: Ticket, ruleId: RuleId) => explainSteps(latestClock(ticket.clocks, ruleId) ?? { ruleId, steps: [] }, FIRST_RULE_SET);
    expect(why(after, 'mco-response')).toMatch(/^Opened again Mon Dec 7, 2026 \(day 0\)\. Day 30 is Wed Jan 6, 2027\./);
    const act = (ticket: Ticket, command: TicketCommand, ctx: DecideContext) => {
      const decided = decide(ticket, command, ctx);
      if (!decided.ok) throw new Error(JSON.stringify(decided.error));
      return evolveAll(ticket, decided.value);
    };
    const asked = act(after, buildCommand('requestExtension'), contextOn(buildActor('mco'), day('2026-12-08')));
    const extended = act(asked, buildCommand('decideExtension'), contextOn(buildActor('account_manager'), day('2026-12-09')));
    expect(why(extended, 'mco-response-extended')).toMatch(/^Opened again Mon Dec 7, 2026/);
    const made = withHolidayChanges(HOLIDAYS, 2, [{ op: 'add', on: day('2027-01-06'), name: 'Day of mourning', confirmed: true }]);
    if (!made.ok) throw new Error(made.error.message);
    const moved = act(after, buildCommand('moveDates'), contextOn(SYSTEM, day('2026-12-09'), { holidays: buildHolidayTable(made.value) }));
    expect(why(moved, 'mco-response')).toMatch(/^Opened again Mon Dec 7, 2026 .* Due Thu Jan 7, 2027/);
  });

  it('presented: an alert of before does not stand for a date that is missed from now on (R19, D14)', () => {
    expect(reopened(closed(buildPresented({ alertedOn: day('2026-12-02') }), 'withdrawn'), '2026-12-07', 'presented').alertedOn).toBeNull();
    expect(reopened(closed(buildPresented({ alertedOn: day('2026-12-02'), clocks: [] }), 'resolved'), '2026-12-07', 'administrative_review').alertedOn).toBe('2026-12-02');
  });

  it('presented, with its one extension used: no second one (R11)', () => {
    const after = reopened(closed(buildPresented({ extensionState: 'approved', clocks: [] }), 'resolved'), '2026-12-07', 'presented');
    expect(open(after).map(([rule]) => rule)).toEqual(['mco-response', 'information-request']);
  });

  it('contested and submitted: their own clock, and nothing of the others', () => {
    expect(open(reopened(closed(buildContested({ clocks: [] }), 'review_not_requested'), '2027-01-04', 'contested'))).toEqual([['review-request', 'provider', '2027-01-04', '2027-02-03']]);
    const back = reopened(closed(buildPresented({ clocks: [] }), 'withdrawn'), '2026-12-07', 'submitted');
    expect(back).toMatchObject({ status: 'submitted', presentedOn: null });
    expect(open(back)).toEqual([['presentation', 'portal_team', '2026-12-07', '2026-12-21']]);
  });

  it('review requested: what one side has delivered stays delivered, the other has 30 days', () => {
    const clocks = [buildClock('review-information', day('2026-11-24'), { owedBy: 'provider', endedOn: day('2026-12-01'), endReason: 'met' }), buildClock('review-information', day('2026-11-24'), { owedBy: 'mco', endedOn: day('2026-12-03'), endReason: 'stopped' })];
    const after = reopened(closed(buildContested({ clocks }), 'resolved'), '2026-12-07', 'review_requested');
    expect(open(after)).toEqual([['review-information', 'mco', '2026-12-07', '2027-01-06']]);
  });

  it('administrative review: HFS’s own time starts at once where all is delivered', () => {
    const clocks = (['provider', 'mco'] as const).map((owedBy) => buildClock('review-information', day('2026-11-24'), { owedBy, endedOn: day('2026-12-01'), endReason: 'met' }));
    const after = reopened(closed(buildContested({ clocks }), 'resolved'), '2026-12-07', 'administrative_review');
    expect(open(after)).toEqual([['hfs-decision', 'hfs', '2026-12-07', '2027-01-06']]);
    expect(explainSteps(after.clocks.at(-1) ?? { ruleId: 'hfs-decision', steps: [] }, FIRST_RULE_SET)).toMatch(/^Opened again Mon Dec 7, 2026 \(day 0\)/);
    const silent = reopened(closed(buildPresented({ clocks: [] }), 'resolved'), '2026-12-07', 'administrative_review');
    expect(open(silent).map(([rule, owedBy]) => `${rule} ${owedBy}`).sort()).toEqual(['mco-response mco', 'review-information mco', 'review-information provider']);
  });

  it('only as what it was', () => {
    const refused = reopen(closed(buildPresented(), 'resolved'), '2026-12-07', { to: 'responded' }, ['submitted', 'presented', 'closed']);
    expect(refused).toEqual({ ok: false, error: { kind: 'invalid', issues: [{ field: 'to', message: 'This ticket can be opened again as “Submitted” or “Presented”.' }] } });
    expect(statusesToReopen({ closeReason: 'accepted', respondedOn: day('2026-11-20') }, ['submitted', 'presented', 'responded', 'closed'])).toEqual(['submitted', 'presented', 'responded']);
  });

  it('never after HFS has decided (R18)', () => {
    const refused = reopen(closed(buildResponded(), 'hfs_decision'), '2026-12-07', { to: 'responded' });
    expect(refused).toEqual({ ok: false, error: { kind: 'not_allowed', reason: 'HFS decided this ticket. The decision was shared on Thu Dec 3, 2026 and is final (R18).' } });
  });
});

describe('filed too early or too late, it goes on with the right date only (R4)', () => {
  const early = closed(buildTicket({ clocks: [], receivedByMcoOn: day('2026-09-20') }), 'premature', '2026-10-15');
  const issue = (change: Record<string, unknown>, ticket = early) => {
    const decided = reopen(ticket, '2026-10-19', { to: 'submitted', ...change }, ['submitted', 'closed']);
    return decided.ok ? null : decided.error.kind === 'invalid' ? decided.error.issues[0] : decided.error;
  };

  it('takes a date with which it was in time, to the day', () => {
    // Received on Oct 15: day 30 and day 60 of these dates.
    expect(issue({ receivedByMcoOn: '2026-09-15' })).toBeNull();
    expect(issue({ receivedByMcoOn: '2026-08-16' })).toBeNull();
    expect(issue({ receivedByMcoOn: '2026-09-16' })).toMatchObject({ field: 'receivedByMcoOn', message: expect.stringContaining('Fri Oct 16, 2026 to Sun Nov 15, 2026') });
    expect(issue({ receivedByMcoOn: '2026-08-15' })).toMatchObject({ field: 'receivedByMcoOn', message: expect.stringContaining('received on Thu Oct 15, 2026 (R4)') });
  });

  it('is not opened without one, nor as anything but submitted', () => {
    expect(issue({ receivedByMcoOn: '' })).toMatchObject({ field: 'receivedByMcoOn' });
    const refused = reopen(early, '2026-10-19', { to: 'presented', receivedByMcoOn: '2026-09-11' });
    expect(refused.ok ? null : refused.error).toMatchObject({ issues: [{ field: 'to' }] });
  });

  it('every other ticket keeps its date here', () => {
    expect(issue({ receivedByMcoOn: '2026-09-11' }, closed(buildTicket({ clocks: [] }), 'incomplete', '2026-10-16'))).toMatchObject({ field: 'receivedByMcoOn', message: expect.stringContaining('then correct it') });
    expect(issue({}, closed(buildTicket({ clocks: [] }), 'incomplete', '2026-10-16'))).toBeNull();
  });

  it('its presentation starts on the day of reopening', () => {
    const after = reopened(early, '2026-10-19', 'submitted', { receivedByMcoOn: '2026-09-11' });
    expect(after).toMatchObject({ status: 'submitted', receivedByMcoOn: '2026-09-11', closeReason: null });
    expect(open(after)).toEqual([['presentation', 'portal_team', '2026-10-19', '2026-11-02']]);
  });
});
