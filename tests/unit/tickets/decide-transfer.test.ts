import { describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '@/domain/access/actor';
import type { TicketCommand } from '@/domain/tickets/commands';
import { decide } from '@/domain/tickets/decide';
import { evolveAll } from '@/domain/tickets/evolve';
import { standingFine, type Ticket } from '@/domain/tickets/ticket';
import { turnClock } from '@/domain/tickets/turn';
import { buildActor, buildClock, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const team = buildActor('portal_team');

function transfer(ticket: Ticket, on: string, change: Record<string, unknown> = {}) {
  return decide(ticket, buildCommand('transfer', change), contextOn(team, day(on)));
}

function transferred(ticket: Ticket, on: string): Ticket {
  const decided = transfer(ticket, on);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return evolveAll(ticket, decided.value);
}

describe('transfer to another plan (R5)', () => {
  it('goes back to be presented, anew within 10 business days; the first plan’s clocks stop', () => {
    const after = transferred(buildPresented({ mcoAssignee: { personId: 'c', name: 'Cal' }, extensionState: 'pending' }), '2026-11-02');
    expect(after).toMatchObject({ status: 'submitted', planCode: 'MOLINA', presentedOn: null, mcoAssignee: null, extensionState: 'none' });
    // Election Day and Veterans Day do not count.
    expect(turnClock(after)).toMatchObject({ ruleId: 'presentation', day0: '2026-11-02', dueOn: '2026-11-18' });
    expect(turnClock(after)?.steps[0]).toEqual({ type: 'day0', on: '2026-11-02', begun: 'transferred' });
    expect(after.clocks.filter((c) => c.ruleId !== 'presentation').map((c) => c.endReason)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('voids the first plan’s fine proposal, and makes none of a date that no sweep had marked yet', () => {
    const presented = buildPresented();
    const swept = decide(presented, buildCommand('markOverdue', { clockId: presented.clocks[0]?.id }), contextOn(SYSTEM, day('2026-12-01')));
    if (!swept.ok) throw new Error('not overdue');
    const overdue = evolveAll(presented, swept.value);
    expect(standingFine(overdue)?.status).toBe('proposed');
    expect(standingFine(transferred(overdue, '2026-12-02'))).toBeNull();
    expect(transferred(presented, '2026-12-02').fines).toEqual([]);
  });

  it('a fine that HFS waived for the first plan does not shield the second one, which is fined for its own date (R20)', () => {
    const run = (ticket: Ticket, command: TicketCommand, actor: Actor, on: string) => {
      const decided = decide(ticket, command, contextOn(actor, day(on)));
      if (!decided.ok) throw new Error(JSON.stringify(decided.error));
      return evolveAll(ticket, decided.value);
    };
    const first = buildPresented();
    const overdue = run(first, buildCommand('markOverdue', { clockId: first.clocks[0]?.id }), SYSTEM, '2026-12-01');
    const waived = run(overdue, buildCommand('waiveFine'), buildActor('account_manager'), '2026-12-02');
    const second = run(transferred(waived, '2026-12-03'), buildCommand('present'), team, '2026-12-04');
    const due = turnClock(second);
    expect(due).toMatchObject({ dueOn: '2027-01-04' });
    const late = run(second, buildCommand('markOverdue', { clockId: due?.id }), SYSTEM, '2027-01-05');
    expect(late.fines.map((f) => [f.planCode, f.status])).toEqual([['COUNTYCARE', 'waived'], ['MOLINA', 'proposed']]);
    expect(standingFine(run(late, buildCommand('issueFine'), buildActor('account_manager'), '2027-01-06'))).toMatchObject({ planCode: 'MOLINA', status: 'issued', dueOn: '2027-01-04' });
    expect(run(late, buildCommand('markOverdue', { clockId: due?.id }), SYSTEM, '2027-01-06').fines).toHaveLength(2);
  });

  it('with the one extension used, the second plan has no day to ask for another (R11)', () => {
    const back = transferred(buildPresented({ extensionState: 'approved' }), '2026-11-02');
    const presented = decide(back, buildCommand('present'), contextOn(team, day('2026-11-05')));
    if (!presented.ok) throw new Error('not presented');
    expect(evolveAll(back, presented.value).clocks.filter((c) => c.endedOn === null).map((c) => c.ruleId)).toEqual(['mco-response', 'information-request']);
  });

  it('a correction gives no other plan what one has had: its missed date and its fine stay its own', () => {
    const had = { ...buildPresented(), status: 'submitted' as const, presentedOn: null };
    const correct = (ticket: Ticket) => decide(ticket, buildCommand('correct', { planCode: 'MOLINA' }), contextOn(team, day('2026-12-04')));
    expect(correct(had)).toEqual({ ok: false, error: { kind: 'invalid', issues: [{ field: 'planCode', message: 'This plan has had the ticket before, so it cannot be changed here. Present it again, then transfer it.' }] } });
    expect(correct(buildTicket()).ok).toBe(true);
    expect(decide(transferred(buildPresented(), '2026-11-02'), buildCommand('correct', { planCode: 'COUNTYCARE' }), contextOn(team, day('2026-11-03'))).ok).toBe(true);
  });

  it('starts the second plan’s own time to answer on its own day of presentation', () => {
    const back = transferred(buildPresented(), '2026-11-02');
    const presented = decide(back, buildCommand('present'), contextOn(team, day('2026-11-05')));
    if (!presented.ok) throw new Error('not presented');
    // Day 30 is Sat Dec 5.
    expect(turnClock(evolveAll(back, presented.value))).toMatchObject({ ruleId: 'mco-response', day0: '2026-11-05', dueOn: '2026-12-07' });
  });

  it.each([
    ['the same plan', { planCode: 'COUNTYCARE' }, 'CountyCare Health Plan has this ticket already. Choose another plan.'],
    ['a plan without the program', { planCode: 'HUMANA' }, 'Humana Gold Plus Integrated did not have HealthChoice Illinois on Tue Jul 14, 2026, the first day of service of a claim.'],
    ['a plan that does not exist', { planCode: 'NOBODY' }, 'Choose the health plan.'],
  ])('refuses %s at its field', (_what, change, message) => {
    expect(transfer(buildPresented(), '2026-11-02', change)).toEqual({ ok: false, error: { kind: 'invalid', issues: [{ field: 'planCode', message }] } });
  });

  it('without claims asks for the program in the year before the complaint first came, not before the transfer', () => {
    // Humana had MMAI through 2025.
    const ofMmai = (firstReceivedOn: string) => transfer(buildPresented({ programCode: 'MMAI', claims: [], firstReceivedOn: day(firstReceivedOn) }), '2027-01-04', { planCode: 'HUMANA' }).ok;
    expect([ofMmai('2026-12-31'), ofMmai('2027-01-01')]).toEqual([true, false]);
  });

  it('refuses a ticket that was once answered, also after it was opened again', () => {
    const reopened = buildPresented({ clocks: [buildClock('mco-response', day('2026-10-27'), { endedOn: day('2026-11-20'), endReason: 'met' }), buildClock('mco-response', day('2026-12-07'))] });
    expect(transfer(reopened, '2026-12-08')).toEqual({ ok: false, error: { kind: 'not_allowed', reason: 'The plan answered on Fri Nov 20, 2026, so the ticket stays with it.' } });
    expect(transfer(buildResponded(), '2026-11-24').ok).toBe(false);
  });

  it('refuses while a fine of the first plan is issued, and says who can lift it', () => {
    const fine = { id: 'f', clockId: 'c', planCode: 'COUNTYCARE', status: 'issued' as const, amountCents: 500_000 as never, dueOn: day('2026-11-30'), ruleSetVersion: 1, proposedOn: day('2026-12-01'), decidedOn: day('2026-12-02'), reason: null, issuedOn: day('2026-12-02'), quarter: '2026-Q4', objection: null };
    const refused = transfer(buildPresented({ fines: [fine] }), '2026-12-03');
    expect(refused.ok ? null : refused.error).toEqual({ kind: 'not_allowed', reason: 'A fine was issued to the plan on Wed Dec 2, 2026. HFS must rescind it before the ticket can go to another plan (D11).' });
    expect(transfer(buildPresented({ fines: [{ ...fine, status: 'rescinded' }] }), '2026-12-03').ok).toBe(true);
  });
});
