import { describe, expect, it } from 'vitest';
import type { PersonRole } from '@/domain/access/actor';
import { readersToChoose } from '@/domain/tickets/conversation';
import { decide } from '@/domain/tickets/decide';
import { audienceOf } from '@/domain/tickets/events';
import { evolveAll } from '@/domain/tickets/evolve';
import type { Ticket } from '@/domain/tickets/ticket';
import { buildActor, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

function post(role: PersonRole, ticket: Ticket, to: string) {
  return decide(ticket, buildCommand('postMessage', { to }), contextOn(buildActor(role), day('2026-11-24')));
}

describe('messages (R7)', () => {
  it.each([
    ['provider', 'parties', true], ['provider', 'provider', false], ['provider', 'mco', false], ['provider', 'state', false],
    ['mco', 'parties', true], ['mco', 'mco', false], ['mco', 'provider', false], ['mco', 'state', false],
    ['portal_team', 'parties', true], ['portal_team', 'provider', true], ['portal_team', 'mco', true], ['portal_team', 'state', true],
    ['account_manager', 'state', true], ['sme', 'mco', true], ['administration', 'provider', true],
  ] as const)('%s to %s: %s', (role, to, taken) => {
    const posted = post(role, buildPresented(), to);
    expect(posted.ok).toBe(taken);
    if (!posted.ok) return;
    const [event] = posted.value;
    if (event === undefined) throw new Error('no event');
    expect(audienceOf(event.type, event.data)).toBe(to);
  });

  it('before presentation the plan reads none, and the parties write none', () => {
    expect(post('portal_team', buildTicket(), 'provider').ok).toBe(true);
    expect(post('portal_team', buildTicket(), 'parties')).toMatchObject({ error: { kind: 'invalid', issues: [{ field: 'to', message: expect.stringContaining('does not have this ticket yet') }] } });
    expect(post('provider', buildTicket(), 'parties')).toMatchObject({ error: { kind: 'not_allowed', reason: expect.stringContaining('once the Portal Team has presented') } });
    expect(readersToChoose('provider', false)).toEqual([]);
  });

  it('a closed ticket takes none', () => {
    expect(post('provider', buildResponded({ status: 'closed', closeReason: 'accepted', closedOn: day('2026-11-24') }), 'parties')).toMatchObject({ error: { kind: 'not_allowed' } });
  });

  it('moves nothing and no clock', () => {
    const ticket = buildPresented();
    const posted = post('mco', ticket, 'parties');
    expect(posted.ok && evolveAll(ticket, posted.value)).toEqual(ticket);
  });
});

describe('the Portal Team asks the plan (R29)', () => {
  const team = buildActor('portal_team');
  const ask = (ticket: Ticket, answerOn: string, on = '2026-11-24') => decide(ticket, buildCommand('askMco', { answerOn }), contextOn(team, day(on)));

  function asked(ticket: Ticket, answerOn: string): { ticket: Ticket; questionId: string } {
    const decided = ask(ticket, answerOn);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const after = evolveAll(ticket, decided.value);
    return { ticket: after, questionId: after.clocks.at(-1)?.subject ?? '' };
  }
  const answer = (ticket: Ticket, questionId: string, on: string) => decide(ticket, buildCommand('answerPortalTeam', { questionId }), contextOn(buildActor('mco'), day(on)));

  it('with a day of today to a year from now', () => {
    expect(ask(buildPresented(), '2026-11-24').ok).toBe(true);
    expect(ask(buildPresented(), '2027-11-24').ok).toBe(true);
    expect(ask(buildPresented(), '2026-11-23')).toMatchObject({ error: { issues: [{ field: 'answerOn', message: 'Mon Nov 23, 2026 is past. Enter today or a later day.' }] } });
    expect(ask(buildPresented(), '2027-11-25')).toMatchObject({ error: { issues: [{ field: 'answerOn', message: expect.stringContaining('more than a year away') }] } });
  });

  it('keeps a clock for each question: several may be open, each is answered by itself', () => {
    const one = asked(buildPresented(), '2026-12-01');
    const two = asked(one.ticket, '2026-12-04');
    expect(two.ticket.clocks.filter((c) => c.ruleId === 'portal-team-request').map((c) => [c.kind, c.owedBy, c.day0, c.dueOn])).toEqual([['duty', 'mco', '2026-11-24', '2026-12-01'], ['duty', 'mco', '2026-11-24', '2026-12-04']]);
    const answered = answer(two.ticket, two.questionId, '2026-12-04');
    if (!answered.ok) throw new Error('refused');
    const after = evolveAll(two.ticket, answered.value);
    expect(after.clocks.filter((c) => c.ruleId === 'portal-team-request').map((c) => c.endReason)).toEqual([null, 'met']);
    expect(answer(after, two.questionId, '2026-12-04')).toMatchObject({ error: { kind: 'not_allowed', reason: 'This question is answered already.' } });
    expect(answer(after, '00000000-0000-4000-8000-00000000dddd', '2026-12-04')).toEqual({ ok: false, error: { kind: 'not_found' } });
  });

  it('takes an answer on the day as in time, and one on the day after as late', () => {
    const one = asked(buildPresented(), '2026-12-01');
    for (const [on, late, types] of [['2026-12-01', false, ['PortalTeamAnswered']], ['2026-12-02', true, ['OverdueMarked', 'PortalTeamAnswered']]] as const) {
      const decided = answer(one.ticket, one.questionId, on);
      if (!decided.ok) throw new Error('refused');
      expect(decided.value.map((e) => e.type)).toEqual(types);
      expect(decided.value.at(-1)?.data).toMatchObject({ late });
      expect(evolveAll(one.ticket, decided.value).clocks.at(-1)?.endReason).toBe(late ? 'met_late' : 'met');
      // The provider reads nothing of it.
      for (const event of decided.value) expect(audienceOf(event.type, event.data)).toBe('mco');
    }
  });

  it('proposes no fine for a late answer: that is for the written response alone (R20)', () => {
    const one = asked(buildResponded(), '2026-12-01');
    const decided = answer(one.ticket, one.questionId, '2026-12-09');
    expect(decided.ok && evolveAll(one.ticket, decided.value).fines).toEqual([]);
  });
});
