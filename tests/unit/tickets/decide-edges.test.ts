import { describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { buildHolidayTable, withHolidayChanges } from '@/domain/deadlines';
import { latestClock } from '@/domain/tickets/clock';
import { decide } from '@/domain/tickets/decide';
import type { TicketCommand } from '@/domain/tickets/commands';
import type { DecideContext, NewEvent } from '@/domain/tickets/decision';
import { audienceOf } from '@/domain/tickets/events';
import { evolveAll } from '@/domain/tickets/evolve';
import type { Ticket } from '@/domain/tickets/ticket';
import { responseClock, shownTurnClock, turnClock } from '@/domain/tickets/turn';
import { cents } from '@/shared/cents';
import { buildActor, buildClaim, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day, HOLIDAYS } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const mco = buildActor('mco');
const team = buildActor('portal_team');
const hfs = buildActor('administration');

function eventsOf(ticket: Ticket, command: TicketCommand, ctx: DecideContext): NewEvent[] {
  const decided = decide(ticket, command, ctx);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

const after = (ticket: Ticket, command: TicketCommand, ctx: DecideContext) => evolveAll(ticket, eventsOf(ticket, command, ctx));
const refusal = (ticket: Ticket, command: TicketCommand, ctx: DecideContext) => {
  const decided = decide(ticket, command, ctx);
  return decided.ok ? null : decided.error;
};

const markOverdue = (ticket: Ticket) => buildCommand('markOverdue', { clockId: latestClock(ticket.clocks, 'mco-response')?.id });
const swept = () => {
  const presented = buildPresented();
  return after(presented, markOverdue(presented), contextOn(SYSTEM, day('2026-12-01'), { time: '01:07' }));
};
const inTime = contextOn(mco, day('2026-11-30'), { time: '23:59:59' });

describe('a clock that starts', () => {
  it('keeps the instant of the act, and whether its date rests on a holiday that HFS has not confirmed (D15)', () => {
    const ctx = contextOn(team, day('2026-10-27'));
    const presented = after(buildTicket(), buildCommand('present'), ctx);
    // Due Nov 30 only because the State is closed on Fri Nov 27, which HFS has not confirmed.
    expect(latestClock(presented.clocks, 'mco-response')).toMatchObject({ startedAt: ctx.arrivedAt, dueOn: '2026-11-30', restsOnUnconfirmed: true });
    expect(latestClock(presented.clocks, 'extension-request')).toMatchObject({ restsOnUnconfirmed: false });
  });

  it('belongs to the status: an answer under review is late and starts no days to disagree (D14)', () => {
    const reviewed = buildPresented({ status: 'administrative_review' });
    const ticket = after(reviewed, buildCommand('respond'), contextOn(mco, day('2026-12-04')));
    expect(ticket).toMatchObject({ status: 'administrative_review', respondedLate: true });
    expect(latestClock(ticket.clocks, 'contest')).toBeNull();
    expect(refusal(ticket, buildCommand('respond'), contextOn(mco, day('2026-12-07')))).toEqual({ kind: 'not_allowed', reason: 'The plan answered on Fri Dec 4, 2026.' });
  });

  it('decides alone whether an answer is late: one under review by a date that moved (D16) or began anew is in time, and nothing is fined', () => {
    const ticket = after(buildPresented({ status: 'administrative_review' }), buildCommand('respond'), contextOn(mco, day('2026-11-30')));
    expect(ticket).toMatchObject({ respondedLate: false, fines: [] });
    expect(latestClock(ticket.clocks, 'mco-response')).toMatchObject({ endReason: 'met', overdueOn: null });
  });
});

describe('what is overdue', () => {
  it('is marked by one event, however often it is swept', () => {
    const ticket = swept();
    expect(eventsOf(ticket, markOverdue(ticket), contextOn(SYSTEM, day('2026-12-05')))).toEqual([]);
  });

  it('and was answered in time after all: an issued fine stays for HFS to rescind, only a proposal is void', () => {
    const issued = after(swept(), buildCommand('issueFine'), contextOn(hfs, day('2026-12-01')));
    const answered = after(issued, buildCommand('respond'), inTime);
    expect(answered.fines.map((f) => f.status)).toEqual(['issued']);
    expect(latestClock(answered.clocks, 'mco-response')?.overdueOn).toBeNull();
  });

  it('and was presented in time after all: a proposal that rests on another clock stays', () => {
    const presentation = buildClock('presentation', day('2026-10-15'), { overdueOn: day('2026-10-30') });
    const fine = { id: 'f', clockId: 'another-clock', planCode: 'COUNTYCARE', status: 'proposed' as const, amountCents: cents(500_000), dueOn: day('2026-10-28'), ruleSetVersion: 1, proposedOn: day('2026-10-29'), decidedOn: null, reason: null, issuedOn: null, quarter: null, objection: null };
    const ticket = after(buildTicket({ clocks: [presentation], fines: [fine] }), buildCommand('present'), contextOn(team, day('2026-10-29')));
    expect(latestClock(ticket.clocks, 'presentation')?.overdueOn).toBeNull();
    expect(ticket.fines.map((f) => f.status)).toEqual(['proposed']);
  });

  it('has a fine that the portal itself never issues on an unconfirmed holiday, and HFS may (D15)', () => {
    // Due Nov 30 because offices close on Nov 27, which HFS has not confirmed at first.
    const ticket = swept();
    const confirmed = withHolidayChanges(HOLIDAYS, 2, [{ op: 'confirm', on: day('2026-11-27') }]);
    if (!confirmed.ok) throw new Error(confirmed.error.message);
    expect(refusal(ticket, buildCommand('issueFine'), contextOn(SYSTEM, day('2026-12-01')))).toMatchObject({ kind: 'not_allowed', reason: expect.stringContaining('D15') as string });
    expect(refusal(ticket, buildCommand('issueFine'), contextOn(hfs, day('2026-12-01')))).toBeNull();
    expect(refusal(ticket, buildCommand('issueFine'), contextOn(SYSTEM, day('2026-12-01'), { holidays: buildHolidayTable(confirmed.value) }))).toBeNull();
  });

  it('has a fine that the portal itself never issues where a later holiday gives a later date that did not move, and HFS may (D16)', () => {
    const changed = withHolidayChanges(HOLIDAYS, 2, [{ op: 'confirm', on: day('2026-11-27') }, { op: 'add', on: day('2026-11-30'), name: 'Day of mourning', confirmed: true }]);
    if (!changed.ok) throw new Error(changed.error.message);
    const holidays = buildHolidayTable(changed.value);
    expect(refusal(swept(), buildCommand('issueFine'), contextOn(SYSTEM, day('2026-12-02'), { holidays }))).toMatchObject({ kind: 'not_allowed', reason: expect.stringContaining('D16') as string });
    expect(refusal(swept(), buildCommand('issueFine'), contextOn(hfs, day('2026-12-02'), { holidays }))).toBeNull();
  });
});

describe('presenting and answering', () => {
  it('is refused while nobody at the plan can sign in (R6)', () => {
    expect(refusal(buildTicket(), buildCommand('present'), contextOn(team, day('2026-10-27'), { planHasStaff: false }))).toMatchObject({ kind: 'not_allowed', reason: expect.stringContaining('R6') as string });
  });

  it.each([
    ['a line twice', { outcomes: [{ lineNo: 1, outcome: 'upheld', amountCents: '0' }, { lineNo: 1, outcome: 'will_pay', amountCents: '5' }] }, 'outcomes'],
    ['upheld with an amount', { outcomes: [{ lineNo: 1, outcome: 'upheld', amountCents: '1' }] }, 'outcomes.0.amountCents'],
    ['a date of yesterday', { resolveOn: '2026-11-23' }, 'resolveOn'],
  ])('with %s is refused', (_what, change, field) => {
    expect(refusal(buildPresented(), buildCommand('respond', change), contextOn(mco, day('2026-11-24')))).toMatchObject({ kind: 'invalid', issues: [{ field }] });
  });

  it('with a date of today is taken', () => {
    expect(refusal(buildPresented(), buildCommand('respond', { resolveOn: '2026-11-24' }), contextOn(mco, day('2026-11-24')))).toBeNull();
  });
});

describe('the notice of the answer (D18)', () => {
  const facts = { message: { id: 'm', isResponseNotice: true, status: 'failed' as const, isSentAgain: false } };
  const failedOn = (on: string) => after(buildResponded({ responseNotice: 'pending' }), buildCommand('recordNotice', { outcome: 'failed' }), contextOn(SYSTEM, day(on), { facts }));

  it('failed and delivered on the day of entry: the stopped window starts again', () => {
    const ticket = after(failedOn('2026-11-20'), buildCommand('recordNotice'), contextOn(SYSTEM, day('2026-11-20'), { facts }));
    expect(latestClock(ticket.clocks, 'contest')).toMatchObject({ day0: '2026-11-20', dueOn: '2026-12-01', endReason: null });
  });

  it('failed twice is recorded once', () => {
    expect(eventsOf(failedOn('2026-11-20'), buildCommand('recordNotice', { outcome: 'failed' }), contextOn(SYSTEM, day('2026-11-23'), { facts }))).toEqual([]);
  });

  it('that went to the plan before a transfer is not sent again: that plan has the ticket no more', () => {
    const to = (isOfFormerPlan: boolean) => refusal(buildPresented(), buildCommand('resendNotice'), contextOn(team, day('2026-11-23'), { facts: { message: { ...facts.message, isResponseNotice: false, isOfFormerPlan } } }));
    expect(to(false)).toBeNull();
    expect(to(true)).toMatchObject({ kind: 'not_allowed', reason: expect.stringContaining('before its transfer') as string });
  });

  it('leaves no date to show while it has failed, and the plan’s date stays that of its last clock (R26)', () => {
    const failed = failedOn('2026-11-20');
    expect(turnClock(failed)?.endReason).toBe('stopped');
    expect(shownTurnClock(failed)).toBeNull();
    expect(shownTurnClock(buildResponded())?.ruleId).toBe('contest');
    const extended = buildClock('mco-response-extended', day('2026-10-27'));
    const first = buildClock('mco-response', day('2026-10-27'), { endedOn: day('2026-11-10'), endReason: 'superseded' });
    expect([responseClock([first, extended])?.ruleId, responseClock([extended, first])?.ruleId]).toEqual(['mco-response-extended', 'mco-response-extended']);
  });
});

describe('within a status', () => {
  it('a side that delivers once more has delivered on its first day (R16)', () => {
    const clocks = (['provider', 'mco'] as const).map((owedBy) => buildClock('review-information', day('2026-11-24'), { owedBy }));
    const requested = buildContested({ status: 'review_requested', clocks });
    const deliver = (ticket: Ticket, on: string) => after(ticket, buildCommand('deliverInformation'), contextOn(buildActor('provider'), day(on)));
    expect(deliver(deliver(requested, '2026-12-01'), '2026-12-28').clocks[0]).toMatchObject({ owedBy: 'provider', endedOn: '2026-12-01', endReason: 'met' });
  });

  it('assigning to whoever has it already writes nothing', () => {
    const ines = { personId: '00000000-0000-4000-8000-000000000077', name: 'Ines Abara' };
    const command = buildCommand('assign', { assigneeId: ines.personId });
    const ctx = contextOn(team, day('2026-10-20'), { facts: { assignee: ines } });
    const assigned = after(buildTicket(), command, ctx);
    expect(assigned.stateAssignee).toEqual(ines);
    expect(eventsOf(assigned, command, ctx)).toEqual([]);
  });

  /** In review since Dec 3, before its date: the provider has delivered, the plan until Thu Dec 24. */
  const inReview = (...more: Ticket['clocks']) => {
    const asked = day('2026-11-24');
    const clocks = [buildClock('review-information', asked, { owedBy: 'provider', endedOn: day('2026-12-01'), endReason: 'met' }), buildClock('review-information', asked, { owedBy: 'mco' }), ...more];
    return buildContested({ status: 'administrative_review', reviewBeganOn: day('2026-12-03'), clocks });
  };
  const decisionDays = (ticket: Ticket) => ticket.clocks.filter((c) => c.ruleId === 'hfs-decision').map((c) => [c.day0, c.endReason]);

  it('a side that delivers days after its date does not put off the day on which HFS’s time began (R17)', () => {
    expect(decisionDays(after(inReview(), buildCommand('deliverInformation'), contextOn(mco, day('2026-12-28'))))).toEqual([['2026-12-25', null]]);
  });

  it('a delivery of the last day that a sweep came before sets back HFS’s time to that day (R17)', () => {
    const swept = inReview(buildClock('hfs-decision', day('2026-12-25')));
    expect(decisionDays(after(swept, buildCommand('deliverInformation'), contextOn(mco, day('2026-12-24'), { time: '23:59' })))).toEqual([['2026-12-25', 'superseded'], ['2026-12-24', null]]);
  });

  it('a window lapses as of the day after its last, however late the sweep ran', () => {
    const presented = buildPresented();
    const command = buildCommand('lapseWindow', { clockId: latestClock(presented.clocks, 'information-request')?.id });
    expect(eventsOf(presented, command, contextOn(SYSTEM, day('2026-11-20')))).toMatchObject([{ type: 'WindowLapsed', effectiveOn: '2026-11-05' }]);
  });

  it('a window that no sweep had found past its last day has lapsed, whatever act of that night stops it', () => {
    // The days to disagree ended on Dec 1, and the very ground of this closing is that they did.
    const responded = buildResponded();
    const events = eventsOf(responded, buildCommand('closeNotContested'), contextOn(team, day('2026-12-02'), { time: '00:20' }));
    expect(events.map((e) => [e.type, e.effectiveOn])).toEqual([['WindowLapsed', '2026-12-02'], ['ClosedNotContested', '2026-12-02']]);
    expect(latestClock(evolveAll(responded, events).clocks, 'contest')).toMatchObject({ endReason: 'lapsed', endedOn: '2026-12-01' });
    // What still ran on the day of the act is stopped by it, and what lapsed and what runs are told apart.
    const answered = after(buildPresented(), buildCommand('respond'), contextOn(mco, day('2026-11-04'), { time: '00:20' }));
    expect(['information-request', 'extension-request'].map((rule) => answered.clocks.find((c) => c.ruleId === rule)?.endReason)).toEqual(['stopped', 'stopped']);
    const later = after(buildPresented(), buildCommand('respond'), contextOn(mco, day('2026-11-05'), { time: '00:20' }));
    expect(['information-request', 'extension-request'].map((rule) => later.clocks.find((c) => c.ruleId === rule)?.endReason)).toEqual(['lapsed', 'stopped']);
    // D18: days that wait for their day of receipt cannot lapse.
    expect(latestClock(after(buildResponded({ responseNotice: 'failed' }), buildCommand('withdraw'), contextOn(buildActor('provider'), day('2026-12-02'))).clocks, 'contest')?.endReason).toBe('stopped');
  });

  it.each([
    ['2026-10-15', true, 'HUMANA had MMAI to Dec 31, 2025, within the year before receipt'],
    ['2027-01-15', false, 'more than a year before receipt'],
  ])('a correction of a ticket received on %s is judged by that day: %s (%s)', (receivedOn, isTaken, _why) => {
    const on = day(receivedOn);
    const ticket = buildTicket({ planCode: 'HUMANA', programCode: 'FIDE_SNP', issueTypeCode: 'OTHER', claims: [], claimCount: 0, receivedOn: on, firstReceivedOn: on, receivedByMcoOn: day('2026-09-11') });
    const command = buildCommand('correct', { planCode: 'HUMANA', programCode: 'MMAI', issueTypeCode: 'OTHER' });
    expect(refusal(ticket, command, contextOn(team, day('2027-01-20')))).toEqual(isTaken ? null : { kind: 'invalid', issues: [{ field: 'programCode', message: 'Humana Gold Plus Integrated did not have MMAI in the year before this complaint.' }] });
  });

  it.each([
    ['2026-09-15', false, 'received on day 30'],
    ['2026-09-16', true, 'received on day 29'],
  ])('a received date of %s: no longer fits %s (%s)', (receivedByMcoOn, windowNoLongerFits, _why) => {
    expect(eventsOf(buildTicket(), buildCommand('correct', { receivedByMcoOn }), contextOn(team, day('2026-10-16')))).toMatchObject([{ type: 'Corrected', data: { windowNoLongerFits } }]);
  });

  it('a correction that makes a claim’s RIN the tracking number is refused', () => {
    const ticket = buildTicket({ claims: [buildClaim({ rin: '000118420' })] });
    expect(refusal(ticket, buildCommand('correct', { trackingNumber: '000118420', trackingNumberConfirmed: 'on' }), contextOn(team, day('2026-10-16')))).toMatchObject({ issues: [{ field: 'trackingNumber' }] });
  });
});

describe('who reads an event', () => {
  it('of a fine: a proposal, its waiver and its end the State alone, an issued one the plan, never the provider', () => {
    const empty = { fineId: 'f', clockId: 'c', dueOn: '2026-11-30', amountCents: 1, ruleSetVersion: 1, reason: 'r', quarter: '2026-Q4' };
    expect((['FineProposed', 'FineWaived', 'FineVoided', 'FineIssued', 'FineRescinded'] as const).map((type) => audienceOf(type, empty))).toEqual(['state', 'state', 'state', 'mco', 'mco']);
    expect(audienceOf('HfsAlerted', { what: 'w' })).toBe('state');
    expect([audienceOf('Assigned', { side: 'mco', assignee: null }), audienceOf('Assigned', { side: 'state', assignee: null })]).toEqual(['mco', 'state']);
    expect(audienceOf('ResponseContested', { why: 'w', late: false })).toBe('parties');
  });
});
