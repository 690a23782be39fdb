import { describe, expect, it } from 'vitest';
import { SYSTEM } from '@/domain/access/actor';
import { buildHolidayTable, withHolidayChanges, type HolidayTable } from '@/domain/deadlines';
import { latestClock } from '@/domain/tickets/clock';
import { decide } from '@/domain/tickets/decide';
import { evolveAll } from '@/domain/tickets/evolve';
import type { Ticket } from '@/domain/tickets/ticket';
import { cents } from '@/shared/cents';
import { buildActor, buildClock, buildPresented, buildResponded, contextOn, day, HOLIDAYS } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

function tableWith(...days: string[]): HolidayTable {
  const made = withHolidayChanges(HOLIDAYS, 2, days.map((on) => ({ op: 'add', on: day(on), name: 'Day of mourning', confirmed: true })));
  if (!made.ok) throw new Error(made.error.message);
  return buildHolidayTable(made.value);
}

function move(ticket: Ticket, on: string, ...days: string[]) {
  const decided = decide(ticket, buildCommand('moveDates'), contextOn(SYSTEM, day(on), { holidays: tableWith(...days) }));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return { events: decided.value.map((e) => e.type), ticket: evolveAll(ticket, decided.value) };
}

const PRESENTED = day('2026-10-27');
const FINE = { id: 'f1', planCode: 'COUNTYCARE', amountCents: cents(500_000), dueOn: day('2026-11-30'), ruleSetVersion: 1, proposedOn: day('2026-12-01'), decidedOn: null, reason: null, issuedOn: null, quarter: null, objection: null };

function overdue(status: 'proposed' | 'issued' | 'waived', change: Partial<Ticket> = {}): Ticket {
  const clock = buildClock('mco-response', PRESENTED, { overdueOn: day('2026-12-01') });
  return buildPresented({ clocks: [clock], fines: [{ ...FINE, status, clockId: clock.id, ...(status === 'issued' && { issuedOn: day('2026-12-01'), quarter: '2026-Q4', decidedOn: day('2026-12-01') }) }], ...change });
}

describe('a holiday that is proclaimed late (D16)', () => {
  it('moves the answer that was due on it to the next business day, and leaves the calendar days alone', () => {
    const { events, ticket } = move(buildPresented(), '2026-11-24', '2026-11-30');
    expect(events).toEqual(['DatesMoved']);
    expect(latestClock(ticket.clocks, 'mco-response')).toMatchObject({ dueOn: '2026-12-01', holidayVersion: 2, endedOn: null });
    expect(latestClock(ticket.clocks, 'extension-request')?.dueOn).toBe('2026-11-19');
  });

  it('changes nothing when it comes after the date, before day 0, or twice', () => {
    expect(move(buildPresented(), '2026-11-24', '2026-12-01').events).toEqual([]);
    expect(move(buildPresented(), '2026-11-24', '2026-10-26').events).toEqual([]);
    expect(move(move(buildPresented(), '2026-11-24', '2026-11-30').ticket, '2026-11-24', '2026-11-30').events).toEqual([]);
  });

  it('never moves a date earlier: a withdrawn holiday leaves the dates that were counted with it', () => {
    const made = withHolidayChanges(HOLIDAYS, 2, [{ op: 'withdraw', on: day('2026-11-27') }]);
    if (!made.ok) throw new Error(made.error.message);
    const decided = decide(buildPresented(), buildCommand('moveDates'), contextOn(SYSTEM, day('2026-11-24'), { holidays: buildHolidayTable(made.value) }));
    expect(decided).toEqual({ ok: true, value: [] });
  });

  const stoppedOn = (on: string) => ({ endedOn: day(on), endReason: 'stopped' as const });
  const decidedWith = (...clocks: Ticket['clocks']) => buildPresented({ status: 'decided', decidedOn: day('2026-11-24'), reviewBeganOn: day('2026-11-20'), clocks });

  function returned(decided: Ticket, stoppedIds: string[], holidays?: HolidayTable): Ticket {
    const facts = { ruling: { data: { ruling: 'for_provider' as const, reasons: 'r', lines: [] }, decidedById: 'p1', decidedOn: day('2026-11-24'), stoppedIds } };
    const context = contextOn(buildActor('portal_team'), day('2026-11-25'), holidays === undefined ? {} : { holidays });
    const result = decide(decided, buildCommand('returnDecision'), { ...context, facts: { ...context.facts, ...facts } });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return evolveAll(decided, result.value);
  }

  it('also moves what a decision had stopped, once the decision is returned', () => {
    const answer = buildClock('mco-response', PRESENTED, stoppedOn('2026-11-24'));
    const decided = decidedWith(answer);
    const answerOf = (ticket: Ticket) => latestClock(ticket.clocks, 'mco-response');
    expect(answerOf(returned(decided, [answer.id]))).toMatchObject({ dueOn: '2026-11-30', endedOn: null, endReason: null });
    expect(answerOf(returned(decided, [answer.id], tableWith('2026-11-30')))).toMatchObject({ dueOn: '2026-12-01', endedOn: null, endReason: null, holidayVersion: 2 });
  });

  it('what was stopped otherwise does not go on with its return, though on the same day', () => {
    const before = buildClock('review-information', day('2026-11-02'), { owedBy: 'provider', ...stoppedOn('2026-11-24') });
    expect(latestClock(returned(decidedWith(before), []).clocks, 'review-information')).toEqual(before);
  });

  it('gives back a right that lapsed, where it can still be used', () => {
    const lapsed = { endedOn: day('2026-12-01'), endReason: 'lapsed' as const };
    const answered = buildResponded({ clocks: [buildClock('contest', day('2026-11-20'), lapsed)] });
    expect(move(answered, '2026-12-02', '2026-11-30').ticket.clocks[0]).toMatchObject({ dueOn: '2026-12-02', endedOn: null, endReason: null });
    expect(move(answered, '2026-12-03', '2026-11-30').events).toEqual([]);
    // Whoever has disagreed since, late as it was (D18), has nothing more to do with it.
    expect(move({ ...answered, status: 'contested' }, '2026-12-02', '2026-11-30').events).toEqual([]);
  });

  it('judges of what was asked twice the newest alone: an older one that ended is history', () => {
    const late = { endReason: 'met_late' as const, overdueOn: day('2026-12-04') };
    const older = buildClock('information-answer', day('2026-11-20'), { ...late, endedOn: day('2026-12-04') });
    const newer = buildClock('information-answer', day('2026-11-24'), { ...late, endedOn: day('2026-12-07') });
    const { ticket } = move(buildPresented({ clocks: [older, newer] }), '2026-12-08', '2026-11-30');
    expect(ticket.clocks.map((c) => c.dueOn)).toEqual([older.dueOn, '2026-12-04']);
  });
});

