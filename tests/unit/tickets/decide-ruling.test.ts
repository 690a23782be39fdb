import { describe, expect, it } from 'vitest';
import type { Actor } from '@/domain/access/actor';
import { stoppedBy } from '@/domain/tickets/clock';
import type { CommandFacts, NewEvent } from '@/domain/tickets/decision';
import { decide } from '@/domain/tickets/decide';
import { evolveAll } from '@/domain/tickets/evolve';
import { STATUSES } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import type { Action } from '@/domain/tickets/transitions';
import { buildActor, buildClock, buildContested, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const [provider, team, hfs] = [buildActor('provider'), buildActor('portal_team'), buildActor('account_manager')];
const ON = day('2026-12-07');

type Step = { ticket: Ticket; events: NewEvent[] };

function act(ticket: Ticket, actor: Actor, action: Action, change: Record<string, unknown> = {}, facts: CommandFacts = {}): Step {
  const decided = decide(ticket, buildCommand(action, change), contextOn(actor, ON, { facts }));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return { ticket: evolveAll(ticket, decided.value), events: decided.value };
}

/** HFS decides, and the Portal Team returns it on the same day. */
function decidedAndReturned(ticket: Ticket): Ticket {
  const { ticket: decided, events } = act(ticket, hfs, 'decide');
  const given = events.find((e) => e.type === 'HfsDecided');
  if (given === undefined) throw new Error('no decision');
  return act(decided, team, 'returnDecision', {}, { ruling: { data: given.data, decidedById: hfs.personId, decidedOn: ON, stoppedIds: stoppedBy(given.clocks) } }).ticket;
}

const states = (ticket: Ticket) => ticket.clocks.map((c) => [c.ruleId, c.owedBy, c.endReason]);

describe('a decision that is returned before it is shared (R18)', () => {
  const information = buildClock('review-information', day('2026-11-26'), { owedBy: 'mco' });
  const question = buildClock('review-information', day('2026-12-01'), { ruleId: 'hfs-question', owedBy: 'provider', subject: 'q1' });
  const inReview = buildContested({ status: 'administrative_review', reviewBeganOn: day('2026-12-01'), clocks: [information, question] });

  it('goes on with what it had stopped', () => {
    expect(states(decidedAndReturned(inReview))).toEqual([['review-information', 'mco', null], ['hfs-question', 'provider', null]]);
  });

  it('and with nothing else that ended on the same day: what closing had stopped stays so', () => {
    const { ticket: closed } = act(inReview, provider, 'confirmResolved');
    const { ticket: again } = act(closed, team, 'reopen', { to: 'administrative_review' }, { statusesHad: STATUSES });
    const after = decidedAndReturned(again);
    expect(after.clocks.filter((c) => c.ruleId === 'hfs-question').map((c) => c.endReason)).toEqual(['stopped']);
    expect(after.clocks.filter((c) => c.ruleId === 'review-information' && c.owedBy === 'mco').map((c) => c.endReason)).toEqual(['stopped', null]);
  });
});
