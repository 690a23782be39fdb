import { describe, expect, it } from 'vitest';
import type { Actor } from '@/domain/access/actor';
import type { Action } from '@/domain/tickets/transitions';
import { decide, refusalReason } from '@/domain/tickets/decide';
import { evolveAll } from '@/domain/tickets/evolve';
import { STATUSES } from '@/domain/tickets/status';
import type { Ticket } from '@/domain/tickets/ticket';
import { buildActor, buildClock, buildContested, buildPresented, buildResponded, buildTicket, contextOn, day } from '../../factories/build-ticket';
import { buildCommand } from '../../factories/build-command';

const team = buildActor('portal_team');
const ON = day('2026-12-28');

function refused(ticket: Ticket, action: Action, actor: Actor = team): string | null {
  return refusalReason(ticket, action, actor, contextOn(actor, ON));
}

const inReview = buildContested({ status: 'administrative_review', reviewBeganOn: day('2026-12-26'), clocks: [] });
const fine = { id: 'f1', clockId: 'c1', planCode: 'COUNTYCARE', amountCents: buildTicket().disputedCents, dueOn: day('2026-11-30'), ruleSetVersion: 1, proposedOn: day('2026-12-01'), decidedOn: null, reason: null, issuedOn: null, quarter: null, objection: null };

describe('a refusal says in words what stands in the way and since when', () => {
  it.each<[string, Ticket, Action, string]>([
    ['submitted', buildTicket(), 'shareDecision', 'in the status “Submitted” since Thu Oct 15, 2026'],
    ['presented', buildPresented(), 'present', 'in the status “Presented” since Tue Oct 27, 2026'],
    ['responded', buildResponded(), 'present', 'in the status “Responded” since Fri Nov 20, 2026'],
    ['contested', buildContested(), 'present', 'in the status “Contested” since Tue Nov 24, 2026'],
    ['review requested', buildContested({ status: 'review_requested', clocks: [buildClock('review-information', day('2026-12-01'))] }), 'present', 'in the status “Review requested” since Tue Dec 1, 2026'],
    ['in review', inReview, 'present', 'in the status “Administrative Review” since Sat Dec 26, 2026'],
    ['decided', { ...inReview, status: 'decided', decidedOn: ON }, 'present', 'in the status “Decided” since Mon Dec 28, 2026'],
    ['closed', buildResponded({ status: 'closed', closeReason: 'withdrawn', closedOn: day('2026-11-23') }), 'present', 'closed since Mon Nov 23, 2026: withdrawn by the provider'],
  ])('%s', (_name, ticket, action, words) => {
    expect(refused(ticket, action)).toBe(`This cannot be done now: the ticket is ${words}.`);
  });

  it('opened again, a ticket counts from there', () => {
    const closed = buildResponded({ status: 'closed', closeReason: 'accepted', closedOn: day('2026-12-03') });
    const opened = decide(closed, buildCommand('reopen', { to: 'responded' }), contextOn(team, day('2026-12-07'), { facts: { statusesHad: STATUSES } }));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(refused(evolveAll(closed, opened.value), 'present')).toContain('since Mon Dec 7, 2026');
  });

  it('names the day of what became of a fine, and of the answer whose notice is not delivered', () => {
    const hfs = buildActor('account_manager');
    const issued = buildResponded({ fines: [{ ...fine, status: 'issued', issuedOn: day('2026-12-02'), decidedOn: day('2026-12-02') }] });
    expect(refused(issued, 'waiveFine', hfs)).toBe('This fine was issued on Wed Dec 2, 2026.');
    expect(refused(buildResponded({ fines: [{ ...fine, status: 'waived', decidedOn: day('2026-12-03') }] }), 'rescindFine', hfs)).toBe('This fine was waived on Thu Dec 3, 2026.');
    expect(refused(buildResponded({ fines: [{ ...fine, status: 'proposed' }] }), 'rescindFine', hfs)).toBe('This fine was proposed on Tue Dec 1, 2026.');
    expect(refused(buildResponded({ responseNotice: 'failed', clocks: [] }), 'closeNotContested')).toBe('The notice of the plan’s answer of Fri Nov 20, 2026 could not be delivered, and the contact has not seen the answer. Send it again first (D18).');
  });
});