describe('fines that rest on a moved date (D11, D16)', () => {
  it('a proposal is void and the overdue mark goes when the new date has not passed', () => {
    const { events, ticket } = move(overdue('proposed'), '2026-12-01', '2026-11-30');
    expect(events).toEqual(['DatesMoved', 'FineVoided']);
    expect(ticket.fines.map((f) => f.status)).toEqual(['void']);
    expect(ticket.clocks[0]).toMatchObject({ dueOn: '2026-12-01', overdueOn: null });
  });

  it('an issued one is rescinded', () => {
    expect(move(overdue('issued'), '2026-12-01', '2026-11-30').ticket.fines.map((f) => f.status)).toEqual(['rescinded']);
  });

  it('one that HFS waived stays waived, for its own reason', () => {
    const { events, ticket } = move(overdue('waived'), '2026-12-01', '2026-11-30');
    expect(events).toEqual(['DatesMoved']);
    expect(ticket.fines.map((f) => f.status)).toEqual(['waived']);
  });

  it('a proposal is made anew with the date in force when that has passed, too; an issued one stays', () => {
    const anew = move(overdue('proposed'), '2026-12-02', '2026-11-30');
    expect(anew.events).toEqual(['DatesMoved', 'FineVoided', 'FineProposed']);
    expect(anew.ticket.fines.map((f) => [f.status, f.dueOn])).toEqual([['void', '2026-11-30'], ['proposed', '2026-12-01']]);
    expect(anew.ticket.clocks[0]?.overdueOn).toBe('2026-12-02');
    expect(move(overdue('issued'), '2026-12-02', '2026-11-30').events).toEqual(['DatesMoved']);
  });

  it('an answer of the day after is in time after all', () => {
    const late = buildClock('mco-response', PRESENTED, { endedOn: day('2026-12-01'), endReason: 'met_late', overdueOn: day('2026-12-01') });
    const answered = buildResponded({ respondedOn: day('2026-12-01'), respondedLate: true, clocks: [late], fines: [{ ...FINE, status: 'proposed', clockId: late.id }] });
    const { events, ticket } = move(answered, '2026-12-07', '2026-11-30');
    expect(events).toEqual(['DatesMoved', 'FineVoided']);
    expect(ticket).toMatchObject({ respondedLate: false, clocks: [{ dueOn: '2026-12-01', endReason: 'met', overdueOn: null }] });
  });
});
