import { describe, expect, it } from 'vitest';
import { refusalReason } from '@/domain/tickets/decide';
import type { Ticket } from '@/domain/tickets/ticket';
import type { Action } from '@/domain/tickets/transitions';
import { cents } from '@/shared/cents';
import type { Fine } from '@/domain/fines/fine';
import { buildActor, buildClock, buildContested, buildPresented, buildResponded, buildTicket, day } from '../../factories/build-ticket';

const refusal = (ticket: Ticket, action: Action, role: Parameters<typeof buildActor>[0]) => refusalReason(ticket, action, buildActor(role), { today: day('2026-12-02'), planHasStaff: true });
const review = { status: 'review_requested' as const, clocks: [buildClock('review-information', day('2026-11-30'))] };

describe('a refusal says in words what stands in the way and since when', () => {
  it.each([
    ['accept', 'provider', buildTicket(), 'has been in the status “Submitted” since Thu Oct 15, 2026'],
    ['accept', 'provider', buildPresented(), 'has been in the status “Presented” since Tue Oct 27, 2026'],
    ['requestInformation', 'mco', buildResponded(), 'is in the status “Responded”: the plan answered on Fri Nov 20, 2026'],
    ['contest', 'provider', buildContested(), 'has been in the status “Contested” since Tue Nov 24, 2026'],
    ['requestReview', 'provider', buildContested(review), 'has been in the status “Review requested” since Mon Nov 30, 2026'],
    ['withdraw', 'provider', buildContested({ status: 'administrative_review', reviewBeganOn: day('2026-12-01') }), 'has been in the status “Administrative Review” since Tue Dec 1, 2026'],
    ['decide', 'account_manager', buildContested({ status: 'decided', decidedOn: day('2026-12-01') }), 'has been in the status “Decided” since Tue Dec 1, 2026'],
    ['withdraw', 'provider', buildResponded({ status: 'closed', closeReason: 'accepted', closedOn: day('2026-11-23') }), 'was closed on Mon Nov 23, 2026: the provider accepted the answer'],
  ] as const)('%s by the %s: the status', (action, role, ticket, words) => {
    expect(refusal(ticket, action, role)).toBe(`This cannot be done now: the ticket ${words}.`);
  });

  it('the fine that is decided, and the notice that did not arrive', () => {
    const fine: Fine = { id: 'f', clockId: 'c', planCode: 'COUNTYCARE', status: 'waived', amountCents: cents(500_000), dueOn: day('2026-11-30'), ruleSetVersion: 1, proposedOn: day('2026-12-01'), decidedOn: day('2026-12-02'), reason: 'r', issuedOn: null, quarter: null, objection: null };
    expect(refusal(buildPresented({ fines: [fine] }), 'issueFine', 'administration')).toBe('This fine was waived on Wed Dec 2, 2026.');
    expect(refusal(buildPresented({ fines: [{ ...fine, status: 'proposed', decidedOn: null }] }), 'rescindFine', 'administration')).toBe('This fine was proposed on Tue Dec 1, 2026.');
    expect(refusal(buildResponded({ responseNotice: 'failed' }), 'closeNotContested', 'portal_team')).toMatch(/^The plan answered on Fri Nov 20, 2026\. The notice .* could not be delivered/);
  });
});
