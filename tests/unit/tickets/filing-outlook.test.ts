import { describe, expect, it } from 'vitest';
import { filingOutlook } from '@/domain/tickets/filing-outlook';
import { isReviewRequestOver, providerTurn } from '@/domain/tickets/provider-turn';
import { STATUSES } from '@/domain/tickets/status';
import { day, HOLIDAYS } from '../../factories/build-ticket';

const outlook = (received: string, today: string, refiles: { closedOn: string; firstReceivedOn: string } | null = null) =>
  filingOutlook(day(received), refiles === null ? null : { ticketId: 't', closedOn: day(refiles.closedOn), firstReceivedOn: day(refiles.firstReceivedOn) }, day(today), HOLIDAYS);

describe('the filing window today', () => {
  it.each([
    ['2026-10-20', '2026-11-18', 'premature', 'day 29 is too early'],
    ['2026-10-20', '2026-11-19', 'open', 'day 30 is in time (D1)'],
    ['2026-10-20', '2026-12-19', 'open', 'day 60 is in time, though a Saturday (D1, D4)'],
    ['2026-10-20', '2026-12-20', 'untimely', 'day 61 is too late'],
  ])('received %s, asked on %s: %s, because %s', (received, today, state, _why) => {
    const found = outlook(received, today);
    expect([found.state, found.opens.due, found.fileBy.due, found.fileBy.ruleId, found.refiling]).toEqual([state, '2026-11-19', '2026-12-19', 'filing-closes', null]);
  });

  it.each([
    // Closed as incomplete on Fri Nov 20: five business days are Nov 23, 24, 25, 30 and Dec 1.
    ['2026-09-20', '2026-12-01', 'open', '2026-12-01', 'within five business days the first receipt counts'],
    ['2026-09-20', '2026-12-02', 'untimely', '2026-11-19', 'after them today counts'],
    ['2026-10-10', '2026-11-24', 'open', '2026-12-09', 'the window itself runs longer'],
  ])('filed again, received %s, on %s: %s until %s, because %s (D17)', (received, today, state, fileBy, _why) => {
    const found = outlook(received, today, { closedOn: '2026-11-20', firstReceivedOn: '2026-11-12' });
    expect([found.state, found.fileBy.due]).toEqual([state, fileBy]);
  });

  it('the first receipt never turns a filing that is in time into an early one', () => {
    const found = outlook('2026-10-20', '2026-11-24', { closedOn: '2026-11-20', firstReceivedOn: '2026-11-12' });
    expect([found.state, found.refiling]).toEqual(['open', null]);
  });
});

describe('whose turn, said to the provider', () => {
  it('every status has words, and no two of the provider’s own are the same', () => {
    const words = STATUSES.filter((s) => s !== 'draft').map((status) => providerTurn({ status, closeReason: status === 'closed' ? 'accepted' : null, turnDueOn: null }, day('2026-11-24')));
    expect(words.every((w) => w.who !== '' && w.what !== '')).toBe(true);
    expect(words.filter((w) => w.who === 'You').map((w) => w.what)).toEqual(['agree or disagree with the answer', 'can ask HFS to review']);
  });

  it('a contested ticket is the provider’s turn through the last day to ask for a review (R15)', () => {
    const contested = { status: 'contested', closeReason: null, turnDueOn: day('2026-12-24') } as const;
    expect([isReviewRequestOver(contested, day('2026-12-24')), isReviewRequestOver(contested, day('2026-12-25'))]).toEqual([false, true]);
    expect(providerTurn(contested, day('2026-12-25')).who).toBe('Portal Team');
  });
});
